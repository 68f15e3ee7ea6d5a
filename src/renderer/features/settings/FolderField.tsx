/** Where the journal is, and how to keep it somewhere else. */
import { useState } from 'react'
import { messages } from '#shared/messages/messages'
import { failureCodeOf, request } from '../../state/bridge'
import { restart, useJournal } from '../../state/journal/journalStore'
import { mayLeave, showPage } from '../../state/layout/openPageStore'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import styles from './SettingsDialog.module.css'

const words = messages.settings

export function FolderField() {
  const folder = useJournal((journal) => journal.folder)
  const [failure, setFailure] = useState('')
  const attempt = (work: () => Promise<unknown>) => () => {
    setFailure('')
    work().catch((error: unknown) => setFailure(messages.failed(messages.failures[failureCodeOf(error)])))
  }
  return (
    <>
      <div>
        <p className={styles.folder}>{folder}</p>
        <p className={styles.hint}>{words.folderHint}</p>
      </div>
      <div className={styles.actions}>
        <Button onPress={attempt(() => request('journal.showFolder', undefined))}>{words.showFolder}</Button>
        <Button onPress={attempt(changeFolder)}>{words.changeFolder}</Button>
      </div>
      <p role="status" className={styles.failure}>
        {failure}
      </p>
    </>
  )
}

async function changeFolder(): Promise<void> {
  // The page belongs to the journal that is left.
  if (!(await mayLeave())) return
  const { how } = await request('journal.chooseFolder', undefined)
  if (how === null) return
  const { page } = await restart()
  showPage(page)
  showToast({ moved: words.folderChanged, opened: words.folderOpened, begun: words.folderBegun }[how])
}
