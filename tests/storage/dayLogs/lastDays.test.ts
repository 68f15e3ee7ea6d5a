/** Captures that this device saved last come back where a sync program put another device's file of the day over ours and left no copy. */
import { copyFile, cp, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { rewritten } from '#shared/domain/capture/capture'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import type { CaptureStore } from '../../../src/main/services/ports/dayLogStore'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { idOf, madeCapture } from '../../services/made'
import { freshFolder } from '../freshFolder'
import { setClock } from '../sampleClock'
import { errno } from '../simulatedDisk'
import { wrappedFiles } from '../wrappedFiles'

const day = '2026-03-02'
const fileIn = (folder: string) => join(folder, 'captures/2026', `${day}.json`)

/** Both have the first thought. */
async function twoDevices() {
  const clock = setClock()
  const [a, b, states] = [await freshFolder(), await freshFolder(), await freshFolder()]
  const on =
    (folder: string, device: string, kept: string | null) => async (step: (captures: CaptureStore) => unknown) => {
      const journal = await openJournal({ folder, clock, device, states: kept, knownBefore: false })
      await step(journal.captures)
      await journal.close()
    }
  const [onA, onB] = [on(a, 'aa', states), on(b, 'bb', null)]
  await onA((captures) => captures.add(madeCapture(1)))
  await cp(a, b, { recursive: true })
  const looked = async () => {
    const journal = await openJournal({ folder: a, clock, device: 'aa', states, knownBefore: false })
    const back = (await journal.lookAtLastStates()).length
    const words = (await journal.captures.ofDay(day)).map(({ text }) => text).sort()
    await journal.close()
    return { back, words }
  }
  return { a, b, states, clock, onA, onB, looked, overOurs: () => copyFile(fileIn(b), fileIn(a)) }
}

const kept = async (states: string) =>
  (await readdir(states, { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.json'))

test('what was caught on both is in the day, once', async () => {
  const { onA, onB, looked, overOurs } = await twoDevices()
  await onA((captures) => captures.add(madeCapture(2)))
  await onB((captures) => captures.add(madeCapture(3)))
  await overOurs()
  expect(await looked()).toEqual({ back: 1, words: ['Thought 1', 'Thought 2', 'Thought 3'] })
  expect(await looked()).toEqual({ back: 0, words: ['Thought 1', 'Thought 2', 'Thought 3'] })
})

test('an older file over ours is put right: nothing is doubled, and what was erased here stays away', async () => {
  const { a, onA, looked, overOurs } = await twoDevices()
  await onA(async (captures) => {
    await captures.add(madeCapture(2))
    await captures.change(day, idOf(2), (capture) => rewritten(capture, { kind: capture.kind, text: 'other words' }))
    await captures.erase(day, idOf(1))
  })
  await overOurs()
  expect(await looked()).toEqual({ back: 1, words: ['other words'] })
  expect(await looked()).toEqual({ back: 0, words: ['other words'] })
  // What was there is not gone.
  const [before = ''] = await readdir(join(a, 'versions/captures'))
  expect(await readFile(join(a, 'versions/captures', before), 'utf8')).toContain('Thought 1')
})

test('what another device erased on top of it stays erased, and is kept no longer', async () => {
  const { a, b, states, onA, onB, looked, overOurs } = await twoDevices()
  await onA((captures) => captures.add(madeCapture(2)))
  await copyFile(fileIn(a), fileIn(b))
  await onB((captures) => captures.erase(day, idOf(2)))
  expect(await kept(states)).toHaveLength(1)
  await overOurs()
  expect(await looked()).toEqual({ back: 0, words: ['Thought 1'] })
  expect(await kept(states)).toEqual([])
})

test('a day whose file is gone stays away', async () => {
  const { a, looked } = await twoDevices()
  await rm(fileIn(a))
  expect(await looked()).toEqual({ back: 0, words: [] })
})

test('a late second file that holds nothing of its own brings back nothing that was erased since', async () => {
  const { a, b, onA, looked } = await twoDevices()
  await onA((captures) => captures.erase(day, idOf(1)))
  await copyFile(fileIn(b), fileIn(a).replace('.json', ' (1).json'))
  expect(await looked()).toEqual({ back: 0, words: [] })
})

test('what a day takes the place of is kept once, however often the disk refuses the day', async () => {
  const { a, b, onB, clock } = await twoDevices()
  await onB((captures) => captures.change(day, idOf(1), (capture) => ({ ...capture, text: 'other words' })))
  await copyFile(fileIn(b), fileIn(a).replace('.json', ' (1).json'))
  const days = dirname(fileIn(a))
  let isFull = true
  const files = wrappedFiles(nodeFiles, (name, path) => {
    if (isFull && name === 'create' && dirname(path) === days) throw errno('ENOSPC', path)
    return undefined
  })
  const journal = await openJournal({ folder: a, files, clock, device: 'aa', knownBefore: true })
  const before = await readFile(fileIn(a))
  for (let time = 0; time < 3; time++) await journal.captures.lookAt(day)
  isFull = false
  expect((await journal.captures.lookAt(day)).captures).toMatchObject([{ text: 'other words' }])
  await journal.close()
  const versions = join(a, 'versions/captures')
  const texts = await Promise.all((await readdir(versions)).map((name) => readFile(join(versions, name))))
  // The other one is what lay beside it.
  expect(texts).toHaveLength(2)
  expect(texts.filter((text) => text.equals(before))).toHaveLength(1)
})
