/** A device with a journal's folder, as the app and its commands put them together: its own state, what it knows of locks, what it keeps. */
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCapture } from '../../../src/main/cli/runCapture'
import { keyFileBytes, readKeyFile } from '../../../src/main/storage/encryption/cipher/keyFile'
import { AdmittedFiles, admittedName } from '../../../src/main/storage/encryption/files/admittedFiles'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { createDraftSealing } from '../../../src/main/storage/encryption/keys/draftSealing'
import { openDocument } from '../../../src/main/storage/format/openDocument'
import { type OpenJournal, openJournal } from '../../../src/main/storage/journal/openJournal'
import { createDraftFiles } from '../../../src/main/storage/safekeeping/draftFiles'
import { createDeviceLocks } from '../../../src/main/system/deviceLocks'
import {
  type DeviceState,
  defaultDeviceState,
  deviceSchemaVersion,
  deviceStateSchema,
} from '../../../src/main/system/deviceState'
import { openAsKnown } from '../../../src/main/system/openAsKnown'
import { freshFolder } from '../freshFolder'
import { collected } from '../sample'
import { setClock } from '../sampleClock'
import { madeKey, quickCost } from '../sealed'

export type TestDevice = Awaited<ReturnType<typeof aDevice>>

/** With a journal's folder that is there already, and perhaps the device's own as another run left it. */
export async function aDevice(given?: string, from?: string) {
  const folder = given ?? (await freshFolder())
  const userData = await freshFolder()
  if (from !== undefined) await cp(from, userData, { recursive: true })
  const clock = setClock()
  const device = await openDocument<DeviceState>({
    path: join(userData, 'device.json'),
    schema: deviceStateSchema,
    version: deviceSchemaVersion,
    defaults: defaultDeviceState,
    clock,
  })
  await device.save({ ...device.value, journalFolder: folder, lastOpened: given ?? null })
  const admitted = new AdmittedFiles(join(userData, admittedName))
  const locks = createDeviceLocks({
    device,
    userData,
    clock,
    folder: () => folder,
    open: (bytes) => sealing.open(bytes),
  })
  const failed = (error: unknown) => {
    throw error
  }
  const seal = createJournalEncryption({
    folder: () => folder,
    clock,
    cost: quickCost,
    admitted,
    known: locks.find,
    turnedOff: () => locks.give().then(async () => void (await locks.bring())),
  })
  const sealing = createDraftSealing({ vault: seal.vault, known: locks.find })
  const drafts = createDraftFiles({ folder: join(userData, 'drafts'), clock, ...sealing })
  const lockedStarts: string[] = []
  const open = () =>
    openAsKnown({ folder, locks, seal, locked: () => void lockedStarts.push(folder), failed }, (isLockGone) =>
      openJournal({ folder, clock, knownBefore: given !== undefined, vault: seal.vault(), isLockGone, admitted }),
    )
  return {
    folder,
    userData,
    clock,
    device,
    locks,
    seal,
    sealing,
    drafts,
    /** One for each time it was opened without its key. */
    lockedStarts,
    open,
    /** Opens it for `work`, which is given whether its lock is gone. */
    async opened<T>(work: (journal: OpenJournal, isLockGone: boolean) => Promise<T>): Promise<T> {
      const { found, isLockGone } = await open()
      try {
        return await work(found, isLockGone)
      } finally {
        await found.close()
      }
    },
    capture: async (text: string) => (await runCapture({ text, as: 'note', userData })).sentence,
    /** What is in the journal's days once its inbox is merged. */
    async captures(): Promise<string[]> {
      return this.opened(async ({ captures }) => {
        await captures.mergeInbox()
        const days = await collected(captures.all())
        return days.flatMap((day) => day.captures.map(({ text }) => text)).sort()
      })
    },
    /** Another device's state of the same folder, in a folder of its own. */
    async copied(): Promise<string> {
      const copy = await freshFolder()
      await cp(folder, copy, { recursive: true, filter: (path) => !path.includes('locks') })
      return copy
    },
  }
}

/** Every file below, by its path there. */
export async function bytesIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = found.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name))
  return new Map(await Promise.all(files.map(async (path) => [path, await readFile(path)] as const)))
}

export async function readableIn(folder: string, words: string): Promise<string[]> {
  return [...(await bytesIn(folder))].flatMap(([path, bytes]) => (bytes.includes(words) ? [path] : []))
}

/** Files of the folder that this key opens, those at hand with its own inbox too. */
export async function openedBy(key: Awaited<ReturnType<typeof madeKey>>, folder: string): Promise<string[]> {
  return [...(await bytesIn(folder))].flatMap(([path, bytes]) => {
    try {
      key.vault.open(bytes, { subject: 'any', takesAny: true, takesLeft: true })
      return [path]
    } catch {
      return []
    }
  })
}

export async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777
}

let forged: ReturnType<typeof madeKey> | null = null

/** What somebody does who can write into the folder: a key file of their own, in front and as its copy. */
export async function forge(folder: string, where: 'front' | 'copy' | 'both', like: Partial<{ id: string }> = {}) {
  forged ??= madeKey({ passphrase: 'of somebody else' })
  const key = await forged
  const bytes = like.id === undefined ? key.bytes : forgedAs(like.id, key)
  if (where !== 'copy') await writeFile(join(folder, 'lock.json'), bytes)
  if (where !== 'front') {
    await mkdir(join(folder, 'sealed'), { recursive: true })
    await writeFile(join(folder, 'sealed/lock.json'), bytes)
  }
  return key
}

function forgedAs(id: string, key: Awaited<ReturnType<typeof madeKey>>): Uint8Array {
  return key.vault.withKey((bytes) => keyFileBytes({ ...readKeyFile(key.bytes), id }, bytes))
}
