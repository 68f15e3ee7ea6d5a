/** A journal with a lock on a disk in memory, the device that writes in it, and whoever else has its files. */
import type { Entry } from '#shared/domain/entry/entry'
import type { Files } from '../../../src/main/disk/files'
import { disableEncryption } from '../../../src/main/storage/encryption/changes/disableEncryption'
import { readKeyFile } from '../../../src/main/storage/encryption/cipher/keyFile'
import { sealForInbox } from '../../../src/main/storage/encryption/cipher/sealedInbox'
import { AdmittedFiles } from '../../../src/main/storage/encryption/files/admittedFiles'
import { knownLockOf } from '../../../src/main/storage/encryption/keys/knownLock'
import { type OpenJournal, openJournal } from '../../../src/main/storage/journal/openJournal'
import { ProcessLock } from '../../../src/main/storage/layout/processLock'
import { madeCapture } from '../../services/made'
import { homeOn, type MadeKey, turnedOn, unlocked } from '../lockRuns'
import { collected, madeUpProcesses, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { madeKey } from '../sealed'
import { SimulatedDisk } from '../simulatedDisk'

export const folder = '/journal'
export const clock = setClock()
export const entry = sampleEntry({ title: 'Kept' })
export const dropped = sampleEntry({ id: sampleId(3), title: 'Dropped in' })

export const placeOf = ({ day, id }: Entry) => `entries/2026/${day}-${id}.json`
export const captureName = (number: number) => `captures/inbox/${madeCapture(number).id}.json`
export const captureText = (number: number, text: string) =>
  JSON.stringify({ schema: 1, capture: madeCapture(number, { text }) })

let made: Promise<{ readonly disk: SimulatedDisk; readonly key: MadeKey }> | null = null

/** Once for all tests of a file: nothing about a key differs from one to the next. */
async function template() {
  const key = await madeKey()
  const disk = new SimulatedDisk()
  const journal = await openJournal(optionsOn(disk, { knownBefore: false }))
  await journal.entries.save(entry, 0)
  await journal.close()
  await turnedOn(disk, key)
  return { disk: disk.copy(), key }
}

function optionsOn(files: Files, more: { readonly knownBefore: boolean }) {
  return { folder, clock, files, wait: async () => undefined, processes: madeUpProcesses().start(), ...more }
}

export async function lockedDevice(on?: SimulatedDisk) {
  made ??= template()
  const { disk: begun, key } = await made
  const disk = on ?? begun.copy()
  const admitted = new AdmittedFiles('/device/admitted', { files: disk })
  const file = readKeyFile(key.bytes)
  const known = () => knownLockOf({ file, bytes: key.bytes })
  const publicKey = Buffer.from(file.inbox.publicKey, 'base64')
  return {
    disk,
    key,
    admitted,
    leaving: { folder, files: disk, known, admitted },
    /** As another device leaves it, which has opened the same lock. */
    elsewhere: { folder, files: disk, known },
    drop: (path: string, text: string) => disk.put(`${folder}/${path}`, Buffer.from(text)),
    /** By anyone who can read the key file. */
    forge: (path: string, text: string) =>
      disk.put(`${folder}/sealed/${path}`, sealForInbox(publicKey, Buffer.from(text))),
    /** As the app does it: as the one process that has the journal. */
    async unlock(files: Files = disk) {
      const lock = new ProcessLock(homeOn(files), madeUpProcesses().start())
      await lock.hold()
      await unlocked(files, key)
      await lock.release()
    },
    open: (files: Files = disk, more: { readonly wait?: () => Promise<void>; readonly steadyFor?: number } = {}) =>
      openJournal({ ...optionsOn(files, { knownBefore: true }), vault: key.vault, admitted, ...more }),
    openPlain: () => openJournal(optionsOn(disk, { knownBefore: true })),
    turnOff: (files: Files = disk) =>
      disableEncryption(homeOn(files), key.vault, '2026-03-02T09:00:00Z', () => undefined, admitted),
    /** By their paths within a folder of the journal. */
    filesIn: (inside: string) => {
      const within = `${folder}/${inside}`
      const at = inside === '' ? folder : within
      return disk.files().flatMap(({ path }) => (path.startsWith(`${at}/`) ? [path.slice(at.length + 1)] : []))
    },
    bytesOf: async (path: string) => (await disk.read(`${folder}/${path}`, 1e9)).bytes,
  }
}

export async function titlesIn({
  entries,
}: {
  readonly entries: Pick<OpenJournal['entries'], 'all'>
}): Promise<string[]> {
  return (await collected(entries.all())).map(({ title }) => title).sort()
}

export async function findingsOf(journal: OpenJournal): Promise<string[]> {
  return (await collected(journal.checkHealth(() => undefined))).map(({ kind, file }) => `${kind} ${file}`)
}

export async function arrivedIn(journal: OpenJournal): Promise<string[]> {
  return (await findingsOf(journal)).flatMap((line) => (line.startsWith('arrived ') ? [line.slice(8)] : []))
}

export function noticesOf(journal: OpenJournal): string[] {
  const notices: string[] = []
  journal.entries.onNotice(({ kind, file }) => notices.push(`${kind} ${file}`))
  return notices
}
