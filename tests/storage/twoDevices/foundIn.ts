/** What the index finds in a device's journal, read anew: which saves its files hold. */
import { join } from 'node:path'
import { JournalIndex } from '../../../src/main/indexer/journalIndex'
import type { ReadableFiles } from '../../../src/main/indexer/readableFiles'
import type { FoundStates } from '../../../src/main/services/ports/library'
import type { Place } from './places'

export function foundIn({ folder, synced }: Pick<Place, 'folder' | 'synced'>): FoundStates {
  const files = readable(folder, synced.files())
  const index = new JournalIndex({ files, home: folder, root: folder, now: () => 0, needsRepair: () => undefined })
  for (const _ of index.lookAtAll());
  const { states, isLast } = index.states.take()
  if (!isLast) throw new Error('the journal is larger than the test thinks')
  return { states, isLast }
}

function readable(root: string, found: ReadonlyMap<string, Uint8Array>): ReadableFiles {
  const files = new Map([...found].map(([path, bytes]) => [join(root, path), bytes]))
  return {
    list(folder) {
      const inside = [...files.keys()].flatMap((path) =>
        path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1).split('/')] : [],
      )
      if (inside.length === 0) return null
      return {
        files: inside.flatMap(([name, ...more]) => (name !== undefined && more.length === 0 ? [name] : [])),
        folders: [
          ...new Set(inside.flatMap(([name, ...more]) => (name !== undefined && more.length > 0 ? [name] : []))),
        ],
      }
    },
    facts(path) {
      const bytes = files.get(path)
      return bytes ? { size: bytes.length, modified: 0, identity: 0 } : null
    },
    read: (path) => files.get(path) ?? null,
  }
}
