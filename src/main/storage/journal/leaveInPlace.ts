/** Leaves words in the journal's folder, and also in the one that it was moved to meanwhile: what its files were copied before would else stay behind. */
import type { KeptUntil } from '#shared/contract/captures'
import { Failure } from '#shared/domain/failure'
import { lookIntoFolder } from './moveJournal'

/** A folder is moved by hand. */
const mostMoves = 3

/** `place` answers where the journal lies now. The words have one id wherever they are left, so that they count once. */
export async function leaveInPlace(
  place: () => string | Promise<string>,
  leave: (folder: string) => Promise<KeptUntil | null>,
): Promise<KeptUntil | null> {
  let folder = await place()
  for (let moves = 0; moves < mostMoves; moves++) {
    const left = await leave(folder)
    // They are on the disk, whatever is known of the place then.
    const present = folder
    const now = await Promise.resolve()
      .then(place)
      .catch(() => present)
    if (now === folder || !(await isSameJournal(folder, now))) return left
    folder = now
  }
  throw new Failure('unexpected', 'the journal does not stay in a folder')
}

/** Words for a journal go to no other, which may be chosen just then. */
async function isSameJournal(one: string, other: string): Promise<boolean> {
  const [left, now] = await Promise.all([one, other].map((folder) => lookIntoFolder(folder)))
  return left?.kind === 'journal' && now?.kind === 'journal' && left.id !== null && left.id === now.id
}
