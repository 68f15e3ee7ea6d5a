/** Moves the entry to another day. */
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import type { EntryDraft } from '../../state/draft/entryDraft'
import { useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { showToast } from '../../state/toastStore'
import { DayDialog } from '../../ui/DayDialog'

const words = messages.writing

export function MoveDialog({ entryDraft }: { readonly entryDraft: EntryDraft }) {
  const { today, locale } = useJournal()
  return (
    <DayDialog
      title={words.moveTo}
      explanation={words.moveExplanation}
      day={entryDraft.store.getState().day}
      onClose={() => showPanel(null)}
      onMove={(day) => {
        entryDraft.change({ day })
        // What could not be stored the page itself says.
        void entryDraft.autosave.flush().then((stored) => {
          if (stored) showToast(words.movedTo(dayInWords(day, today, locale)))
        })
      }}
    />
  )
}
