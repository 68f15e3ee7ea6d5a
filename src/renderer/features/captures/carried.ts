/** A capture on its way by mouse: its words for any editor, and beside them which one it is. */
import type { Capture } from '#shared/domain/capture'
import { useCaptures } from '../../state/capturesStore'

const format = 'application/x-throughline-capture'

export function carry(transfer: DataTransfer, { id, text }: Capture): void {
  transfer.setData('text/plain', text)
  transfer.setData(format, id)
  transfer.effectAllowed = 'copy'
}

/** The one of the open day's captures that is carried; other programs may say anything. */
export function carried(transfer: DataTransfer | null): Capture | undefined {
  const id = transfer?.getData(format)
  return useCaptures.getState().captures.find((capture) => capture.id === id)
}
