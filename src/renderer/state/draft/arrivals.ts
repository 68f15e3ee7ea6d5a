/** What was added to a page outside of its window, since the window last read or stored it. */
import type { SavedEntry } from '#shared/contract/entries'
import { type PageBlock, readDocument } from '#shared/document/document'
import type { Entry, StoredAnswer } from '#shared/domain/entry/entry'
import { sameData } from '../sameData'

export interface Arrival {
  readonly section: number
  readonly blocks: readonly PageBlock[]
  /** Whether they follow what the window knows of the answer; else they are all that it is now. */
  readonly isAdded: boolean
}

/** By section. Null when more than answers changed, or the page has other questions now. */
export function arrivalsIn(theirs: Entry, stored: SavedEntry): readonly Arrival[] | null {
  if (theirs.title !== stored.title || theirs.day !== stored.day) return null
  if (theirs.sections.length !== stored.sections.length) return null
  const arrivals: Arrival[] = []
  for (const [section, { answer, ...asked }] of stored.sections.entries()) {
    const found = theirs.sections[section]
    if (!found || found.prompt !== asked.prompt || found.question !== asked.question) return null
    if (sameData(found.answer, answer)) continue
    const [whole, before] = [blocksOf(found.answer), blocksOf(answer)]
    if (whole === null || before === null) return null
    const end = before.findLastIndex((block) => block.type !== 'paragraph' || block.children.length > 0) + 1
    const isAdded = sameData(whole.slice(0, end), before.slice(0, end))
    arrivals.push({ section, blocks: isAdded ? whole.slice(end) : whole, isAdded })
  }
  return arrivals
}

function blocksOf(answer: StoredAnswer): readonly PageBlock[] | null {
  const read = readDocument(answer)
  return read.ok ? read.document.root.children : null
}
