/**
 * Whether a file that can't be read is damaged, or only half written: another program may write it in place (cp, a network disk, a sync client). It is
 * judged once it stayed the same over a while of this process's own time; a file's times say nothing of that.
 */
import type { Disk } from '../../disk/disk'
import { failureOf } from '../../disk/failureOf'
import { digestOf } from '../../disk/fileFingerprint'
import { DurableAdapter } from '../format/DurableAdapter'
import { isDamage } from '../format/damage'
import { type FileFormat, maxDocumentBytes } from '../format/fileFormat'

/** Milliseconds before a process that may move a damaged file does so. */
export const journalSteadyFor = 5_000

/** Milliseconds, for a command: a person waits for it, and it moves nothing. */
export const commandSteadyFor = 2_000

/** A file that goes on changing is looked at again another time. */
const mostLooks = 3

/** `steadyFor` in milliseconds; 0 judges at once. False when it goes on changing, is whole by now, or gone. */
export async function staysDamaged<T extends object>(
  disk: Disk,
  path: string,
  format: FileFormat<T>,
  steadyFor: number,
): Promise<boolean> {
  return (await judgedDamage(disk, path, format, steadyFor)) === 'damaged'
}

/** The same of a file that could not be read a moment ago, with what it is instead. One that is gone by now counts as whole. */
export async function judgedDamage<T extends object>(
  disk: Disk,
  path: string,
  format: FileFormat<T>,
  steadyFor: number,
  looks = mostLooks,
): Promise<'damaged' | 'being-written' | 'whole'> {
  if (steadyFor === 0) return 'damaged'
  const isSteady = await becomesSteady(disk, path, steadyFor, looks)
  if (!(await isDamaged(disk, path, format))) return 'whole'
  return isSteady ? 'damaged' : 'being-written'
}

/** Whether a file stays the same between two looks that are `steadyFor` apart, the first two of `looks` and one. One that is away stays the same too. */
export async function becomesSteady(
  disk: Disk,
  path: string,
  steadyFor: number,
  looks: number = mostLooks,
): Promise<boolean> {
  let before = await stateOf(disk, path)
  for (let at = 0; at < looks; at++) {
    await disk.wait(steadyFor)
    const now = await stateOf(disk, path)
    if (now === before) return true
    before = now
  }
  return false
}

async function isDamaged<T extends object>(disk: Disk, path: string, format: FileFormat<T>): Promise<boolean> {
  try {
    await new DurableAdapter(disk, path, format).read()
    return false
  } catch (error) {
    return isDamage(failureOf(error).code)
  }
}

/** Its size, times, number and bytes in one text. */
export async function stateOf({ files }: Disk, path: string): Promise<string> {
  try {
    const { bytes, info } = await files.read(path, maxDocumentBytes)
    return [info.size, info.modified, info.identity, digestOf(bytes)].join(' ')
  } catch (error) {
    // Too large to be read is a state as well.
    const info = await files.info(path).catch(() => null)
    return info === null ? 'gone' : [info.size, info.modified, info.identity, String(error)].join(' ')
  }
}
