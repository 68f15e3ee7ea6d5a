/** The captures of an open journal. Each day's file is read anew for each change: other devices write there too. */
import { type Capture, type CaptureDay, compareCaptures, emptyCaptureDay } from '#shared/domain/capture/capture'
import type { Day, Instant } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import { answered, failureOf } from '../../disk/failureOf'
import type { CaptureStore } from '../../services/ports/captureStore'
import { DocumentFile } from '../format/documentFile'
import { captureDayFormat, captureKind } from '../kinds/captureKind'
import { folderNames } from '../layout/journalFolder'
import type { JournalContext } from '../safekeeping/journalContext'
import { served } from '../safekeeping/served'
import { staysDamaged } from '../safekeeping/staysDamaged'
import { CaptureInbox } from './captureInbox'
import { allDayLogFiles, dayLogFilesOf, dayLogFolder, dayLogPath } from './dayLogFiles'
import { mergeCopies } from './mergeCopies'

/** They stay in their day's file: only the reckoning of how long lies in the trash. */
export const captureAges: readonly string[] = [folderNames.trash, 'capture-ages.json']

/** More than once in a row another program hardly comes between. */
const attempts = 3

interface TrashedCapture {
  readonly name: string
  readonly id: EntryId
  readonly day: Day
  readonly trashedAt: Instant
}

export class CaptureRepository implements CaptureStore {
  private readonly inbox: CaptureInbox

  constructor(private readonly journal: JournalContext) {
    this.inbox = new CaptureInbox(journal, (day, captures) => this.put(day, captures))
  }

  async ofDay(day: Day): Promise<readonly Capture[]> {
    return (await this.lookAt(day)).captures.toSorted(compareCaptures)
  }

  lookAt(day: Day): Promise<CaptureDay> {
    return this.alone(day, async () => {
      const files = await dayLogFilesOf(this.journal.folder, captureKind, day.slice(0, 4))
      const copies = files.find((file) => file.day === day)?.copies ?? []
      return await this.merged(day, copies)
    })
  }

  async *all(): AsyncGenerator<CaptureDay> {
    for (const { day, own, copies } of await answered(() => allDayLogFiles(this.journal.folder, captureKind))) {
      const found = await this.alone(day, () => this.merged(day, copies))
      // A copy that holds no captures makes no day.
      if (own || found.captures.length > 0) yield found
    }
  }

  async add(capture: Capture): Promise<void> {
    await this.put(capture.day, [capture])
  }

  /** False when all of them are there already. */
  private put(day: Day, added: readonly Capture[]): Promise<boolean> {
    return this.replace(day, (captures) => {
      const known = new Set(captures.map(({ id }) => id))
      const unknown = added.filter(({ id }) => !known.has(id))
      return unknown.length === 0 ? captures : [...captures, ...unknown]
    })
  }

  async change(day: Day, id: EntryId, step: (capture: Capture) => Capture): Promise<void> {
    await this.replace(day, (captures) => {
      if (!captures.some((capture) => capture.id === id)) throw noCapture()
      return captures.map((capture) => (capture.id === id ? step(capture) : capture))
    })
  }

  /** Three steps, each of which may be the last before a crash: `tidy` goes on from there. */
  move(day: Day, id: EntryId, to: Day): Promise<void> {
    return this.outOfInbox(day, id, async () => {
      await this.change(day, id, (capture) => ({ ...capture, movingTo: to }))
      await this.arrive(day, id)
    })
  }

  async tidy(days: readonly Day[]): Promise<readonly Day[]> {
    const changed = new Set<Day>()
    const trashed: TrashedCapture[] = []
    for (const day of days) {
      const captures = await this.ofDay(day)
      if (captures.length === 0 || (await this.isNewer(day))) continue
      for (const { id, movingTo, trashed: trashedAt } of captures) {
        if (movingTo !== undefined) {
          const arrives = this.outOfInbox(day, id, () => this.arrive(day, id))
          // One that can't arrive now is still where it was, and keeps no other from being tidied.
          if (
            await arrives.then(
              () => true,
              () => false,
            )
          )
            changed.add(day).add(movingTo)
        } else if (trashedAt !== null) trashed.push({ name: id, id, day, trashedAt })
      }
    }
    for (const { day, id } of await served(this.journal, captureAges, trashed)) {
      await this.erase(day, id)
      changed.add(day)
    }
    return [...changed]
  }

  /** Whether a newer app wrote the day: nothing can leave it here. */
  private isNewer(day: Day): Promise<boolean> {
    return this.alone(day, async () => (await this.open(day)).isNewer)
  }

  private async arrive(day: Day, id: EntryId): Promise<void> {
    const capture = (await this.ofDay(day)).find((one) => one.id === id)
    if (capture?.movingTo === undefined) return
    const { movingTo, ...rest } = capture
    // As nothing here writes it: it has arrived, and taking it from where it came from would lose it.
    if (movingTo === day) return this.change(day, id, () => rest)
    await this.add({ ...rest, day: movingTo })
    await this.remove(day, id)
  }

  erase(day: Day, id: EntryId): Promise<void> {
    return this.outOfInbox(day, id, () => this.remove(day, id))
  }

  private async remove(day: Day, id: EntryId): Promise<void> {
    await this.replace(day, (captures) => {
      const left = captures.filter((capture) => capture.id !== id)
      if (left.length === captures.length) throw noCapture()
      return left
    })
  }

  foldInbox(): Promise<readonly Day[]> {
    return this.inbox.fold()
  }

  private outOfInbox(day: Day, id: EntryId, leave: () => Promise<void>): Promise<void> {
    const check = async () => {
      if (!(await this.ofDay(day)).some((capture) => capture.id === id)) throw noCapture()
    }
    return this.inbox.leaving(id, check, leave)
  }

  /** Whether `step` changed anything. */
  private replace(day: Day, step: (captures: Capture[]) => Capture[]): Promise<boolean> {
    return this.alone(day, async () => {
      for (let left = attempts; ; left--) {
        try {
          return await this.replaced(day, step)
        } catch (error) {
          // Another program wrote the day between our look and our write: its captures are among those of the next look.
          if (failureOf(error).code !== 'conflict' || left === 1) throw error
        }
      }
    })
  }

  private async replaced(day: Day, step: (captures: Capture[]) => Capture[]): Promise<boolean> {
    const document = await this.open(day)
    const before = document.value
    const captures = step(before.captures)
    if (captures === before.captures) return false
    await document.save({ ...before, revision: before.revision + 1, captures })
    return true
  }

  /** The day as it is on the disk, with what copies beside its file bring. */
  private async merged(day: Day, copies: readonly string[]): Promise<CaptureDay> {
    const document = await this.open(day)
    await mergeCopies(this.journal, document, copies)
    return document.value
  }

  private alone<T>(day: Day, task: () => Promise<T>): Promise<T> {
    return this.journal.queue.run(`captures ${day}`, () => answered(task))
  }

  private open(day: Day): Promise<DocumentFile<CaptureDay>> {
    const { folder, lock, quarantine, notices, clock, steadyFor } = this.journal
    const path = dayLogPath(folder, captureKind, day)
    return DocumentFile.open({
      disk: folder.disk,
      path,
      format: captureDayFormat,
      defaults: emptyCaptureDay(day),
      prepare: async () => {
        await lock.hold()
        await folder.inside(dayLogFolder(captureKind, day), async () => undefined)
      },
      staysDamaged: () => staysDamaged(folder.disk, path, captureDayFormat, steadyFor),
      setAside: () => quarantine.take(path, clock.instant()),
      // It is not replaced: what it holds is not in hand.
      keep: () => Promise.reject(new Failure('conflict', 'another program wrote the day')),
      raise: (kind) =>
        notices.raise({ kind, file: folder.nameOf(path), day, restored: false, recordKind: captureKind.name }),
    })
  }
}

function noCapture(): Failure {
  return new Failure('not-found', 'no such capture')
}
