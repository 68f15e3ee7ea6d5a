/** Reads the words of what was found, as they were written: in memory they would take as much room again as the index. */
import type { EntryId } from '#shared/domain/entry/entry'
import type { SearchedSection } from '#shared/domain/search/snippet'
import type { IndexItem } from './indexItem'
import type { JournalIndex } from './journalIndex'

export type SnippetSource = (item: IndexItem) => readonly SearchedSection[]

/** The next key mostly finds what the last one found. */
const kept = 200

export function createSnippetSource({ entries, captures }: JournalIndex): SnippetSource {
  const known = new Map<EntryId, { item: IndexItem; words: readonly SearchedSection[] }>()

  function read({ row }: IndexItem): readonly SearchedSection[] {
    const sections = entries.read(row.id)?.sections
    if (sections) return sections.map(({ question, text }) => ({ question, text }))
    const caught = captures.read(row.day)?.captures.find(({ id }) => id === row.id)
    return caught ? [{ question: null, text: caught.text }] : []
  }

  return (item) => {
    const { id } = item.row
    const before = known.get(id)
    known.delete(id)
    // Another item with this id: it was saved since.
    const words = before?.item === item ? before.words : read(item)
    known.set(id, { item, words })
    const [oldest] = known.keys()
    if (known.size > kept && oldest !== undefined) known.delete(oldest)
    return words
  }
}
