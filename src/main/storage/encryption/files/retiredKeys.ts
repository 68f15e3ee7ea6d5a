/** What the names of retired key files say: of which locks they are, and which sealed files they are for. */
import { folderNames, type JournalFolder } from '../../layout/journalFolder'

interface RetiredKeys {
  readonly ids: ReadonlySet<string>
  /** As sealed files bear them. */
  readonly marks: ReadonlySet<string>
}

export async function retiredKeys(home: JournalFolder): Promise<RetiredKeys> {
  const [ids, marks] = [new Set<string>(), new Set<string>()]
  for (const { name } of await home.list(folderNames.keys)) {
    const [, id, mark] = /^([0-9a-f-]{36})-([0-9a-f]{16})/.exec(name) ?? []
    if (id === undefined || mark === undefined) continue
    ids.add(id)
    marks.add(mark)
  }
  return { ids, marks }
}
