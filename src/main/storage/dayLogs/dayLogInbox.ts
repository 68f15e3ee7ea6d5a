/** What other processes left in the inbox: brought into its days, each once, and in few writes however many there are. */
import type { Day } from '#shared/domain/day'
import type { LoggedRecord, RecordId, StoredLog } from '#shared/domain/record'
import { answered, failureOf } from '../../disk/failureOf'
import { joiningFiles, removeJoined } from '../encryption/files/inboxGate'
import { readLeft } from '../inbox/readLeft'
import type { DayLogKind } from '../kinds/recordKind'
import { inboxOf } from '../layout/inboxes'
import type { JournalContext } from '../safekeeping/journalContext'
import { dayLogPath } from './dayLogFiles'

/** So many are brought in before others get their turn at the inbox. */
const atOnce = 100

interface Waiting<R> {
  readonly path: string
  readonly record: R
}

export class DayLogInbox<R extends LoggedRecord> {
  private readonly place: readonly string[]

  /** Files whose day has no more room: looked at again after the next start, not with each look at the clock. */
  private readonly leftOver = new Set<string>()
  private readonly fullDays = new Set<Day>()

  /** `put` answers whether any of them is new to the day. */
  constructor(
    private readonly journal: JournalContext,
    private readonly kind: Pick<DayLogKind<StoredLog, R>, 'name' | 'folder' | 'inbox'>,
    private readonly put: (day: Day, records: readonly R[]) => Promise<boolean>,
  ) {
    this.place = inboxOf(kind)
  }

  /** Resolves with the days that changed. */
  async merge(): Promise<readonly Day[]> {
    const changed = new Set<Day>()
    if (this.kind.inbox === null) return []
    const paths = (await answered(() => joiningFiles(this.journal, this.place))).filter(
      (path) => !this.leftOver.has(path),
    )
    for (let start = 0; start < paths.length; start += atOnce) {
      const some = paths.slice(start, start + atOnce)
      // What fails stays in the inbox for the next time, and keeps no other from its day.
      await this.alone(() => this.foldSome(some, (day) => void changed.add(day))).catch(() => undefined)
    }
    return [...changed]
  }

  /** What leaves its day must not come back to it: while its file lies in the inbox, the next look would bring it. `check` throws when it is not in its day: the file in the inbox may be all there is of it. */
  leaving(id: RecordId, check: () => Promise<void>, leave: () => Promise<void>): Promise<void> {
    const { folder, lock } = this.journal
    return this.alone(async () => {
      await check()
      await lock.hold()
      if (this.kind.inbox !== null)
        await folder.inside(this.place, () => removeJoined(this.journal, folder.path(...this.place, `${id}.json`)))
      await leave()
    })
  }

  private alone(task: () => Promise<void>): Promise<void> {
    return this.journal.queue.run(`${this.kind.folder} inbox`, () => answered(task))
  }

  private async foldSome(paths: readonly string[], cameTo: (day: Day) => void): Promise<void> {
    const { inbox } = this.kind
    if (inbox === null) return
    await this.journal.lock.hold()
    const days = new Map<Day, Waiting<R>[]>()
    for (const path of paths) {
      const left = await readLeft(this.journal, path, inbox.format).catch(() => null)
      if (left === null) continue
      const record = inbox.recordOf(left)
      const ofDay = days.get(record.day) ?? []
      days.set(record.day, ofDay)
      ofDay.push({ path, record })
    }
    for (const [day, waiting] of days) await this.bring(day, waiting, cameTo).catch(() => undefined)
  }

  /** First into the day, then out of the inbox: after a crash in between they are there already, and are not put there twice. */
  private async bring(day: Day, waiting: readonly Waiting<R>[], cameTo: (day: Day) => void): Promise<void> {
    if (this.fullDays.has(day)) return this.leave(day, waiting)
    try {
      const records = waiting.map(({ record }) => record)
      if (await this.put(day, records)) cameTo(day)
    } catch (error) {
      if (!isTooMuch(error)) throw error
      if (waiting.length === 1) {
        this.fullDays.add(day)
        return this.leave(day, waiting)
      }
      // As many of them as there is room for.
      const half = Math.ceil(waiting.length / 2)
      await this.bring(day, waiting.slice(0, half), cameTo)
      return this.bring(day, waiting.slice(half), cameTo)
    }
    for (const { path } of waiting) await removeJoined(this.journal, path).catch(() => undefined)
  }

  private leave(day: Day, waiting: readonly Waiting<R>[]): void {
    const { folder, notices } = this.journal
    for (const { path } of waiting) this.leftOver.add(path)
    notices.raise({
      kind: 'full',
      file: folder.nameOf(dayLogPath(folder, this.kind, day)),
      day,
      restored: false,
      recordKind: this.kind.name,
    })
  }
}

/** What the day's file would not be written with: over its size, or over the number of records it may hold. */
function isTooMuch(error: unknown): boolean {
  const { code } = failureOf(error)
  return code === 'too-large' || code === 'bad-request'
}
