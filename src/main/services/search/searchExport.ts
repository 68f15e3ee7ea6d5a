/** What an export of a search reads: the entries and captures that were found, and nothing else. */
import type { Notice } from '#shared/contract/health'
import type { Capture, CaptureDay } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import type { StoredRecord } from '#shared/domain/record'
import { mapConcurrent } from '../../async/mapConcurrent'
import type { ExportSource } from '../ports/exportSource'
import type { FoundItem } from '../ports/library'
import type { MarkdownRenderer, Period } from '../ports/markdownRenderer'

const readsAtOnce = 8

export interface SearchExportNeeds {
  readFound(item: FoundItem): Promise<StoredRecord>
  /** The file that it lies in, relative to the journal's folder. */
  fileOf(item: FoundItem): string
  /** Left out of the export: only how many there are is asked. */
  copiesBeside(ids: readonly EntryId[]): Promise<readonly Notice[]>
  /** Without those in the trash. */
  capturesOf(day: Day): Promise<readonly Capture[]>
}

export function searchExport(
  found: readonly FoundItem[],
  { readFound, fileOf, copiesBeside, capturesOf }: SearchExportNeeds,
): ExportSource {
  const listeners = new Set<(notice: Notice) => void>()
  const say = (notice: Notice) => {
    for (const listener of listeners) listener(notice)
  }
  const unread = (item: FoundItem) =>
    say({ kind: 'unreachable', file: fileOf(item), day: item.day, restored: false, recordKind: item.kind })
  return {
    onNotice(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async *rendered<Text>(renderer: MarkdownRenderer<Text>, period: Period) {
      const records = found.filter(({ kind }) => kind !== 'capture')
      const rendered = async (item: FoundItem) => {
        const text = await readFound(item)
          .then((record) => renderer.record(item.kind, record, period))
          .catch(() => null)
        return { item, text }
      }
      for await (const { item, text } of mapConcurrent(records, readsAtOnce, rendered)) {
        if (text) yield text
        else unread(item)
      }
      const entries = records.filter(({ kind }) => kind === 'entry')
      // An export is whole without this look.
      for (const notice of await copiesBeside(entries.map(({ id }) => id)).catch(() => [])) say(notice)
    },
    async *logs() {
      for (const [day, items] of capturesByDay(found)) {
        const [first] = items
        const ofDay = await capturesOf(day).catch(() => null)
        if (ofDay === null && first) unread(first)
        const ids = new Set(items.map(({ id }) => id))
        const captures = (ofDay ?? []).filter(({ id }) => ids.has(id))
        // A part of the day has no revision of its own.
        if (captures.length === 0) continue
        const log: CaptureDay = { schema: 1, day, revision: 0, captures: [...captures] }
        yield { kind: 'capture', name: 'captures', log }
      }
    },
  }
}

function capturesByDay(found: readonly FoundItem[]): ReadonlyMap<Day, readonly FoundItem[]> {
  const days = new Map<Day, FoundItem[]>()
  for (const item of found) {
    if (item.kind !== 'capture') continue
    const ofDay = days.get(item.day)
    if (ofDay) ofDay.push(item)
    else days.set(item.day, [item])
  }
  return days
}
