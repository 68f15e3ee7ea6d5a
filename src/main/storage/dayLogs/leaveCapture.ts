/** Leaves a capture in a journal's inbox: the process with the process lock brings it into its day. */
import type { KeptUntil } from '#shared/contract/captures'
import type { Capture } from '#shared/domain/capture/capture'
import { encoded } from '../format/fileFormat'
import { type InboxPlace, leaveInInbox } from '../inbox/leaveInInbox'
import { captureKind, inboxFormat } from '../kinds/captureKind'
import { inboxOf } from '../layout/inboxes'

/** Resolves when the disk has it. Throws `folder-missing` when there is no journal. */
export function leaveCapture(journal: InboxPlace, capture: Capture): Promise<KeptUntil | null> {
  const bytes = encoded(inboxFormat, { schema: 1, capture })
  return leaveInInbox(journal, { inbox: inboxOf(captureKind), id: capture.id, bytes })
}
