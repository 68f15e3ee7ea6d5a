/** Backups of one of the two devices, and the way back to one. */
import { join } from 'node:path'
import { makeBackup } from '../../../src/main/backups/makeBackup'
import { restoreJournal } from '../../../src/main/backups/restoreJournal'
import { rawDisk } from '../../../src/main/disk/rawFiles'
import type { Device } from './device'
import type { TwoDevices } from './model'
import { picked } from './pageActions'

export async function backUp(device: Device): Promise<void> {
  await device.close()
  const { folder: journal, backups, files } = device.place
  const order = { reason: 'asked', now: device.clock.instant(), after: 0, version: '1.0.0', journal } as const
  await makeBackup(rawDisk({ files }), order, backups)
}

/** The person goes back: what the journal held and the backup does not is removed. */
export async function goBack(world: TwoDevices, device: Device, which: number): Promise<void> {
  const { folder: journal, backups, files } = device.place
  const found = await files.list(backups).catch(() => [])
  const backup = picked(
    found
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.zip'))
      .sort(),
    which,
  )
  if (backup === undefined) return
  await device.forgetSaves()
  const before = device.wordsOnDisk()
  const order = { journal, file: join(backups, backup), now: device.clock.instant(), coveredBy: null }
  await restoreJournal(rawDisk({ files }), order)
  const after = device.wordsOnDisk()
  // What the other device had removed, and was written here again by a save that is undone now, is removed.
  world.removed([...before].filter((word) => !after.has(word) || world.removedOnce.has(word)))
}
