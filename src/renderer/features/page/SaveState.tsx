/** Whether the words are on disk, said quietly beside the day. What failed is said at the foot of the window, where it stays in view. */
import { useStore } from 'zustand'
import { messages } from '#shared/messages/messages'
import type { SaveStatus } from '../../state/autosave'
import type { Sheet } from '../../state/autosaveSheet'
import styles from './PageHead.module.css'

const words: Record<SaveStatus['kind'], string> = {
  new: messages.writing.notStored,
  saving: messages.writing.saving,
  saved: messages.writing.saved,
  failed: messages.writing.notSavedYet,
  conflict: messages.writing.notSavedYet,
  stopped: '',
}

export function SaveState({ sheet }: { readonly sheet: Sheet }) {
  const { kind } = useStore(sheet.store, (state) => state.status)
  const failed = kind === 'failed' || kind === 'conflict'
  return <span className={failed ? styles.failure : undefined}>{words[kind]}</span>
}
