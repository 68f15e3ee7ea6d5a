/** Other programs left second versions of pages: one line for all of them, and the way to compare. */
import { X } from 'lucide-react'
import { dayInWords, listInWords, numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { dismissCopies, useJournal, waitingCopies } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Notice } from '../../ui/Notice'

const words = messages.copying

/** Days named in the line; more would fill it. */
const mostDays = 3

export function CopiesNotice() {
  const notices = useJournal((journal) => journal.notices)
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  const waiting = waitingCopies(notices)
  if (waiting.length === 0) return null
  const days = [...new Set(waiting.flatMap(({ day }) => (day === null ? [] : [dayInWords(day, today, locale)])))]
  const more = days.length > 0 && days.length <= mostDays ? words.foundMore(listInWords(days, locale)) : undefined
  return (
    <Notice sentence={words.found(waiting.length, numberInWords(waiting.length, locale))} more={more}>
      <Button onPress={() => showPanel('copies')}>{words.compare}</Button>
      <IconButton label={messages.finding.notice.dismiss} onPress={() => dismissCopies()}>
        <X />
      </IconButton>
    </Notice>
  )
}
