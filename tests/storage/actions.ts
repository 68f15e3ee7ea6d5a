/** What is done to a closed journal and its backups, for the tests that cut it short or give it no room; and what a person would miss afterwards. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '#shared/domain/entry/entry'
import { checkArchive } from '../../src/main/backups/checkArchive'
import { finishRestore } from '../../src/main/backups/finishRestore'
import { makeBackup } from '../../src/main/backups/makeBackup'
import { restoreJournal } from '../../src/main/backups/restoreJournal'
import { nodeFiles } from '../../src/main/disk/nodeFiles'
import { rawDisk } from '../../src/main/disk/rawFiles'
import { createJournalEncryption } from '../../src/main/storage/encryption/journalEncryption'
import { type OpenJournal, openJournal } from '../../src/main/storage/journal/openJournal'
import { madeCapture } from '../services/made'
import { defectsOf } from './defects'
import { oldStored, writeOldJournal } from './oldForm'
import { nextOf, sampleEntry, sampleId } from './sample'
import { type SetClock, setClock } from './sampleClock'
import { type Stored, steps, storedAfter } from './scenarios'
import { passphrase, quickCost } from './sealed'

export function placeIn(folder: string): Place {
  return { journal: join(folder, 'journal'), backups: join(folder, 'backups'), clock: setClock() }
}

/** Where an action is done. */
export interface Place {
  readonly journal: string
  readonly backups: string
  readonly clock: SetClock
}

/** Something that is done to a closed journal. */
export interface Action {
  readonly name: string
  /** What is stored before it. */
  readonly before: Stored
  prepare(place: Place): Promise<void>
  run(place: Place): Promise<void>
  readonly after: Stored
  /** What has to be true whether it was done or not. */
  check?(place: Place): Promise<string[]>
}

export async function opened<T>(
  { journal: folder, clock }: Place,
  work: (journal: OpenJournal) => Promise<T>,
): Promise<T> {
  const journal = await openJournal({ folder, clock, knownBefore: false })
  try {
    return await work(journal)
  } finally {
    await journal.close()
  }
}

export const doneBefore = (count: number) => (place: Place) =>
  opened(place, async (journal) => {
    for (const step of steps.slice(0, count)) await step.run(journal, place.clock)
  })

export const ofSteps: Action[] = steps.map((step, at) => ({
  name: step.name,
  before: storedAfter(steps.slice(0, at)),
  prepare: doneBefore(at),
  run: (place) => opened(place, (journal) => step.run(journal, place.clock)),
  after: storedAfter(steps.slice(0, at + 1)),
}))

/** Steps that are done before the actions below. */
export const some = 5
export const stored = storedAfter(steps.slice(0, some))
const same = { before: stored, prepare: doneBefore(some), after: stored }
/** It looks for room, finds more than there is, and begins: as when another program fills the disk meanwhile. */
const blind = rawDisk({ files: { ...nodeFiles, freeSpace: async () => Number.POSITIVE_INFINITY } })
const sealOf = ({ journal, clock }: Place) => createJournalEncryption({ folder: () => journal, clock, cost: quickCost })
const order = { reason: 'asked', now: '2026-03-02T18:00:00Z', after: 0, version: '1.0.0' } as const

async function turnOn(place: Place): Promise<void> {
  const seal = sealOf(place)
  await (await seal.prepare(passphrase)).turnOn(() => undefined)
  seal.forget()
}

async function badArchives({ backups }: Place): Promise<string[]> {
  const names = readdirSync(backups).filter((name) => name.endsWith('.zip'))
  const checked = names.map((name) =>
    checkArchive(rawDisk(), join(backups, name), null).then(
      () => [],
      (error: unknown) => [`${name} is no whole backup: ${error}`],
    ),
  )
  return (await Promise.all(checked)).flat()
}

const long = sampleEntry({ id: sampleId(60), title: 'A long page, many of a disk’s pages' })
const longWords = (word: string) => `${word} `.repeat(20_000)
const saved = [nextOf({ ...long, revision: 0 }, longWords('first')), nextOf(long, longWords('second'))] as const
const withLong = (entry: Entry): Stored => ({
  ...stored,
  entries: new Map([...stored.entries, [entry.id, { entry, place: 'entries' }]]),
})

export const ofMore: Action[] = [
  {
    ...same,
    name: 'save a long page',
    run: (place) => opened(place, ({ entries }) => entries.save(saved[0], 0)),
    after: withLong(saved[0]),
  },
  {
    name: 'save a long page again',
    before: withLong(saved[0]),
    async prepare(place) {
      await same.prepare(place)
      await opened(place, ({ entries }) => entries.save(saved[0], 0))
    },
    run: (place) => opened(place, ({ entries }) => entries.save(saved[1], 1)),
    after: withLong(saved[1]),
  },
  {
    ...same,
    name: 'catch a thought',
    run: (place) => opened(place, (journal) => journal.captures.add(madeCapture(7, { text: 'Caught' }))),
  },
  {
    ...same,
    name: 'back up',
    run: async ({ journal, backups }) => void (await makeBackup(blind, { ...order, journal }, backups)),
    check: badArchives,
  },
  {
    ...same,
    name: 'go back to a backup',
    async prepare(place) {
      await same.prepare(place)
      await makeBackup(blind, { ...order, journal: place.journal }, place.backups)
    },
    async run({ journal, backups }) {
      const [name = ''] = readdirSync(backups).filter((one) => one.endsWith('.zip'))
      await restoreJournal(blind, { journal, file: join(backups, name), now: order.now, coveredBy: null })
    },
    check: badArchives,
  },
  { ...same, name: 'turn the lock on', run: turnOn },
  {
    ...same,
    name: 'turn the lock off',
    async prepare(place) {
      await same.prepare(place)
      await turnOn(place)
    },
    run: (place) => sealOf(place).turnOff(passphrase, () => undefined),
  },
  {
    name: 'migrate what is sealed',
    before: oldStored,
    prepare: async (place) => writeOldJournal(place.journal),
    async run(place) {
      const seal = sealOf(place)
      await seal.unlock(passphrase)
      await seal.migrate(() => undefined)
      seal.forget()
    },
    after: oldStored,
    // At the next start it goes on.
    async check(place) {
      const seal = sealOf(place)
      await seal.unlock(passphrase)
      if (seal.needsMigration()) await seal.migrate(() => undefined)
      seal.forget()
      return missing(place, [oldStored])
    },
  },
]

/** What a person would miss, or find that should not be there. With the lock, if there is one. */
export async function missing(place: Place, allowed: readonly Stored[]): Promise<string[]> {
  const seal = sealOf(place)
  try {
    await finishRestore(rawDisk(), place.journal)
    if ((await seal.look()) === 'locked') await seal.unlock(passphrase)
    const options = { folder: place.journal, clock: place.clock, knownBefore: true, vault: seal.vault() }
    const journal = await openJournal(options)
    const defects = await defectsOf(journal, allowed)
    await journal.close()
    return defects
  } catch (error) {
    return [`does not open: ${error}`]
  } finally {
    seal.forget()
  }
}
