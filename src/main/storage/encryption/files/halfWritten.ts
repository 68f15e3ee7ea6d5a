/**
 * Files of which another program may have brought one half so far (cp, a network disk, a sync client). Taken away then, the whole file goes: a sync program
 * carries the removal to where that lies. As with damage, they are judged once they stayed the same for a while.
 */
import type { JournalFolder } from '../../layout/journalFolder'
import { becomesSteady } from '../../safekeeping/staysDamaged'
import { maxFileSize, type Names } from './fileSet'

export type IsWhole = (names: Names, bytes: Uint8Array) => boolean

/** All that a journal without a lock writes is JSON, and no half of that is. What else lies in its folders can't be judged. */
export const isWholePlain: IsWhole = (names, bytes) => !names.at(-1)?.endsWith('.json') || isJson(bytes)

/** What can't be read now counts as whole: whoever reads it next is told why. */
export async function isHalf(folder: JournalFolder, names: Names, isWhole: IsWhole): Promise<boolean> {
  const found = await folder.disk.files.read(folder.path(...names), maxFileSize).catch(() => null)
  return found !== null && !isWhole(names, found.bytes)
}

/** Of these, the ones that are no whole file and go on changing. `steadyFor` in milliseconds; 0 judges at once. */
export async function beingWritten(
  folder: JournalFolder,
  files: readonly Names[],
  isWhole: IsWhole,
  steadyFor: number,
): Promise<ReadonlySet<Names>> {
  const written = new Set<Names>()
  if (steadyFor === 0) return written
  const half: Names[] = []
  for (const names of files) if (await isHalf(folder, names, isWhole)) half.push(names)
  const look = async (names: Names) => {
    const isSteady = await becomesSteady(folder.disk, folder.path(...names), steadyFor)
    if (!isSteady && (await isHalf(folder, names, isWhole))) written.add(names)
  }
  await Promise.all(half.map(look))
  return written
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(bytes).toString('utf8'))
    return true
  } catch {
    return false
  }
}
