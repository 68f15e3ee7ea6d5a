/** Another program changed the entry: both texts side by side, and the person's choice. Nothing is overwritten before it. */
import { useEffect, useState } from 'react'
import type { OpenPage } from '#shared/contract/answers/pages'
import { messages } from '#shared/messages/messages'
import type { Sheet } from '../../state/autosaveSheet'
import { request } from '../../state/bridge'
import { showPage } from '../../state/openPageStore'
import { entryText } from '../../state/pageText'
import { sayFailure } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { SideBySide } from '../../ui/SideBySide'
import styles from './Conflict.module.css'

const words = messages.writing

export function Conflict({ sheet }: { readonly sheet: Sheet }) {
  const [isOpen, setOpen] = useState(true)
  const [theirs, setTheirs] = useState<OpenPage | null>(null)
  useEffect(() => {
    request('entries.read', { id: sheet.store.getState().id }).then(setTheirs, sayFailure)
  }, [sheet])
  const keepBoth = () => {
    sheet.keepAsNew().then(() => showToast(words.keptBoth), sayFailure)
  }
  const takeTheirs = () => {
    if (!theirs) return
    sheet.autosave.stop()
    showPage(theirs)
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.choose}</Button>
      <Dialog
        title={words.conflict.title}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
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
          left={{ title: words.conflict.yours, text: sheet.text() }}
          right={{ title: words.conflict.theirs, text: theirs ? entryText(theirs.entry) : '' }}
        />
      </Dialog>
    </>
  )
}
