/**
 * Whether a file that can't be read is damaged, or only half written: another program may write it in place (cp, a network disk, a sync client). It is
 * judged once it stayed the same over a while of this process's own time; a file's times say nothing of that.
 */
import type { Disk } from '../../disk/disk'
import { failureOf } from '../../disk/failureOf'
import { digestOf } from '../../disk/fileFingerprint'
import { DurableAdapter } from '../format/DurableAdapter'
import { type FileFormat, maxDocumentBytes } from '../format/fileFormat'

/** A file that goes on changing is looked at again another time. */
const looks = 3

/** `steadyFor` in milliseconds; 0 judges at once. False when it goes on changing, is whole by now, or gone. */
export async function staysDamaged<T extends object>(
  disk: Disk,
  path: string,
  format: FileFormat<T>,
  steadyFor: number,
): Promise<boolean> {
  if (steadyFor === 0) return true
  let before = await look(disk, path)
  for (let at = 0; at < looks; at++) {
    await disk.wait(steadyFor)
    const now = await look(disk, path)
    // It rests also when its writing has ended meanwhile.
    if (now === before) return now !== 'gone' && (await isDamaged(disk, path, format))
    before = now
  }
  return false
}

async function isDamaged<T extends object>(disk: Disk, path: string, format: FileFormat<T>): Promise<boolean> {
  try {
    await new DurableAdapter(disk, path, format).read()
    return false
  } catch (error) {
    return ['unreadable', 'too-large'].includes(failureOf(error).code)
  }
}

async function look({ files }: Disk, path: string): Promise<string> {
  try {
    const { bytes, info } = await files.read(path, maxDocumentBytes)
    return [info.size, info.modified, info.identity, digestOf(bytes)].join(' ')
  } catch (error) {
    // Too large to be read is a state as well.
    const info = await files.info(path).catch(() => null)
    return info === null ? 'gone' : [info.size, info.modified, info.identity, String(error)].join(' ')
  }
}
