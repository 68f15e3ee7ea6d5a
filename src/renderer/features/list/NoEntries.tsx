/** The rail of a journal that has not begun, or is still being read. */
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { openToday } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { Nothing } from '../../ui/list/Nothing'

const words = messages.finding

export function NoEntries() {
  const isReading = useJournal(({ complete, trouble, firstRun }) => !complete && trouble === null && !firstRun)
  if (isReading) return <Nothing sentence={words.stillReading} />
  const write = () => void openToday().catch(sayFailure)
  return <Nothing sentence={words.noEntries} action={{ label: words.writeToday, run: write }} />
}
