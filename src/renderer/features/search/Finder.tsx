/** The words to search for, with what they may say and those that were kept. Down goes on into the list, Enter opens what was found first. */
import { type RefObject, useRef } from 'react'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { setQuery, useRail } from '../../state/layout/railStore'
import type { LongListHandle } from '../../ui/LongList'
import { SearchField } from '../../ui/SearchField'
import { Explanation } from './Explanation'
import { explained, nothingSaid } from './explained'
import { Filters } from './Filters'
import styles from './Finder.module.css'
import { HelpMenu } from './HelpMenu'
import { openFirstHit } from './openHit'
import { SavedMenu } from './SavedMenu'
import { selectIn } from './selectIn'

const words = messages.finding

export function Finder({ list }: { readonly list: RefObject<LongListHandle | null> }) {
  const query = useRail((rail) => rail.query)
  const answer = useRail((rail) => rail.answer)
  const locale = useJournal((journal) => journal.locale)
  const field = useRef<HTMLInputElement>(null)
  const said = query.trim() === '' || answer === null ? nothingSaid : explained(answer.found, locale)
  const ask = (text: string, start = text.length, end = start) => {
    setQuery(text)
    selectIn(field.current, start, end)
  }
  return (
    <search className={styles.finder}>
      <div className={styles.asked}>
        <SearchField
          label={words.search}
          value={query}
          onChange={setQuery}
          maxLength={500}
          onSubmit={openFirstHit}
          inputRef={field}
          className={styles.field}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return event.continuePropagation()
            event.preventDefault()
            list.current?.focus()
          }}
        />
        <HelpMenu query={query} onChoose={ask} />
        <SavedMenu query={query} onChoose={ask} />
      </div>
      <Explanation
        {...said}
        // What was typed since may stand elsewhere: the field shows again what was not understood.
        onShow={({ start, end }) => ask(answer?.query ?? query, start, end)}
      />
      <Filters />
    </search>
  )
}
