/** Brings back what this device saved last of a day, where the disk has lost it: into the day, as what a sync program leaves beside it comes there. Runs alone on its day. */
import type { LoggedRecord, StoredLog } from '#shared/domain/record'
import type { DocumentFile } from '../format/documentFile'
import type { DayLogKind } from '../kinds/recordKind'
import type { Outcome } from '../records/bringBackState'
import { relationOf } from '../records/lineage'
import type { JournalContext } from '../safekeeping/journalContext'
import { joinInto } from './mergeCopies'

export async function bringBackLog<L extends StoredLog, R extends LoggedRecord>(
  journal: JournalContext,
  kind: DayLogKind<L, R>,
  document: DocumentFile<L>,
  state: L,
): Promise<Outcome> {
  // Away, out of reach or a newer app's: none is a reason to bring it back.
  if (!document.isThere) return 'kept'
  const relation = relationOf(kind, document.value, state)
  if (relation === 'continues') return 'passed'
  if (relation === 'same' || relation === 'uncounted') return 'kept'
  await journal.lock.hold()
  return (await joinInto(journal, kind, document, state)) ? 'brought back' : 'kept'
}
