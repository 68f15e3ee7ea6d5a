/** A capture in the list: its kind and how it begins. */
import type { CaptureRow } from '#shared/domain/capture/captureRow'
import { messages } from '#shared/messages/messages'
import styles from '../../ui/list/list.module.css'

export function CaptureCard({ row }: { readonly row: CaptureRow }) {
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
export function captureInWords(row: CaptureRow): string {
  return `${row.firstWords}, ${kindOf(row)}`
}

function kindOf(row: CaptureRow): string {
  return messages.capturing.kinds[row.captureKind]
}
