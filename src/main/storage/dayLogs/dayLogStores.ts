/** One store for each kind of day log in an open journal: what leaves an inbox and what comes out of it wait for each other there. */
import { Failure } from '#shared/domain/failure'
import type { LoggedRecord, StoredLog } from '#shared/domain/record'
import type { AnyDayLogStore } from '../../services/ports/dayLogStore'
import type { DayLogKind } from '../kinds/recordKind'
import type { JournalContext } from '../safekeeping/journalContext'
import { DayLogRepository } from './dayLogRepository'

export class DayLogStores {
  private readonly stores = new Map<string, DayLogRepository<StoredLog, LoggedRecord>>()

  constructor(private readonly journal: JournalContext) {}

  ofKind<L extends StoredLog, R extends LoggedRecord>(kind: DayLogKind<L, R>): DayLogRepository<L, R> {
    const known = this.stores.get(kind.name)
    // Made below for this kind, so that it holds this kind's records.
    if (known) return known as unknown as DayLogRepository<L, R>
    const store = new DayLogRepository(this.journal, kind)
    this.stores.set(kind.name, store as unknown as DayLogRepository<StoredLog, LoggedRecord>)
    return store
  }

  /** By the kind's name. */
  of(name: string): AnyDayLogStore {
    const kind = this.journal.folder.dayLogKinds.find((one) => one.name === name)
    if (!kind) throw new Failure('unexpected', 'no such kind of day log')
    return this.ofKind(kind)
  }

  all(): readonly AnyDayLogStore[] {
    return this.journal.folder.dayLogKinds.map((kind) => this.ofKind(kind))
  }
}
