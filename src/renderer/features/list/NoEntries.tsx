/** The rail of a journal that has not begun, or is still being read. */
import { counted } from '#shared/messages/counted'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { openToday } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { Nothing } from '../../ui/list/Nothing'

const words = messages.finding

export function NoEntries() {
  const isReading = useJournal(({ complete, trouble, firstRun }) => !complete && trouble === null && !firstRun)
  const elsewhere = useJournal((journal) => journal.elsewhere)
  const locale = useJournal((journal) => journal.locale)
  if (isReading) return <Nothing sentence={words.stillReading} />
  if (elsewhere > 0) {
    const files = counted.files(elsewhere, numberInWords(elsewhere, locale))
    return <Nothing sentence={words.entriesElsewhere(files)} />
  }
  const write = () => void openToday().catch(sayFailure)
  return <Nothing sentence={words.noEntries} action={{ label: words.writeToday, run: write }} />
}
