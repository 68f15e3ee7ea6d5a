/** A capture in the list: its kind and how it begins. */
import { captureKindOf } from '#shared/domain/capture/captureSearch'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import { messages } from '#shared/messages/messages'
import styles from '../../ui/list/list.module.css'

export function CaptureCard({ row }: { readonly row: EntryRow }) {
  return (
    <p className={styles.capture}>
      <span className={styles.about}>{kindOf(row)}</span>
      <span dir="auto" className={styles.caught}>
        {row.firstWords}
      </span>
    </p>
  )
}

/** As a screen reader names it. */
export function captureInWords(row: EntryRow): string {
  return `${row.firstWords}, ${kindOf(row)}`
}

function kindOf(row: EntryRow): string {
  return messages.capturing.kinds[captureKindOf(row) ?? 'note']
}
