/** What an export of a search reads: the entries and captures that were found, and nothing else. */
import type { Capture } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { mapConcurrent } from '../../async/mapConcurrent'
import type { StoreNotice } from '../ports/entryStore'
import type { ExportSource } from '../ports/exportSource'
import type { FoundItem } from '../ports/library'
import type { MarkdownRenderer, Period } from '../ports/markdownRenderer'

const readsAtOnce = 8

export interface SearchExportNeeds {
  /** `day` is where it was found. */
  read(id: EntryId, day?: Day): Promise<Entry>
  /** Left out of the export: only how many there are is asked. */
  copiesBeside(ids: readonly EntryId[]): Promise<readonly StoreNotice[]>
  /** Without those in the trash. */
  capturesOf(day: Day): Promise<readonly Capture[]>
}

export function searchExport(
  found: readonly FoundItem[],
  { read, copiesBeside, capturesOf }: SearchExportNeeds,
): ExportSource {
  const listeners = new Set<(notice: StoreNotice) => void>()
  const say = (notice: StoreNotice) => {
    for (const listener of listeners) listener(notice)
  }
  const unread = (folder: string, day: Day, name: string) =>
    say({ kind: 'unreachable', file: `${folder}/${day.slice(0, 4)}/${name}.json`, day, restored: false })
  return {
    onNotice(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async *rendered<Text>(renderer: MarkdownRenderer<Text>, period: Period) {
      const entries = found.filter(({ isCapture }) => !isCapture)
      const rendered = async ({ id, day }: FoundItem) => {
        const text = await read(id, day)
          .then((entry) => renderer.entry(entry, period))
          .catch(() => null)
        return { id, day, text }
      }
      for await (const { id, day, text } of mapConcurrent(entries, readsAtOnce, rendered)) {
        if (text) yield text
        else unread('entries', day, `${day}-${id}`)
      }
      // An export is whole without this look.
      for (const notice of await copiesBeside(entries.map(({ id }) => id)).catch(() => [])) say(notice)
    },
    async *captures() {
      for (const [day, ids] of capturesByDay(found)) {
        const ofDay = await capturesOf(day).catch(() => null)
        if (ofDay === null) unread('captures', day, day)
        const captures = (ofDay ?? []).filter(({ id }) => ids.has(id))
        // A part of the day has no revision of its own.
        if (captures.length > 0) yield { schema: 1, day, revision: 0, captures: [...captures] }
      }
    },
  }
}

function capturesByDay(found: readonly FoundItem[]): ReadonlyMap<Day, ReadonlySet<EntryId>> {
  const days = new Map<Day, Set<EntryId>>()
  for (const { id, day, isCapture } of found) {
    if (isCapture) days.set(day, (days.get(day) ?? new Set()).add(id))
  }
  return days
}
