/**
 * Another program changed the entry: both texts side by side, and the person's choice. Nothing is overwritten before it. It opens only when asked to:
 * a person who types goes on typing.
 */
import { useEffect, useState } from 'react'
import type { OpenPage } from '#shared/contract/entries'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import type { EntryDraft } from '../../state/draft/entryDraft'
import { entryText } from '../../state/draft/pageText'
import { storedEntry } from '../../state/draft/storedEntry'
import { showPage } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { SideBySide } from '../../ui/SideBySide'
import { useFocusOnPage } from '../../ui/useFocusOnPage'
import styles from './Conflict.module.css'

const words = messages.writing

export function Conflict({ entryDraft }: { readonly entryDraft: EntryDraft }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.choose}</Button>
      {isOpen && <ConflictDialog entryDraft={entryDraft} onClose={() => setOpen(false)} />}
    </>
  )
}

function ConflictDialog({ entryDraft, onClose }: { readonly entryDraft: EntryDraft; readonly onClose: () => void }) {
  const [theirs, setTheirs] = useState<OpenPage | null>(null)
  useFocusOnPage()
  useEffect(() => {
    request('entries.read', { id: entryDraft.store.getState().id }).then(setTheirs, sayFailure)
  }, [entryDraft])
  const keepBoth = () => {
    entryDraft.keepAsNew().then(() => showToast(words.keptBoth), sayFailure)
  }
  const takeTheirs = () => {
    if (!theirs) return
    entryDraft.autosave.stop()
    showPage({ ...theirs, entry: storedEntry(theirs), draft: null })
  }
  return (
    <Dialog
      title={words.conflict.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={theirs === null} onPress={takeTheirs}>
            {words.conflict.takeTheirs}
          </Button>
          <Button kind="primary" onPress={keepBoth}>
            {words.conflict.keepBoth}
          </Button>
        </>
      }
    >
      <p className={styles.explanation}>{words.conflict.explanation}</p>
      <SideBySide
        left={{ title: words.conflict.yours, text: entryDraft.text() }}
        right={{ title: words.conflict.theirs, text: theirs ? entryText(storedEntry(theirs)) : '' }}
      />
    </Dialog>
  )
}
