/** Where this device's journal lies, for a start without a window; a device file that can't be read is left for the app to mend. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deviceStateSchema } from './deviceState'

/** `isKnown`: the app has opened it before, so that its absence means a disk that is away. */
export async function storedPlace(userData: string): Promise<{ readonly folder: string; readonly isKnown: boolean }> {
  const usual = join(userData, 'journal')
  try {
    const device = deviceStateSchema.parse(JSON.parse(await readFile(join(userData, 'device.json'), 'utf8')))
    const folder = device.journalFolder ?? usual
    return { folder, isKnown: device.lastOpened === folder }
  } catch {
    return { folder: usual, isKnown: false }
  }
}
