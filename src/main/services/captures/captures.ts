/** What the page asks of captures. */
import {
  type Capture,
  type CaptureKind,
  isTrashed,
  newCapture,
  rewritten,
  type TrashedCapture,
} from '#shared/domain/capture/capture'
import type { Day, WallTime } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import type { Clock } from '../ports/clock'
import type { CaptureStore } from '../ports/dayLogStore'

export interface CapturesNeeds {
  readonly clock: Clock
  readonly newId: () => EntryId
  dayEnds(): WallTime
  forReading(): CaptureStore
  forWriting(): Promise<CaptureStore>
  changed(day: Day): void
}

export interface Captures {
  /** Without those in the trash. */
  ofDay(day: Day): Promise<readonly Capture[]>
  trashed(): Promise<readonly TrashedCapture[]>
  add(given: { readonly kind: CaptureKind; readonly text: string }): Promise<null>
  edit(day: Day, id: EntryId, given: { readonly kind: CaptureKind; readonly text: string }): Promise<null>
  move(day: Day, id: EntryId, to: Day): Promise<null>
  /** Marks it as put into an entry, or as not. */
  use(day: Day, id: EntryId, entry: EntryId | null): Promise<null>
  discard(day: Day, id: EntryId): Promise<null>
  restore(day: Day, id: EntryId): Promise<null>
  erase(day: Day, id: EntryId): Promise<null>
}

export function createCaptures(needs: CapturesNeeds): Captures {
  const { clock, newId, dayEnds, forReading, forWriting, changed } = needs

  async function write(day: Day, work: (store: CaptureStore) => Promise<void>): Promise<null> {
    await work(await forWriting())
    changed(day)
    return null
  }
  return {
    ofDay: async (day) => (await forReading().ofDay(day)).filter((capture) => !isTrashed(capture)),
    async trashed() {
      const found: TrashedCapture[] = []
      for await (const { captures } of forReading().all()) found.push(...captures.filter(isTrashed))
      return found
    },
    async add({ kind, text }) {
      if (text.trim() === '') throw new Failure('bad-request', 'nothing to keep')
      const capture = newCapture({ id: newId(), now: clock.now(), dayEnds: dayEnds(), kind, text })
      return write(capture.day, (store) => store.add(capture))
    },
    async edit(day, id, { kind, text }) {
      if (text.trim() === '') throw new Failure('bad-request', 'nothing to keep')
      return write(day, (store) => store.change(day, id, (capture) => rewritten(capture, { kind, text })))
    },
    async move(day, id, to) {
      if (to === day) return null
      await write(day, (store) => store.move(day, id, to))
      changed(to)
      return null
    },
    use: (day, id, entry) => write(day, (store) => store.change(day, id, (capture) => ({ ...capture, usedIn: entry }))),
    discard: (day, id) =>
      write(day, (store) => store.change(day, id, (capture) => ({ ...capture, trashed: clock.instant() }))),
    restore: (day, id) => write(day, (store) => store.change(day, id, (capture) => ({ ...capture, trashed: null }))),
    erase: (day, id) => write(day, (store) => store.erase(day, id)),
  }
}
