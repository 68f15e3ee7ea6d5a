/** An entry with a copy beside it, as a sync program leaves it, in memory: what the tests of copies begin from and look at. */
import type { Entry } from '#shared/domain/entry/entry'
import type { Files } from '../../src/main/disk/files'
import { type OpenJournal, openJournal } from '../../src/main/storage/journal/openJournal'
import { madeUpProcesses, nextOf, sampleEntry } from './sample'
import { setClock } from './sampleClock'
import { SimulatedDisk } from './simulatedDisk'

/** How sync programs and file managers name what they put beside a file. */
export const namings = [
  ' (conflicted copy 2026-03-02)',
  ' (Ines’ conflicted copy 2026-03-02 101010)',
  '.sync-conflict-20260302-101010-ABCDEFG',
  '_conflict-20260302-101010',
  ' 2',
  ' (1)',
  '-DESKTOP',
] as const

export const begun = sampleEntry()
export const ours = nextOf(begun, 'Written here.')
/** As far along as ours, with other words. */
export const theirs = { ...nextOf(begun, 'Written on the other computer.'), title: 'Theirs', starred: true }

export const ownPath = '/journal/entries/2026/2026-03-02-01950001-0000-7000-8000-000000000001.json'
export const copyPath = ownPath.replace('.json', `${namings[0]}.json`)

export function bytesOf(document: object): Uint8Array {
  return Buffer.from(JSON.stringify(document))
}

export async function opened(files: Files): Promise<OpenJournal> {
  const processes = madeUpProcesses().start()
  const wait = async () => undefined
  return openJournal({ folder: '/journal', files, clock: setClock(), knownBefore: false, wait, processes })
}

export async function withCopy(copy: Entry = theirs, path = copyPath): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk()
  const { entries, close } = await opened(disk)
  await entries.save(begun, 0)
  await entries.save(ours, 1)
  await close()
  disk.put(path, bytesOf(copy))
  return disk
}

/** The words of every entry that can be read anywhere under a folder, so that nothing hides. */
export function wordsIn(disk: SimulatedDisk, folder = ''): string[] {
  return disk
    .files()
    .filter(({ path }) => path.startsWith(`/journal/${folder}`))
    .flatMap(({ bytes }) => wordsOf(bytes))
    .sort()
}

function wordsOf(bytes: Uint8Array): string[] {
  try {
    const text: unknown = JSON.parse(Buffer.from(bytes).toString('utf8')).sections?.[0]?.text
    return typeof text === 'string' ? [text] : []
  } catch {
    return []
  }
}
