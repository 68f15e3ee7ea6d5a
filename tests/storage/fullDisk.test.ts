/**
 * A disk that is really full, at every page: everything a journal does either is done or says why not, what was stored is there as it was, and with room
 * again the same is done.
 */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Entry } from '#shared/domain/entry'
import { Failure } from '#shared/domain/failure'
import { checkArchive } from '../../src/main/backups/checkArchive'
import { makeBackup } from '../../src/main/backups/makeBackup'
import { restoreJournal } from '../../src/main/backups/restoreJournal'
import { answered } from '../../src/main/storage/failureOf'
import { nodeFiles } from '../../src/main/storage/nodeFiles'
import { type OpenJournal, openJournal } from '../../src/main/storage/openJournal'
import { rawDisk } from '../../src/main/storage/rawFiles'
import { createJournalSeal } from '../../src/main/storage/sealed/journalSeal'
import { isTemporaryName } from '../../src/main/storage/temporaryName'
import { madeCapture } from '../services/made'
import { defectsOf } from './defects'
import { deep, figure } from './effort'
import { nextOf, sampleEntry, sampleId } from './sample'
import { type SetClock, setClock } from './sampleClock'
import { type Stored, steps, storedAfter } from './scenarios'
import { passphrase, quickCost } from './sealed'
import { smallDisk } from './smallDisk'

const disk = smallDisk(8)
afterAll(() => disk?.remove())

/** Pages between two tries. */
const stride = deep ? 1 : 3
const mostPages = 200

interface Place {
  readonly journal: string
  readonly backups: string
  readonly clock: SetClock
}

/** Something that is done to a closed journal. */
interface Deed {
  readonly name: string
  /** What is stored before it. */
  readonly before: Stored
  prepare(place: Place): Promise<void>
  run(place: Place): Promise<void>
  readonly after: Stored
  /** What has to be true whether it was done or not. */
  check?(place: Place): Promise<string[]>
}

async function opened<T>({ journal: folder, clock }: Place, work: (journal: OpenJournal) => Promise<T>): Promise<T> {
  const journal = await openJournal({ folder, clock, knownBefore: false })
  try {
    return await work(journal)
  } finally {
    await journal.close()
  }
}

const doneBefore = (count: number) => (place: Place) =>
  opened(place, async (journal) => {
    for (const step of steps.slice(0, count)) await step.run(journal, place.clock)
  })

const ofSteps: Deed[] = steps.map((step, at) => ({
  name: step.name,
  before: storedAfter(steps.slice(0, at)),
  prepare: doneBefore(at),
  run: (place) => opened(place, (journal) => step.run(journal, place.clock)),
  after: storedAfter(steps.slice(0, at + 1)),
}))

const some = 5
const stored = storedAfter(steps.slice(0, some))
const same = { before: stored, prepare: doneBefore(some), after: stored }
/** It looks for room, finds more than there is, and begins: as when another program fills the disk meanwhile. */
const blind = rawDisk({ files: { ...nodeFiles, freeSpace: async () => Number.POSITIVE_INFINITY } })
const sealOf = ({ journal, clock }: Place) => createJournalSeal({ folder: () => journal, clock, cost: quickCost })
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

const ofMore: Deed[] = [
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
    name: 'take the lock away',
    async prepare(place) {
      await same.prepare(place)
      await turnOn(place)
    },
    run: (place) => sealOf(place).turnOff(passphrase, () => undefined),
  },
]

/** What a person would miss, or find that should not be there. With the lock, if there is one. */
async function missing(place: Place, allowed: readonly Stored[]): Promise<string[]> {
  const seal = sealOf(place)
  try {
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

interface Try {
  readonly defects: readonly string[]
  readonly isDone: boolean
}

async function tried(deed: Deed, pages: number, folder: string): Promise<Try> {
  const place = { journal: join(folder, 'journal'), backups: join(folder, 'backups'), clock: setClock() }
  mkdirSync(place.backups)
  await deed.prepare(place)
  disk?.leave(pages)
  const failure = await answered(() => deed.run(place)).then(
    () => null,
    (error: unknown) => error,
  )
  const full = await missing(place, failure === null ? [deed.after] : [deed.before, deed.after])
  disk?.empty()
  const roomy = await missing(place, failure === null ? [deed.after] : [deed.before, deed.after])
  const checked = [...((await deed.check?.(place)) ?? [])]
  if (failure !== null && !(failure instanceof Failure)) checked.push(`failed with ${failure}`)
  if (failure !== null) {
    const again = await answered(() => deed.run(place)).then(
      () => missing(place, [deed.after]),
      // It was done, and only its answer was lost.
      (error: unknown) => (isOver(error) ? missing(place, [deed.after]) : [`again: ${error}`]),
    )
    checked.push(...again)
  }
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    isTemporaryName(name.slice(name.lastIndexOf('/') + 1)),
  )
  const all = [...full, ...roomy, ...checked, ...left.map((name) => `left over: ${name}`)]
  return { isDone: failure === null, defects: all.map((defect) => `${deed.name} with ${pages} pages: ${defect}`) }
}

const isOver = (error: unknown) =>
  error instanceof Failure && (error.code === 'conflict' || error.code === 'not-found' || error.code === 'bad-request')

describe.skipIf(disk === null)('on a disk that is full (needs the right to mount)', () => {
  test.each([...ofSteps, ...ofMore].map((deed) => [deed.name, deed] as const))('%s', async (_, deed) => {
    const defects: string[] = []
    let tries = 0
    for (let pages = 0; pages < mostPages; pages += stride) {
      const folder = mkdtempSync(join(disk?.folder ?? '', 'try-'))
      const { isDone, defects: found } = await tried(deed, pages, folder)
      rmSync(folder, { recursive: true })
      defects.push(...found)
      tries += 1
      if (isDone) break
    }
    figure(`${deed.name} with ${tries} amounts of room until it was done, ${defects.length} defects`)
    expect(defects).toEqual([])
    expect(tries * stride).toBeLessThan(mostPages)
  })
})

describe.skipIf(disk === null)('a folder that is not what it was (needs the right to mount)', () => {
  /** Tries a save and a thought, then `mend`s: nothing was lost, and both go in. */
  async function refused(spoil: (place: Place) => () => void | Promise<void>): Promise<string[]> {
    const folder = mkdtempSync(join(disk?.folder ?? '', 'try-'))
    const place = { journal: join(folder, 'journal'), backups: join(folder, 'backups'), clock: setClock() }
    await doneBefore(some)(place)
    const journal = await openJournal({ folder: place.journal, clock: place.clock, knownBefore: true })
    const mend = spoil(place)
    const [step] = steps.slice(some)
    const tries = [
      () => step?.run(journal, place.clock),
      () => journal.captures.add(madeCapture(7, { text: 'Caught' })),
      () => journal.settings.save(journal.settings.value),
    ]
    const codes: string[] = []
    for (const attempt of tries)
      codes.push(
        await Promise.resolve(attempt()).then(
          () => 'done',
          (error: unknown) => (error instanceof Failure ? error.code : String(error)),
        ),
      )
    await mend()
    expect(await defectsOf(journal, [stored])).toEqual([])
    for (const attempt of tries) await attempt()
    expect(await defectsOf(journal, [storedAfter(steps.slice(0, some + 1))])).toEqual([])
    await journal.close()
    expect(await missing(place, [storedAfter(steps.slice(0, some + 1))])).toEqual([])
    rmSync(folder, { recursive: true })
    return codes
  }

  test('a disk that takes no writes any more', async () => {
    const codes = await refused(() => {
      disk?.allowWrites(false)
      return () => disk?.allowWrites(true)
    })
    expect(codes).toEqual(['read-only', 'read-only', 'read-only'])
  })

  test('one that went away, and an empty folder in its place', async () => {
    for (const isEmpty of [false, true]) {
      const codes = await refused(({ journal }) => {
        renameSync(journal, `${journal}-away`)
        if (isEmpty) mkdirSync(journal)
        return () => {
          if (isEmpty) rmSync(journal, { recursive: true })
          renameSync(`${journal}-away`, journal)
        }
      })
      expect(codes).toEqual(['folder-missing', 'folder-missing', 'folder-missing'])
    }
  })

  test('a link in the place of the folder that is written into', async () => {
    const folder = mkdtempSync(join(disk?.folder ?? '', 'try-'))
    const place = { journal: join(folder, 'journal'), backups: join(folder, 'backups'), clock: setClock() }
    const [elsewhere, own] = [join(folder, 'elsewhere'), join(place.journal, 'captures')]
    mkdirSync(elsewhere)
    await doneBefore(some)(place)
    await opened(place, async (journal) => {
      const caught = madeCapture(7, { text: 'Caught' })
      symlinkSync(elsewhere, own)
      await expect(journal.captures.add(caught)).rejects.toMatchObject({ code: 'folder-missing' })
      expect(readdirSync(elsewhere)).toEqual([])
      rmSync(own)
      await journal.captures.add(caught)
      expect(await journal.captures.ofDay(caught.day)).toEqual([caught])
    })
    expect(await missing(place, [stored])).toEqual([])
    rmSync(folder, { recursive: true })
  })
})
