/** Pages with words that are only on this device: one line for all of them, so that none is forgotten. What is open says it of itself. */
import { useShallow } from 'zustand/react/shallow'
import { dayInWords, listInWords, numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useWatched } from '../../state/draft/autosaveWatch'
import { useJournal } from '../../state/journal/journalStore'
import { openEntry } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'

const words = messages.drafting

/** Days named in the line; more would fill it. */
const mostDays = 3

export function DraftsNotice() {
  const drafts = useJournal((journal) => journal.drafts)
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  const open = useWatched(useShallow(({ entryDrafts }) => entryDrafts.map(({ store }) => store.getState().id)))
  const waiting = drafts.filter(({ id }) => !open.includes(id))
  const [first] = waiting
  if (first === undefined) return null
  const days = [...new Set(waiting.map(({ day }) => dayInWords(day, today, locale)))]
  const more = days.length <= mostDays ? words.of(listInWords(days, locale)) : undefined
  return (
    <Notice sentence={words.found(waiting.length, numberInWords(waiting.length, locale))} more={more}>
      <Button onPress={() => void openEntry(first.id).catch(sayFailure)}>
        {waiting.length === 1 ? words.open : words.openFirst}
      </Button>
    </Notice>
  )
}
