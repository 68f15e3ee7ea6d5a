/** What a search found: each entry with the places where its words stand. */
import type { RefObject } from 'react'
import { GridList, ListLayout, Virtualizer } from 'react-aria-components'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journalStore'
import { HitItem } from './HitItem'
import { ListHead } from './ListHead'
import styles from './list.module.css'
import { Nothing } from './Nothing'
import { openHit } from './openHit'
import { clearFilter, isFiltering, setQuery, useRail } from './railStore'

const words = messages.finding
const sizes = { estimatedRowHeight: 120 }

export function FoundList({ list }: { readonly list: RefObject<HTMLDivElement | null> }) {
  const answer = useRail((rail) => rail.answer)
  const failure = useRail((rail) => rail.failure)
  const filtered = useRail(({ filter }) => isFiltering(filter))
  const locale = useJournal((journal) => journal.locale)
  const count = (entries: number) => messages.counted.entries(entries, numberInWords(entries, locale))
  const found = answer?.found
  const hits = (found?.hits ?? []).map((hit) => ({ ...hit, id: hit.row.id }))
  const wayBack = filtered
    ? { label: words.clearFilters, run: clearFilter }
    : { label: words.clearSearch, run: () => setQuery('') }
  if (failure !== null) return <Nothing sentence={messages.failed(messages.failures[failure])} action={wayBack} />
  if (found?.complete && hits.length === 0) return <Nothing sentence={words.noMatches} action={wayBack} />
  return (
    <>
      {found && hits.length > 0 && (
        <ListHead
          count={
            found.total > hits.length
              ? words.firstOf(numberInWords(hits.length, locale), count(found.total))
              : count(found.total)
          }
        />
      )}
      {hits.length > 0 && (
        <Virtualizer layout={ListLayout} layoutOptions={sizes}>
          <GridList
            ref={list}
            aria-label={words.found}
            items={hits}
            className={styles.list ?? ''}
            onAction={(id) => {
              const hit = hits.find((one) => one.id === id)
              if (hit && answer) openHit(hit, answer.query)
            }}
          >
            {(hit) => <HitItem hit={hit} />}
          </GridList>
        </Virtualizer>
      )}
      {found?.complete === false && (
        <p role="status" className={styles.reading}>
          {words.stillReading}
        </p>
      )}
    </>
  )
}
