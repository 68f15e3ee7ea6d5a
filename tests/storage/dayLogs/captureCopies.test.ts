/** Second files of captures that sync programs leave: merged without a question, and nothing is lost. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Notice } from '#shared/contract/health'
import type { Capture } from '#shared/domain/capture/capture'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { deep, figure, randomFrom, sampled, seed, share } from '../../effort'
import { idOf, madeCapture } from '../../services/made'
import { bytesOf, namings, opened } from '../copyPlace'
import { freshFolder } from '../freshFolder'
import { collected } from '../sample'
import { setClock } from '../sampleClock'
import { SimulatedDisk } from '../simulatedDisk'
import { FaultPlan, faults, wrappedFiles } from '../wrappedFiles'

const day = '2026-03-02'
const naming = namings[0]
const here = [madeCapture(1, { text: 'Ours' }), madeCapture(2)]
const there = [madeCapture(1, { text: 'Theirs' }), madeCapture(3)]
const words = ['Ours', 'Theirs', 'Thought 2', 'Thought 3']
const dayOf = (captures: readonly Capture[], part: object = {}) => ({ schema: 1, day, revision: 9, captures, ...part })

async function open(folder: string) {
  const journal = await openJournal({ folder, clock: setClock(), knownBefore: false })
  const notices: Notice[] = []
  journal.entries.onNotice((notice) => notices.push(notice))
  return { ...journal, notices }
}

async function place(name: string, copy: object | string): Promise<string> {
  const folder = await freshFolder()
  const { captures, close } = await open(folder)
  for (const capture of here) await captures.add(capture)
  await close()
  await writeFile(join(folder, name), typeof copy === 'string' ? copy : JSON.stringify(copy))
  return folder
}

const list = async (...names: string[]) => (await readdir(join(...names)).catch(() => [])).sort()
const textsOf = (captures: readonly Capture[]) => captures.map(({ text }) => text).sort()

describe.each(namings)('a second file of captures named …%s.json', (rest) => {
  const name = `captures/2026/${day}${rest}.json`

  test.each(['ofDay', 'lookAt', 'all'])('is merged when the day is read by %s', async (how) => {
    const folder = await place(name, dayOf(there))
    const { captures, notices, close } = await open(folder)
    const read = async () =>
      how === 'all'
        ? (await collected(captures.all())).flatMap((one) => one.captures)
        : how === 'ofDay'
          ? await captures.ofDay(day)
          : (await captures.lookAt(day)).captures
    expect(textsOf(await read())).toEqual(words)
    expect(textsOf(await read())).toEqual(words)
    expect(notices).toEqual([{ kind: 'merged', file: name, day, restored: false, recordKind: 'capture' }])
    await close()
    expect(await list(folder, 'captures/2026')).toEqual([`${day}.json`])
    const [kept] = await list(folder, 'versions/captures')
    expect(JSON.parse(await readFile(join(folder, 'versions/captures', kept ?? ''), 'utf8'))).toEqual(dayOf(there))
  })

  test.each<[string, object | string]>([
    ['no JSON', 'not captures'],
    ['of another day', dayOf(there, { day: '2026-03-03' })],
    ['of a newer version', dayOf(there, { schema: 2 })],
  ])('is left alone when it is %s', async (_, copy) => {
    const folder = await place(name, copy)
    const { captures, notices, close } = await open(folder)
    expect(textsOf(await captures.ofDay(day))).toEqual(['Ours', 'Thought 2'])
    expect(notices).toEqual([])
    expect(await list(folder, 'captures/2026')).toHaveLength(2)
    await close()
  })
})

test('the same copy again, from whatever device, adds nothing', async () => {
  const folder = await place(`captures/2026/${day} 2.json`, dayOf(there))
  const { captures, close } = await open(folder)
  const merged = await captures.ofDay(day)
  expect(merged.find(({ id }) => id === idOf(1))?.text).toBe('Ours')
  await writeFile(join(folder, `captures/2026/${day} (1).json`), JSON.stringify(dayOf(there)))
  expect(await captures.ofDay(day)).toEqual(merged)
  await close()
})

test('a copy of a day without a file of its own makes one, and one that is nobody’s captures makes no day', async () => {
  const folder = await place(`captures/2026/${day} 2.json`, dayOf(there))
  await rm(join(folder, `captures/2026/${day}.json`))
  await writeFile(join(folder, 'captures/2026/2026-03-03 2.json'), 'mine')
  const { captures, close } = await open(folder)
  const days = await collected(captures.all())
  expect(days.map((one) => [one.day, textsOf(one.captures)])).toEqual([[day, ['Theirs', 'Thought 3']]])
  await close()
})

test('while the day’s own file is of a newer version, its copy waits', async () => {
  const folder = await place(`captures/2026/${day} 2.json`, dayOf(there))
  await writeFile(join(folder, `captures/2026/${day}.json`), '{"schema":2}')
  const { captures, close } = await open(folder)
  expect(await captures.ofDay(day)).toEqual([])
  expect(await list(folder, 'captures/2026')).toHaveLength(2)
  expect(await readFile(join(folder, `captures/2026/${day}.json`), 'utf8')).toBe('{"schema":2}')
  await close()
})

test('reading for an export has what a copy brings, and writes nothing', async () => {
  const folder = await place(`captures/2026/${day} 2.json`, dayOf(there))
  await mkdir(join(folder, 'captures/2025'))
  await writeFile(join(folder, 'captures/2025/2025-01-01 2.json'), 'mine')
  const reading = await openJournalForReading({ folder })
  const read = (await collected(reading.captures())).filter(({ captures }) => captures.length > 0)
  expect(read.map((one) => [one.day, textsOf(one.captures)])).toEqual([[day, words]])
  expect(await list(folder, 'captures/2026')).toHaveLength(2)
})

describe('merging on a bad disk', () => {
  const copyPath = `/journal/captures/2026/${day}${naming}.json`

  async function begin(): Promise<SimulatedDisk> {
    const disk = new SimulatedDisk()
    const { captures, close } = await opened(disk)
    for (const capture of here) await captures.add(capture)
    await close()
    disk.put(copyPath, bytesOf(dayOf(there)))
    return disk
  }

  async function attempt(disk: SimulatedDisk, plan: FaultPlan, before = plan.before): Promise<void> {
    const { captures, close } = await opened(wrappedFiles(disk, before))
    plan.arm()
    await captures.ofDay(day).catch(() => undefined)
    plan.disarm()
    if (plan.met === null) await close()
  }

  /** Of the day's file and the copy, wherever it is by now. */
  function lost(disk: SimulatedDisk): string[] {
    const all = disk
      .files()
      .filter(({ path }) => path.includes('captures') && path.endsWith('.json'))
      .map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
      .join()
    return words.filter((text) => !all.includes(text)).map((text) => `“${text}” is lost`)
  }

  async function defectsAfter(disk: SimulatedDisk): Promise<string[]> {
    const defects = lost(disk)
    const { captures, close } = await opened(disk)
    const found = textsOf(await captures.ofDay(day))
    await close()
    if (found.join() !== words.join()) defects.push(`found ${found.join()}`)
    const names = disk.files().map(({ path }) => path)
    if (names.includes(copyPath)) defects.push('the copy is left')
    if (!names.some((path) => path.includes('/versions/captures/'))) defects.push('the copy is not kept')
    return [...defects, ...lost(disk)]
  }

  test('every file call with every error, and death at every one', async () => {
    const dry = new FaultPlan()
    await attempt(await begin(), dry)
    expect(dry.calls.length).toBeGreaterThan(15)
    const random = randomFrom(seed)
    const defects: string[] = []
    let count = 0
    for (let call = 1; call <= dry.calls.length; call++) {
      for (const fault of [...faults, 'death'] as const) {
        if (random() >= share(0.5)) continue
        count++
        const disk = await begin()
        const plan = new FaultPlan(call, fault === 'death' ? 'EIO' : fault, fault === 'death' ? 1_000_000 : 1)
        await attempt(disk, plan)
        const found = await defectsAfter(disk)
        defects.push(...found.map((defect) => `call ${call} (${plan.met}) ${fault}: ${defect}`))
      }
    }
    figure(`storage: ${count} faults while merging captures, ${defects.length} defects`)
    expect(defects, `seed ${seed}`).toEqual([])
  })

  test('a power cut at every file call', async () => {
    const random = randomFrom(seed)
    const disk = await begin()
    const left: SimulatedDisk[] = []
    await attempt(disk, new FaultPlan(), () => {
      left.push(...disk.crashStates(deep ? 40 : 4, random))
      return undefined
    })
    const defects: string[] = []
    for (const state of sampled(left, 25)) defects.push(...(await defectsAfter(state)))
    figure(`storage: ${left.length} disks after power cuts while merging captures, ${defects.length} defects`)
    expect(defects, `seed ${seed}`).toEqual([])
  })
})

test('a day that another computer wrote on between our look and our write keeps the captures of both', async () => {
  const folder = await freshFolder()
  const clock = setClock()
  const first = await openJournal({ folder, clock, knownBefore: false })
  await first.captures.add(madeCapture(1))
  await first.close()
  const path = join(folder, 'captures', '2026', '2026-03-02.json')
  const theirs = JSON.parse(await readFile(path, 'utf8'))
  theirs.captures.push({ ...theirs.captures[0], id: idOf(60), text: 'Of the other computer' })
  let isWriting = false
  const files = {
    ...nodeFiles,
    info: async (place: string) => {
      if (isWriting && place === path) {
        isWriting = false
        await writeFile(path, JSON.stringify({ ...theirs, revision: 9 }))
      }
      return nodeFiles.info(place)
    },
  }
  const journal = await openJournal({ folder, files, clock, knownBefore: true })
  isWriting = true
  await journal.captures.add(madeCapture(2))
  expect(isWriting).toBe(false)
  const ids = (await journal.captures.ofDay('2026-03-02')).map(({ id }) => id)
  expect(ids.sort()).toEqual([idOf(1), idOf(2), idOf(60)].sort())
  await journal.close()
})

test.each([
  ['what a copy adds', there, 10],
  ['a copy that says nothing new', here, 9],
])('the revision of the day never falls behind one that was seen: %s', async (_, captures, revision) => {
  const folder = await place(`captures/2026/${day} (1).json`, dayOf(captures))
  const journal = await open(folder)
  await journal.captures.lookAt(day)
  await journal.close()
  expect(JSON.parse(await readFile(join(folder, `captures/2026/${day}.json`), 'utf8'))).toMatchObject({ revision })
})
