/**
 * The settings that this device saved last, in a folder of the device: a sync program may put another device's settings over ours and leave no copy. Those
 * were made apart where each lacks changes of the other, and ours come back as second settings that lie beside them do. Sealed in a journal with a lock.
 */
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Saves } from '#shared/domain/record'
import type { Settings } from '#shared/domain/settings/settings'
import { createDurably } from '../../disk/createDurably'
import type { Disk } from '../../disk/disk'
import { digestOf } from '../../disk/fileFingerprint'
import { errorCode } from '../../disk/files'
import { makeFolders } from '../../disk/makeFolders'
import { removeDurably } from '../../disk/removeDurably'
import { DurableAdapter } from '../format/DurableAdapter'
import { encoded } from '../format/fileFormat'
import { type JournalFolder, settingsName } from '../layout/journalFolder'
import { givenUpNames, givenUpOf } from '../records/givenUp'
import { covers } from '../records/lineage'
import { savesOfRevision, settingsKey } from '../records/statePlace'
import type { JournalContext } from '../safekeeping/journalContext'
import { settingsFormat } from './settingsFormat'
import { choicesOf } from './settingsRevision'

/** Among what this device keeps beside a journal. */
export const keptSettingsName = 'settings.json'

export class KeptSettings {
  private readonly path: string

  /** `disk` seals what is written, with a lock. */
  constructor(
    private readonly disk: Disk,
    folder: string,
  ) {
    this.path = join(folder, keptSettingsName)
  }

  /** Never throws: one guard less, and the journal has them. */
  async save(settings: Settings): Promise<void> {
    try {
      await makeFolders(this.disk, dirname(this.path))
      await new DurableAdapter(this.disk, this.path, settingsFormat).write(settings)
    } catch {
      // The device takes no file now.
    }
  }

  /** Which changes they hold; null where that can't be read, as of another lock. */
  async saves(): Promise<Saves | null> {
    try {
      return (await new DurableAdapter(this.disk, this.path, settingsFormat).read())?.saves ?? {}
    } catch {
      return null
    }
  }

  /** Puts them beside the journal's where those were made apart; whether it did. Never throws: what can't be told now is looked at again. */
  async bringBack({ folder, lock }: Pick<JournalContext, 'folder' | 'lock'>): Promise<boolean> {
    try {
      const ours = await new DurableAdapter(this.disk, this.path, settingsFormat).read()
      if (ours === null) return false
      const there = await new DurableAdapter(folder.disk, folder.path(settingsName), settingsFormat).read()
      // Gone, or of before: the person is told of it, where this device remembers what it has seen.
      if (there === null || isBefore(there, ours)) return false
      if (isDeepStrictEqual(choicesOf(there), choicesOf(ours))) return false
      const isApart = areApart(there, ours) && !(await wasGivenUp(folder, ours))
      if (isApart) {
        await lock.hold()
        await besideThem(folder, encoded(settingsFormat, ours))
      }
      await removeDurably(this.disk, this.path)
      return isApart
    } catch {
      return false
    }
  }
}

function isBefore(there: Settings, ours: Settings): boolean {
  return (there.revision ?? 0) < (ours.revision ?? 0) && covers(ours.saves ?? {}, there.saves ?? {})
}

/** Of settings that no app has counted by device their number is all there is to tell it. */
function areApart(there: Settings, ours: Settings): boolean {
  if (ours.saves === undefined) return there.revision === ours.revision
  return !covers(there.saves ?? {}, ours.saves)
}

/** Left behind by going back to a backup, with as many changes. */
async function wasGivenUp(folder: JournalFolder, { revision = 0 }: Settings): Promise<boolean> {
  const saves = await givenUpOf(folder, settingsKey, await givenUpNames(folder))
  return covers(saves, savesOfRevision(revision))
}

async function besideThem(folder: JournalFolder, bytes: Uint8Array): Promise<void> {
  const mark = digestOf(bytes).replace(/\W/g, '').slice(0, 8)
  const name = settingsName.replace(/\.json$/, ` (kept ${mark}).json`)
  await createDurably(folder.disk, folder.path(name), bytes).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error
  })
}
