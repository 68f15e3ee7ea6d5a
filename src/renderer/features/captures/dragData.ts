/** The data of a drag that moves a capture: its words for any program, and its id. */
import type { Capture } from '#shared/domain/capture/capture'

const format = 'application/x-throughline-capture'

/** The one that was taken up last. Its words come from here: what a drag says of itself may come from anywhere. */
let taken: Capture | null = null

export function setDragData(transfer: DataTransfer, capture: Capture): void {
  taken = capture
  // Words that were selected would come along, and be put in instead.
  transfer.clearData()
  transfer.setData('text/plain', capture.text)
  transfer.setData(format, capture.id)
  transfer.effectAllowed = 'copy'
}

/** Known before the drop, when a page may not yet read what it is. */
export function holdsCapture(transfer: DataTransfer): boolean {
  return transfer.types.includes(format)
}

export function draggedCapture(transfer: DataTransfer | null): Capture | undefined {
  return taken !== null && transfer?.getData(format) === taken.id ? taken : undefined
}
