/** A journal with something of everything, and what is found of it after its lock was turned on or off, or after that was cut short. */
import { isDeepStrictEqual } from 'node:util'
import { newCapture } from '#shared/domain/capture/capture'
import { nodeDisk } from '../../src/main/disk/disk'
import type { Files } from '../../src/main/disk/files'
import { isTemporaryName } from '../../src/main/disk/temporaryName'
import { leaveCapture } from '../../src/main/storage/dayLogs/leaveCapture'
import { disableEncryption } from '../../src/main/storage/encryption/changes/disableEncryption'
import { enableEncryption } from '../../src/main/storage/encryption/changes/enableEncryption'
import { finishInterruptedChange } from '../../src/main/storage/encryption/changes/finishInterruptedChange'
import { migrateSealed } from '../../src/main/storage/encryption/changes/migrateSealed'
import { openVault } from '../../src/main/storage/encryption/cipher/keySlots'
import type { Vault } from '../../src/main/storage/encryption/cipher/vault'
import { findLock } from '../../src/main/storage/encryption/files/encryptedLayout'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { JournalFolder } from '../../src/main/storage/layout/journalFolder'
import { defectsOf } from './defects'
import { collected, madeUpProcesses, sampleId } from './sample'
import { setClock } from './sampleClock'
import { type Stored, steps, storedAfter } from './scenarios'
import type { madeKey } from './sealed'
import { SimulatedDisk } from './simulatedDisk'

export type MadeKey = Awaited<ReturnType<typeof madeKey>>

const folder = '/journal'
/** Words of the sample entries, and those of the captures. */
export const canaries = [
  'Asked two customers',
  'Moved to the last day',
  'Bystander',
  'A canary in the margin',
  'A canary in the inbox',
]
const done = steps.slice(0, 7)
export const stored: Stored = storedAfter(done)

/** Entries with versions, settings, trash, captures, one of them in the inbox. */
export async function sampleJournal(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk()
  const clock = setClock()
  const journal = await openJournal({
    folder,
    clock,
    knownBefore: false,
    files: disk,
    processes: madeUpProcesses().start(),
  })
  for (const step of done) await step.run(journal, clock)
  await journal.captures.add(thought(50, 'A canary in the margin'))
  await journal.close()
  await leaveCapture({ folder, files: disk }, thought(51, 'A canary in the inbox'))
  return disk.copy()
}

export async function emptyWithLock(key: MadeKey): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk()
  const options = { folder, clock: setClock(), knownBefore: false, files: disk }
  await (await openJournal({ ...options, processes: madeUpProcesses().start() })).close()
  await turnedOn(disk, key)
  return disk.copy()
}

function thought(id: number, text: string) {
  return newCapture({ id: sampleId(id), now: setClock().now(), dayEnds: '00:00', kind: 'note', text })
}

export function homeOn(files: Files): JournalFolder {
  return new JournalFolder(nodeDisk({ files, wait: async () => undefined }), folder)
}

export function turnedOn(files: Files, { vault, bytes }: MadeKey): Promise<number> {
  return enableEncryption(homeOn(files), vault, bytes, () => undefined)
}

export function turnedOff(files: Files, { vault }: MadeKey): Promise<void> {
  return disableEncryption(homeOn(files), vault, '2026-03-02T09:00:00Z', () => undefined)
}

/** As the next start does it, with the recovery code. Null for a journal without a lock. */
export async function unlocked(files: Files, { recovery }: MadeKey): Promise<Vault | null> {
  const home = homeOn(files)
  const found = await findLock(home)
  if (found === null) return null
  const vault = await openVault(found.file, { kind: 'recovery', secret: recovery })
  await finishInterruptedChange(home, found, vault)
  if (vault.takesOldForm) await migrateSealed(home, found.file, vault, () => undefined)
  return vault
}

/** What a person would miss at the next start, or find that should not be there. */
export async function lockDefects(disk: SimulatedDisk, key: MadeKey): Promise<string[]> {
  try {
    const vault = await unlocked(disk, key)
    const clock = setClock('2026-03-03T08:00:00Z')
    const journal = await openJournal({
      folder,
      clock,
      knownBefore: true,
      files: disk,
      vault,
      processes: madeUpProcesses().start(),
    })
    const defects = await defectsOf(journal, [stored])
    await journal.captures.mergeInbox()
    const texts = (await collected(capturesOf(journal))).sort()
    if (!isDeepStrictEqual(texts, ['A canary in the inbox', 'A canary in the margin']))
      defects.push(`captures: ${texts}`)
    await journal.close()
    return [...defects, ...leftovers(disk, vault !== null)]
  } catch (error) {
    return [`does not open: ${String(error)}`]
  }
}

async function* capturesOf({ captures }: Awaited<ReturnType<typeof openJournal>>) {
  for (const { text } of await captures.ofDay('2026-03-02')) yield text
}

export function leftovers(disk: SimulatedDisk, isLocked: boolean): string[] {
  return disk.files().flatMap(({ path, bytes }) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const found: string[] = []
    if (isTemporaryName(name)) found.push(`left over: ${path}`)
    if (path.includes('/quarantine/')) found.push(`in quarantine: ${path}`)
    if (path.includes('unsealed-')) found.push(`taken for another: ${path}`)
    if (name === 'unfinished') found.push(`left unfinished: ${path}`)
    if (!isLocked && path.startsWith('/journal/sealed')) found.push(`left sealed: ${path}`)
    if (!isLocked && path.endsWith('lock.json')) found.push(`left key: ${path}`)
    if (isLocked && canaries.some((canary) => Buffer.from(bytes).includes(canary))) found.push(`unsealed: ${path}`)
    return found
  })
}
