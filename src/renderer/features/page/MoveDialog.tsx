/** Moves the entry to another day. */
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import type { Sheet } from '../../state/draft/autosaveSheet'
import { useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { showToast } from '../../state/toastStore'
import { DayDialog } from '../../ui/DayDialog'

const words = messages.writing

export function MoveDialog({ sheet }: { readonly sheet: Sheet }) {
  const { today, locale } = useJournal()
  return (
    <DayDialog
      title={words.moveTo}
      explanation={words.moveExplanation}
      day={sheet.store.getState().day}
      onClose={() => showPanel(null)}
      onMove={(day) => {
        sheet.change({ day })
        // What could not be stored the page itself says.
        void sheet.autosave.flush().then((stored) => {
          if (stored) showToast(words.movedTo(dayInWords(day, today, locale)))
        })
      }}
    />
  )
}
