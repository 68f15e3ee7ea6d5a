/** Single entries to bring back. */
import type { ComparedRecord } from '#shared/domain/backup/backup'
import type { EntryId } from '#shared/domain/entry/entry'
import { messages } from '#shared/messages/messages'
import { Checkbox } from '../../ui/Checkbox'
import unseen from '../../ui/unseen.module.css'
import { EntryWords } from './Changes'
import styles from './RestoreDialog.module.css'

export interface PickEntriesProps {
  readonly entries: readonly ComparedRecord[]
  readonly picked: ReadonlySet<EntryId>
  readonly onPick: (picked: ReadonlySet<EntryId>) => void
}

export function PickEntries({ entries, picked, onPick }: PickEntriesProps) {
  const change = (id: EntryId, isPicked: boolean) => {
    const next = new Set(picked)
    if (isPicked) next.add(id)
    else next.delete(id)
    onPick(next)
  }
  return (
    <fieldset className={styles.pick}>
      <legend className={unseen.unseen}>{messages.restoring.pick}</legend>
      {entries.map((entry) => (
        <Checkbox key={entry.id} value={picked.has(entry.id)} onChange={(isPicked) => change(entry.id, isPicked)}>
          <EntryWords entry={entry} />
        </Checkbox>
      ))}
    </fieldset>
  )
}
