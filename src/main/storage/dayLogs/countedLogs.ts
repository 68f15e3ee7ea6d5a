/** Counts the saves of a day's file under this device's name, as those of a record are counted, and keeps what was saved last. */
import type { Day } from '#shared/domain/day'
import type { Saves, StoredLog } from '#shared/domain/record'
import type { DayLogKind } from '../kinds/recordKind'
import { counted, heldBy, united } from '../records/lineage'
import { nameForSave, ofDevice, ownSavesKept } from '../records/ownSaves'
import type { JournalContext } from '../safekeeping/journalContext'

export class CountedLogs<L extends StoredLog> {
  /** Those of this device, of the days that it saved in this run. */
  private readonly own = new Map<Day, Saves>()

  constructor(
    private readonly journal: Pick<JournalContext, 'device' | 'lastStates'>,
    private readonly kind: Pick<DayLogKind<L>, 'name' | 'format' | 'contentOf'>,
  ) {}

  /** What is written instead of `next`, on top of `before`. */
  async counted(before: L, next: L): Promise<L> {
    const { device } = this.journal
    if (device === null) return next
    const held = before.revision === 0 ? {} : heldBy(this.kind, before)
    const own = united(
      this.own.get(next.day) ?? (await ownSavesKept(this.journal, this.kind, { device, key: next.day, held })),
      ofDevice(device, held),
    )
    const stored = counted(this.kind, next, held, nameForSave(device, own, held))
    this.own.set(next.day, united(own, ofDevice(device, stored.saves ?? {})))
    return stored
  }

  saved(log: L): void {
    if (this.journal.device !== null) this.journal.lastStates?.saved(this.kind, log)
  }
}
