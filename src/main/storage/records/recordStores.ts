/** One store for each kind of record in an open journal: a store knows what it wrote. */
import { Failure } from '#shared/domain/failure'
import type { StoredRecord } from '#shared/domain/record'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalContext } from '../safekeeping/journalContext'
import { RecordRepository } from './recordRepository'

export class RecordStores {
  private readonly stores = new Map<RecordKind, RecordRepository<StoredRecord>>()

  constructor(private readonly journal: JournalContext) {}

  ofKind<T extends StoredRecord>(kind: RecordKind<T>): RecordRepository<T> {
    const known = this.stores.get(kind)
    // Made below for this kind, so that it holds this kind's records.
    if (known) return known as unknown as RecordRepository<T>
    const store = new RecordRepository(this.journal, kind)
    this.stores.set(kind, store as unknown as RecordRepository<StoredRecord>)
    return store
  }

  /** By the kind's name. */
  of(name: string): RecordRepository<StoredRecord> {
    const kind = this.journal.folder.recordKinds.find((one) => one.name === name)
    if (!kind) throw new Failure('unexpected', 'no such kind of record')
    return this.ofKind(kind)
  }
}
