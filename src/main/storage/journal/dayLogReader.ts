/** Reads the records of one kind that share a file for their day, without the journal's process lock and without writing anything. */
import type { LoggedRecord, StoredLog } from '#shared/domain/record'
import { answered } from '../../disk/failureOf'
import { allDayLogFiles, dayLogPath } from '../dayLogs/dayLogFiles'
import { joinedLog } from '../dayLogs/joinedLog'
import { readCopy } from '../dayLogs/mergeCopies'
import { type InboxGate, joiningFiles } from '../encryption/files/inboxGate'
import type { DayLogKind } from '../kinds/recordKind'
import { inboxOf } from '../layout/inboxes'
import type { JournalFolder } from '../layout/journalFolder'
import type { ReadingNotices } from '../safekeeping/readingNotices'

export class DayLogReader<L extends StoredLog, R extends LoggedRecord> {
  constructor(
    readonly folder: JournalFolder,
    private readonly kind: DayLogKind<L, R>,
    private readonly notices: ReadingNotices,
    readonly gate: InboxGate | null = null,
  ) {}

  /** With what still lies in the inbox, as it will be once the app has brought it into its days. */
  async *all(): AsyncGenerator<L> {
    const { folder, kind, notices } = this
    const waiting = await answered(() => this.inbox())
    const files = await answered(() => allDayLogFiles(folder, kind))
    const copies = new Map(files.map((file) => [file.day, file.copies]))
    for (const day of [...new Set([...copies.keys(), ...waiting.map((record) => record.day)])].sort().reverse()) {
      const own = await notices.document(dayLogPath(folder, kind, day), kind.format, day, kind)
      const found = await this.withCopies(own ?? kind.empty(day), copies.get(day) ?? [])
      const records = kind.recordsOf(found)
      const known = new Set(records.map(({ id }) => id))
      const added = waiting.filter((record) => record.day === day && !known.has(record.id))
      yield { ...kind.withRecords(found, [...records, ...added]), revision: found.revision + added.length }
    }
  }

  private async withCopies(own: L, paths: readonly string[]): Promise<L> {
    let merged = own
    for (const path of paths) {
      // One that is no such day is another program's file.
      const copy = await readCopy(this.folder.disk, this.kind, path).catch(() => null)
      if (copy?.day === own.day) merged = joinedLog(this.kind, merged, copy)
    }
    return merged
  }

  private async inbox(): Promise<R[]> {
    const { inbox } = this.kind
    if (inbox === null) return []
    const records: R[] = []
    for (const path of await joiningFiles(this, inboxOf(this.kind))) {
      const left = await this.notices.document(path, inbox.format, null, this.kind)
      if (left) records.push(inbox.recordOf(left))
    }
    return records
  }
}
