/** Where this device's journal lies, for a start without a window; a damaged device file is left for the app to repair. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LockedState } from '#shared/domain/encryption/lock'
import { Failure } from '#shared/domain/failure'
import { knownPart } from '../storage/format/fileFormat'
import { type DeviceState, defaultDeviceState, deviceSchemaVersion, deviceStateSchema } from './deviceState'
import type { KeptLocks } from './inboxPlace'

const format = { version: deviceSchemaVersion, schema: deviceStateSchema, migrations: [] }

export interface StoredPlace {
  readonly folder: string
  readonly isKnown: boolean
  readonly lockedState: LockedState | null
  /** What this device knows of the locks of journals. */
  readonly locks?: KeptLocks
  readonly migratedLocks?: readonly string[] | undefined
  /** Names this device among those that write in the journal. */
  readonly device?: string | undefined
}

/**
 * `isKnown`: the app has opened it before, so that its absence means a disk that is away. Throws `disk-error` when the device file
 * is there and can't be read now: the usual place may be another journal.
 */
export async function storedPlace(userData: string): Promise<StoredPlace> {
  const defaultFolder = join(userData, 'journal')
  const device = stateIn(await textOf(join(userData, 'device.json')))
  const folder = device?.journalFolder ?? defaultFolder
  const isKnown = device?.lastOpened === folder
  const locks = { knownLocks: device?.knownLocks, lastJournal: device?.lastJournal }
  const lockedState = device?.shownLocked ?? null
  const { migratedLocks, device: name } = device ?? {}
  return { folder, isKnown, lockedState, locks, migratedLocks, device: name }
}

/** Null when there is no file. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new Failure('disk-error', 'the device file can’t be read', { cause: error })
  }
}

/** As the app reads it: null for damage, which it answers with the usual place too. Of one with words of a newer app what is known here. */
function stateIn(text: string | null): DeviceState | null {
  try {
    return text === null ? null : knownPart(format, Buffer.from(text), defaultDeviceState)
  } catch {
    return null
  }
}
