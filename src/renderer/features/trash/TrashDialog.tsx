/** What was moved to the trash: find it, bring it back, or delete it for good. */
import { useEffect, useState } from 'react'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { failureCodeOf } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { failureInWords } from '../../state/sayFailure'
import { AlertDialog } from '../../ui/AlertDialog'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { SearchField } from '../../ui/SearchField'
import { eraseAll } from './eraseAll'
import styles from './TrashDialog.module.css'
import { TrashedItem } from './TrashedItem'
import { foundAmong, readTrash, type TrashedThing } from './trashedThings'

const words = messages.finding

export function TrashDialog() {
  const locale = useJournal((journal) => journal.locale)
  const [trashed, setTrashed] = useState<readonly TrashedThing[] | null>(null)
  /** What is to be deleted once the person says so: one thing, or all that is there. */
  const [asked, setAsked] = useState<TrashedThing | 'all' | null>(null)
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const attempt = (work: Promise<string>) => work.then(setSaid, (error: unknown) => setSaid(failureInWords(error)))
  const counted = (count: number) => messages.counted.items(count, numberInWords(count, locale))

  const read = () => readTrash().then(setTrashed, (error: unknown) => setSaid(failureInWords(error)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => void read(), [])

  const without = (ids: ReadonlySet<string>) =>
    setTrashed((things) => things?.filter((thing) => !ids.has(thing.id)) ?? null)
  const restore = async (thing: TrashedThing) => {
    await thing.restore()
    without(new Set([thing.id]))
    return words.restored
  }
  const erase = async (thing: TrashedThing) => {
    await thing.erase().catch(async (error: unknown) => {
      // The list is an old one: something else may lie there by now.
      if (failureCodeOf(error) === 'not-found') await read()
      throw error
    })
    without(new Set([thing.id]))
    return words.erased
  }
  const empty = async (things: readonly TrashedThing[]) => {
    setBusy(true)
    const { erased, failed, reason } = await eraseAll(things)
    without(erased)
    await read()
    setBusy(false)
    return reason === null ? words.emptied : words.emptyFailed(counted(failed), reason)
  }

  const things = trashed ?? []
  const shown = foundAmong(things, typed)
  return (
    <Dialog
      title={words.trashTitle}
      isOpen
      onClose={() => showPanel(null)}
      footer={
        things.length === 0 ? undefined : (
          <Button alert isPending={isBusy} onPress={() => setAsked('all')}>
            {words.empty}
          </Button>
        )
      }
    >
      <p className={styles.keeps}>{trashed?.length === 0 ? words.trashEmpty : words.trashKeeps}</p>
      {things.length > 0 && (
        <SearchField label={words.searchTrash} value={typed} onChange={setTyped} className={styles.search} />
      )}
      <p role="status" className={styles.said}>
        {typed.trim() === ''
          ? said
          : shown.length === 0
            ? words.noneInTrash
            : words.foundInTrash(counted(shown.length))}
      </p>
      <ul className={styles.list}>
        {shown.map((thing) => (
          <TrashedItem
            key={thing.id}
            thing={thing}
            onRestore={() => void attempt(restore(thing))}
            onErase={() => setAsked(thing)}
            onHistory={() => showPanel('history', thing.entry)}
          />
        ))}
      </ul>
      {asked !== null && (
        <AlertDialog
          isOpen
          title={asked === 'all' ? words.emptyQuestion : words.eraseQuestion}
          explanation={asked === 'all' ? words.emptyExplanation(counted(things.length)) : words.eraseExplanation}
          action={asked === 'all' ? words.empty : words.erase}
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null)
            setTyped('')
            void attempt(asked === 'all' ? empty(things) : erase(asked))
          }}
        />
      )}
    </Dialog>
  )
}
