/** Whether the words are on disk, said quietly beside the day. What failed is said at the foot of the window, where it stays in view. */
import { useStore } from 'zustand'
import { messages } from '#shared/messages/messages'
import { isUnsaved, type SaveStatus } from '../../state/draft/autosave'
import type { EntryDraft } from '../../state/draft/entryDraft'
import styles from './PageHead.module.css'

const words: Record<SaveStatus['kind'], string> = {
  new: messages.writing.notStored,
  saving: messages.writing.saving,
  saved: messages.writing.saved,
  failed: messages.writing.notSavedYet,
  conflict: messages.writing.notSavedYet,
  stopped: '',
}

export function SaveState({ entryDraft }: { readonly entryDraft: EntryDraft }) {
  const status = useStore(entryDraft.store, (state) => state.status)
  const isKept = useStore(entryDraft.store, ({ kept }) => kept === 'kept')
  if (!isUnsaved(status)) return <span>{words[status.kind]}</span>
  return isKept ? (
    <span>{messages.writing.keptHere}</span>
  ) : (
    <span className={styles.failure}>{words[status.kind]}</span>
  )
}
