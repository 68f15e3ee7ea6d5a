/** A rename that outlasts the moment in which a virus scanner or a sync program holds the file. */
import type { Disk } from './disk'
import { errorCode } from './files'

// Windows refuses to rename onto a file that another program has open, with any of these three.
const passing = new Set(['EPERM', 'EACCES', 'EBUSY'])
const pauses = [10, 20, 40, 80, 160, 320]

export async function renameWithRetry(disk: Disk, from: string, to: string): Promise<void> {
  for (const pause of pauses) {
    try {
      return await disk.files.rename(from, to)
    } catch (error) {
      if (!passing.has(errorCode(error) ?? '')) throw error
      await disk.wait(pause)
    }
  }
  await disk.files.rename(from, to)
}
