/** What the parts of a store for one kind of record share. */
import type { StoredRecord } from '#shared/domain/record'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalContext } from '../safekeeping/journalContext'
import { RecordFiles } from './recordFiles'
import { Versions } from './versions'

export interface RecordContext<T extends StoredRecord> extends JournalContext {
  readonly kind: RecordKind<T>
  readonly files: RecordFiles<T>
  readonly versions: Versions<T>
}

export function recordContext<T extends StoredRecord>(journal: JournalContext, kind: RecordKind<T>): RecordContext<T> {
  const { folder } = journal
  return { ...journal, kind, files: new RecordFiles(folder, kind), versions: new Versions(folder, kind) }
}
