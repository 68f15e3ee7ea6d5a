/** What was moved to the trash: bring it back, or delete it for good. */
import { useEffect, useState } from 'react'
import type { TrashedRow } from '#shared/contract/responses'
import { messages } from '#shared/messages/messages'
import { failureCodeOf, request } from '../../state/bridge'
import { putRow } from '../../state/journalStore'
import { showPanel } from '../../state/layoutStore'
import { AlertDialog } from '../../ui/AlertDialog'
import { Dialog } from '../../ui/Dialog'
import styles from './TrashDialog.module.css'
import { TrashedEntry } from './TrashedEntry'

const words = messages.finding

export function TrashDialog() {
  const [trashed, setTrashed] = useState<readonly TrashedRow[] | null>(null)
  const [erasing, setErasing] = useState<TrashedRow | null>(null)
  const [said, setSaid] = useState('')
  const attempt = (work: Promise<string>) =>
    work.then(setSaid, (error: unknown) => setSaid(messages.failed(messages.failures[failureCodeOf(error)])))

  useEffect(() => {
    request('trash.list', undefined).then(setTrashed, (error: unknown) =>
      setSaid(messages.failed(messages.failures[failureCodeOf(error)])),
    )
  }, [])

  const without = (id: string) => setTrashed((rows) => rows?.filter(({ row }) => row.id !== id) ?? null)
  const restore = async (id: string) => {
    putRow(await request('trash.restore', { id }))
    without(id)
    return words.restored
  }
  const erase = async (id: string) => {
    await request('trash.erase', { id })
    without(id)
    return words.erased
  }

  return (
    <Dialog title={words.trashTitle} isOpen onClose={() => showPanel(null)}>
      <p className={styles.keeps}>{trashed?.length === 0 ? words.trashEmpty : words.trashKeeps}</p>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <ul className={styles.list}>
        {trashed?.map((entry) => (
          <TrashedEntry
            key={entry.row.id}
            entry={entry}
            onRestore={() => void attempt(restore(entry.row.id))}
            onErase={() => setErasing(entry)}
          />
        ))}
      </ul>
      {erasing !== null && (
        <AlertDialog
          isOpen
          title={words.eraseQuestion}
          explanation={words.eraseExplanation}
          action={words.erase}
          onCancel={() => setErasing(null)}
          onConfirm={() => {
            setErasing(null)
            void attempt(erase(erasing.row.id))
          }}
        />
      )}
    </Dialog>
  )
}
