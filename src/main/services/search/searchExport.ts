/** What an export of a search reads: the records that were found, and nothing else. */
import type { Notice } from '#shared/contract/health'
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import type { RecordId, StoredRecord } from '#shared/domain/record'
import { mapConcurrent } from '../../async/mapConcurrent'
import type { ExportedLog, ExportSource } from '../ports/exportSource'
import type { FoundItem } from '../ports/library'
import type { MarkdownRenderer, Period } from '../ports/markdownRenderer'

const readsAtOnce = 8

export interface SearchExportNeeds {
  readFound(item: FoundItem): Promise<StoredRecord>
  /** The file that it lies in, relative to the journal's folder. */
  fileOf(item: FoundItem): string
  /** Left out of the export: only how many there are is asked. */
  copiesBeside(ids: readonly EntryId[]): Promise<readonly Notice[]>
  /** Whether records of this kind share a file for their day. */
  isLog(kind: string): boolean
  /** Of such a day these records alone, without those in the trash; null when none is left. */
  partOf(kind: string, day: Day, ids: ReadonlySet<RecordId>): Promise<ExportedLog | null>
}

export function searchExport(
  found: readonly FoundItem[],
  { readFound, fileOf, copiesBeside, isLog, partOf }: SearchExportNeeds,
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
      const records = found.filter(({ kind }) => !isLog(kind))
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
      for (const items of byDay(found.filter(({ kind }) => isLog(kind)))) {
        const [first] = items
        if (!first) continue
        const ids = new Set(items.map(({ id }) => id))
        const part = await partOf(first.kind, first.day, ids).catch(() => unread(first))
        if (part) yield part
      }
    },
  }
}

/** What lies in one file together. */
function byDay(found: readonly FoundItem[]): Iterable<readonly FoundItem[]> {
  const days = new Map<string, FoundItem[]>()
  for (const item of found) {
    const name = `${item.kind} ${item.day}`
    const ofDay = days.get(name)
    if (ofDay) ofDay.push(item)
    else days.set(name, [item])
  }
  return days.values()
}
