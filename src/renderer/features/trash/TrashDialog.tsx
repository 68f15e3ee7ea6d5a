/** What was moved to the trash: bring it back, or delete it for good. */
import { useEffect, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { showPanel } from '../../state/layoutStore'
import { failureInWords } from '../../state/sayFailure'
import { AlertDialog } from '../../ui/AlertDialog'
import { Dialog } from '../../ui/Dialog'
import styles from './TrashDialog.module.css'
import { TrashedItem } from './TrashedItem'
import { readTrash, type TrashedThing } from './trashedThings'

const words = messages.finding

export function TrashDialog() {
  const [trashed, setTrashed] = useState<readonly TrashedThing[] | null>(null)
  const [erasing, setErasing] = useState<TrashedThing | null>(null)
  const [said, setSaid] = useState('')
  const attempt = (work: Promise<string>) => work.then(setSaid, (error: unknown) => setSaid(failureInWords(error)))

  useEffect(() => {
    readTrash().then(setTrashed, (error: unknown) => setSaid(failureInWords(error)))
  }, [])

  const without = (id: string) => setTrashed((things) => things?.filter((thing) => thing.id !== id) ?? null)
  const restore = async (thing: TrashedThing) => {
    await thing.restore()
    without(thing.id)
    return words.restored
  }
  const erase = async (thing: TrashedThing) => {
    await thing.erase()
    without(thing.id)
    return words.erased
  }

  return (
    <Dialog title={words.trashTitle} isOpen onClose={() => showPanel(null)}>
      <p className={styles.keeps}>{trashed?.length === 0 ? words.trashEmpty : words.trashKeeps}</p>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <ul className={styles.list}>
        {trashed?.map((thing) => (
          <TrashedItem
            key={thing.id}
            thing={thing}
            onRestore={() => void attempt(restore(thing))}
            onErase={() => setErasing(thing)}
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
            void attempt(erase(erasing))
          }}
        />
      )}
    </Dialog>
  )
}
