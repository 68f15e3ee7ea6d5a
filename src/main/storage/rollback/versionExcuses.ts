/** Why the newest version of a record may be gone without anybody having taken it away. All names are read once for all that is asked. */
import { arrivalsFolder } from '../encryption/files/arrivalPlace'
import { sealedName } from '../encryption/files/encryptedLayout'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalFolder } from '../layout/journalFolder'
import { givenUpNames, isGivenUp } from '../records/givenUp'
import { RecordFiles } from '../records/recordFiles'
import { keyOf, type StateKey } from '../records/statePlace'
import { trashFiles } from '../records/trashFiles'

/** `absent`: the record is nowhere. `known`: something of it was given up on purpose, or waits for the person's word. `none`: it is told. */
export type Excuse = 'absent' | 'in-trash' | 'known' | 'none'

export async function versionExcuses(
  folder: JournalFolder,
): Promise<(kind: RecordKind, id: string) => Promise<Excuse>> {
  const [live, trashed] = [new Set<StateKey>(), new Set<StateKey>()]
  for (const kind of folder.recordKinds) {
    const key = ({ id }: { readonly id: string }) => keyOf({ kind: kind.name, of: id })
    for (const file of await new RecordFiles(folder, kind).all()) live.add(key(file))
    for (const file of await trashFiles(folder, kind)) trashed.add(key(file))
  }
  const givenUp = await givenUpNames(folder)
  const waiting = await waitingVersions(folder)
  return async (kind, id) => {
    const key = keyOf({ kind: kind.name, of: id })
    if (waiting.has(key) || (await isGivenUp(folder, key, givenUp))) return 'known'
    return live.has(key) ? 'none' : trashed.has(key) ? 'in-trash' : 'absent'
  }
}

/** Records of which a version waits to be let in; the person is told of that. */
async function waitingVersions(folder: JournalFolder): Promise<ReadonlySet<StateKey>> {
  const found = new Set<StateKey>()
  for (const { name: mark } of await folder.list(...arrivalsFolder))
    for (const sealed of [[], [sealedName]])
      for (const kind of folder.recordKinds) {
        const place = [...arrivalsFolder, mark, ...sealed, ...kind.versions]
        for (const { name: id } of await folder.list(...place))
          if ((await folder.list(...place, id)).some((one) => one.kind === 'file'))
            found.add(keyOf({ kind: kind.name, of: id }))
      }
  return found
}
