/**
 * A disk that is really full, at every page: everything a journal does either is done or says why not, what was stored is there as it was, and with room
 * again the same is done.
 */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { answered } from '../../src/main/disk/failureOf'
import { isTemporaryName } from '../../src/main/disk/temporaryName'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { deep, figure, quick } from '../effort'
import { madeCapture } from '../services/made'
import { type Action, doneBefore, missing, ofMore, ofSteps, opened, type Place, placeIn, some, stored } from './actions'
import { defectsOf } from './defects'
import { steps, storedAfter } from './scenarios'
import { smallDisk } from './smallDisk'

const disk = smallDisk(8)
afterAll(() => disk?.remove())

/** Pages between two tries. */
const stride = deep ? 1 : quick ? 9 : 3
const mostPages = 200

interface Try {
  readonly defects: readonly string[]
  readonly isDone: boolean
}

async function tried(action: Action, pages: number, folder: string): Promise<Try> {
  const place = placeIn(folder)
  mkdirSync(place.backups)
  await action.prepare(place)
  disk?.leave(pages)
  const failure = await answered(() => action.run(place)).then(
    () => null,
    (error: unknown) => error,
  )
  const full = await missing(place, failure === null ? [action.after] : [action.before, action.after])
  disk?.empty()
  const roomy = await missing(place, failure === null ? [action.after] : [action.before, action.after])
  const checked = [...((await action.check?.(place)) ?? [])]
  if (failure !== null && !(failure instanceof Failure)) checked.push(`failed with ${failure}`)
  if (failure !== null) {
    const again = await answered(() => action.run(place)).then(
      () => missing(place, [action.after]),
      // It was done, and only its answer was lost.
      (error: unknown) => (isOver(error) ? missing(place, [action.after]) : [`again: ${error}`]),
    )
    checked.push(...again)
  }
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    isTemporaryName(name.slice(name.lastIndexOf('/') + 1)),
  )
  const all = [...full, ...roomy, ...checked, ...left.map((name) => `left over: ${name}`)]
  return { isDone: failure === null, defects: all.map((defect) => `${action.name} with ${pages} pages: ${defect}`) }
}

const isOver = (error: unknown) =>
  error instanceof Failure && (error.code === 'conflict' || error.code === 'not-found' || error.code === 'bad-request')

describe.skipIf(disk === null)('on a disk that is full (needs the right to mount)', () => {
  test.each([...ofSteps, ...ofMore].map((action) => [action.name, action] as const))('%s', async (_, action) => {
    const defects: string[] = []
    let tries = 0
    for (let pages = 0; pages < mostPages; pages += stride) {
      const folder = mkdtempSync(join(disk?.folder ?? '', 'try-'))
      const { isDone, defects: found } = await tried(action, pages, folder)
      rmSync(folder, { recursive: true })
      defects.push(...found)
      tries += 1
      if (isDone) break
    }
    figure(`storage: ${action.name} with ${tries} amounts of room until it was done, ${defects.length} defects`)
    expect(defects).toEqual([])
    expect(tries * stride).toBeLessThan(mostPages)
  })
})

describe.skipIf(disk === null)('a folder that is not what it was (needs the right to mount)', () => {
  /** Tries a save and a thought, then `repair`s: nothing was lost, and both go in. */
  async function refused(spoil: (place: Place) => () => void | Promise<void>): Promise<string[]> {
    const folder = mkdtempSync(join(disk?.folder ?? '', 'try-'))
    const place = placeIn(folder)
    await doneBefore(some)(place)
    const journal = await openJournal({ folder: place.journal, clock: place.clock, knownBefore: true })
    const repair = spoil(place)
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
    await repair()
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
    const place = placeIn(folder)
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
