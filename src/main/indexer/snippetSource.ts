/** Reads the words of what was found, as they were written: in memory they would take as much room again as the index. */
import type { RecordId } from '#shared/domain/record'
import type { SearchedSection } from '#shared/domain/search/snippet'
import type { IndexItem } from './indexItem'
import type { JournalIndex } from './journalIndex'

export type SnippetSource = (item: IndexItem) => readonly SearchedSection[]

/** The next key mostly finds what the last one found. */
const kept = 200

export function createSnippetSource(index: JournalIndex): SnippetSource {
  const known = new Map<RecordId, { item: IndexItem; words: readonly SearchedSection[] }>()

  return (item) => {
    const { id } = item.row
    const before = known.get(id)
    known.delete(id)
    // Another item with this id: it was saved since.
    const words = before?.item === item ? before.words : sectionsOf(index, item)
    known.set(id, { item, words })
    const [oldest] = known.keys()
    if (known.size > kept && oldest !== undefined) known.delete(oldest)
    return words
  }
}

function sectionsOf(index: JournalIndex, { row }: IndexItem): readonly SearchedSection[] {
  const records = index.recordsOf(row.kind)
  const record = records?.read(row.id)
  if (records && record) return records.kind.describe(record).sections
  const logs = index.logsOf(row.kind)
  const log = logs?.read(row.day)
  return (logs && log && logs.kind.describe(log).find((one) => one.row.id === row.id)?.sections) ?? []
}
