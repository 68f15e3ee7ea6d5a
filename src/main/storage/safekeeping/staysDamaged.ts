/**
 * Whether a file that can't be read is damaged, or only half written: another program may write it in place (cp, a network disk, a sync client). It is
 * judged once it stayed the same over a while of this process's own time; a file's times say nothing of that.
 */
import type { Disk } from '../../disk/disk'
import { digestOf } from '../../disk/fileFingerprint'
import { maxDocumentBytes } from '../format/fileFormat'

/** A file that goes on changing is looked at again another time. */
const looks = 3

/** `steadyFor` in milliseconds; 0 judges at once. False when it changed, or is gone. */
export async function staysDamaged(disk: Disk, path: string, steadyFor: number): Promise<boolean> {
  if (steadyFor === 0) return true
  let before = await look(disk, path)
  for (let at = 0; at < looks; at++) {
    await disk.wait(steadyFor)
    const now = await look(disk, path)
    if (now === before) return now !== 'gone'
    before = now
  }
  return false
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
