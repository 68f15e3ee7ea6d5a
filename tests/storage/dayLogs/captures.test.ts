/** Captures on the disk: from the inbox into their day exactly once, whatever fails or dies on the way. */
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Capture } from '#shared/domain/capture/capture'
import type { Files } from '../../../src/main/disk/files'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { leaveCapture } from '../../../src/main/storage/dayLogs/leaveCapture'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { figure, randomFrom, seed, share } from '../../effort'
import { idOf, madeCapture } from '../../services/made'
import { freshFolder } from '../freshFolder'
import { setClock } from '../sampleClock'
import { errno, SimulatedDisk } from '../simulatedDisk'
import { type Fault, FaultPlan, faults, wrappedFiles } from '../wrappedFiles'

const day = '2026-03-02'
const wait = async () => undefined

async function journalIn(folder: string, files: Files = nodeFiles) {
  return openJournal({ folder, clock: setClock(), knownBefore: false, files, wait })
}

async function begun(): Promise<string> {
  const folder = await freshFolder()
  await (await journalIn(folder)).close()
  return folder
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

describe('a capture', () => {
  test('that was left without the lock is in its day once the journal is looked at, also while it is open', async () => {
    const folder = await begun()
    const journal = await journalIn(folder)
    await leaveCapture({ folder }, madeCapture(1, { text: 'Caught ✓' }))
    await leaveCapture({ folder }, madeCapture(2))
    expect(await journal.captures.mergeInbox()).toEqual([day])
    expect((await journal.captures.ofDay(day)).map(({ text }) => text)).toEqual(['Caught ✓', 'Thought 2'])
    expect(await readdir(join(folder, 'captures/inbox'))).toEqual([])
    expect(await journal.captures.mergeInbox()).toEqual([])
    await journal.close()
    const stored = JSON.parse(await readFile(join(folder, 'captures/2026/2026-03-02.json'), 'utf8'))
    expect(stored).toMatchObject({ schema: 1, day, captures: [{ id: idOf(1) }, { id: idOf(2) }] })
  })

  test('is read for an export before anyone brought it in, and once', async () => {
    const folder = await begun()
    await leaveCapture({ folder }, madeCapture(1))
    const journal = await journalIn(folder)
    await journal.captures.mergeInbox()
    await journal.close()
    // The crash between the day and the inbox: it is at both places.
    await writeFile(
      join(folder, `captures/inbox/${idOf(1)}.json`),
      JSON.stringify({ schema: 1, capture: madeCapture(1) }),
    )
    await leaveCapture({ folder }, madeCapture(2))
    const { captures } = await openJournalForReading({ folder })
    const [read] = await collected(captures())
    expect(read?.captures.map(({ id }) => id)).toEqual([idOf(1), idOf(2)])
  })

  test('needs a journal', async () => {
    const folder = await freshFolder()
    await expect(leaveCapture({ folder }, madeCapture(1))).rejects.toMatchObject({ code: 'folder-missing' })
    await mkdir(folder)
    await expect(leaveCapture({ folder }, madeCapture(1))).rejects.toMatchObject({ code: 'folder-missing' })
    expect(await readdir(folder)).toEqual([])
  })

  test('that can’t be read goes to the quarantine with a notice, and keeps no other from its day', async () => {
    const folder = await begun()
    await leaveCapture({ folder }, madeCapture(1))
    const inbox = join(folder, 'captures/inbox')
    await writeFile(join(inbox, `${idOf(2)}.json`), '{"schema":1,"capture":')
    await writeFile(join(inbox, `${idOf(3)}.json`), '{"schema":2}')
    await writeFile(join(inbox, 'notes.txt'), 'mine')
    const journal = await journalIn(folder)
    const told: string[] = []
    journal.entries.onNotice(({ kind, file }) => void told.push(`${kind} ${file}`))
    expect(await journal.captures.mergeInbox()).toEqual([day])
    expect(told).toEqual([`quarantined captures/inbox/${idOf(2)}.json`, `newer captures/inbox/${idOf(3)}.json`])
    expect((await readdir(inbox)).sort()).toEqual([`${idOf(3)}.json`, 'notes.txt'])
    expect(await readdir(join(folder, 'quarantine'))).toHaveLength(1)
    await journal.close()
  })

  test('of a day whose file is of a newer version stays in the inbox', async () => {
    const folder = await begun()
    await mkdir(join(folder, 'captures/2026'), { recursive: true })
    const file = join(folder, 'captures/2026/2026-03-02.json')
    await writeFile(file, '{"schema":2,"more":true}')
    await leaveCapture({ folder }, madeCapture(1))
    const journal = await journalIn(folder)
    expect(await journal.captures.mergeInbox()).toEqual([])
    expect(await readFile(file, 'utf8')).toBe('{"schema":2,"more":true}')
    expect(await readdir(join(folder, 'captures/inbox'))).toEqual([`${idOf(1)}.json`])
    await journal.close()
  })

  test('another program’s captures and unknown fields stay', async () => {
    const folder = await begun()
    await leaveCapture({ folder }, madeCapture(1))
    const journal = await journalIn(folder)
    await journal.captures.mergeInbox()
    const file = join(folder, 'captures/2026/2026-03-02.json')
    const document = JSON.parse(await readFile(file, 'utf8'))
    const theirs = { ...madeCapture(7, { text: 'Theirs' }), mood: 'good' }
    await writeFile(file, JSON.stringify({ ...document, captures: [...document.captures, theirs], source: 'other' }))
    await journal.captures.change(day, idOf(1), (capture) => ({ ...capture, trashed: '2026-03-02T10:00:00Z' }))
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      source: 'other',
      captures: [{ trashed: '2026-03-02T10:00:00Z' }, { text: 'Theirs', mood: 'good' }],
    })
    await expect(journal.captures.erase(day, idOf(9))).rejects.toMatchObject({ code: 'not-found' })
    await journal.close()
  })
})

const other = '2026-03-05'

describe('an inbox of very many', () => {
  const many = (count: number, text: string) =>
    Array.from({ length: count }, (_, at) => madeCapture(at + 1, { text: `${text}${at}` }))

  async function left(captures: readonly Capture[]): Promise<string> {
    const folder = await begun()
    const inbox = join(folder, 'captures/inbox')
    await mkdir(inbox, { recursive: true })
    for (const capture of captures)
      await writeFile(join(inbox, `${capture.id}.json`), JSON.stringify({ schema: 1, capture }))
    return folder
  }

  test('is brought in with few writes, each once', async () => {
    const captures = many(250, 'One ')
    const folder = await left(captures)
    let writes = 0
    const files = wrappedFiles(nodeFiles, (name, path) => {
      if (name === 'rename' && path.includes('captures/2026')) writes += 1
      return undefined
    })
    const journal = await journalIn(folder, files)
    expect(await journal.captures.mergeInbox()).toEqual([day])
    expect((await journal.captures.ofDay(day)).map(({ id }) => id).sort()).toEqual(captures.map(({ id }) => id).sort())
    expect(await readdir(join(folder, 'captures/inbox'))).toEqual([])
    expect(writes).toBeGreaterThan(0)
    expect(writes).toBeLessThan(10)
    await journal.close()
  })

  test('fills its day as far as it goes; the others stay, are told once, are in every export, and cost no look after that', async () => {
    // Three bytes a letter: 450 of them are more than a file may hold.
    const captures = many(450, '€'.repeat(9_000))
    const folder = await left(captures)
    let reads = 0
    const files = wrappedFiles(nodeFiles, (name, path) => {
      if (name === 'read' && path.includes('inbox')) reads += 1
      return undefined
    })
    const journal = await journalIn(folder, files)
    const told: string[] = []
    journal.entries.onNotice(({ kind, file }) => void told.push(`${kind} ${file}`))
    expect(await journal.captures.mergeInbox()).toEqual([day])
    const [kept, waiting] = [await journal.captures.ofDay(day), await readdir(join(folder, 'captures/inbox'))]
    expect(kept.length).toBeGreaterThan(300)
    expect(kept.length + waiting.length).toBe(450)
    expect(told).toEqual([`full captures/2026/${day}.json`])
    reads = 0
    expect(await journal.captures.mergeInbox()).toEqual([])
    expect([reads, told.length]).toEqual([0, 1])
    // Another day still takes what comes.
    await leaveCapture({ folder }, { ...madeCapture(900), day: other })
    expect(await journal.captures.mergeInbox()).toEqual([other])
    await journal.close()
    const [exported] = (await collected((await openJournalForReading({ folder })).captures())).slice(1)
    expect(exported?.captures).toHaveLength(450)
  })
})

describe('moving to another day', () => {
  test('takes all of it along, and leaves nothing behind', async () => {
    const folder = await begun()
    const journal = await journalIn(folder)
    await journal.captures.add({ ...madeCapture(1), mood: 'good' })
    await journal.captures.add(madeCapture(2))
    await journal.captures.move(day, idOf(1), other)
    expect((await journal.captures.ofDay(day)).map(({ id }) => id)).toEqual([idOf(2)])
    expect(await journal.captures.ofDay(other)).toEqual([{ ...madeCapture(1), mood: 'good', day: other }])
    await expect(journal.captures.move(day, idOf(9), other)).rejects.toMatchObject({ code: 'not-found' })
    await journal.close()
  })

  test('where another device has put it with other words, both stay', async () => {
    const folder = await begun()
    const journal = await journalIn(folder)
    await journal.captures.add(madeCapture(1, { text: 'Written on' }))
    await journal.captures.add({ ...madeCapture(1, { text: 'As it was' }), day: other })
    await journal.captures.move(day, idOf(1), other)
    expect(await journal.captures.ofDay(day)).toEqual([])
    expect((await journal.captures.ofDay(other)).map(({ text }) => text).sort()).toEqual(['As it was', 'Written on'])
    await journal.close()
  })

  test('whatever fails on the way, it is on a day at each moment, and after the next start on one', async () => {
    const begin = async () => {
      const disk = new SimulatedDisk()
      const first = await journalIn('/journal', disk)
      await first.captures.add(madeCapture(1))
      await first.close()
      return disk
    }
    const attempt = async (disk: SimulatedDisk, plan: FaultPlan) => {
      const files = wrappedFiles(disk, plan.before)
      const journal = await openJournal({ folder: '/journal', clock: setClock(), knownBefore: false, files, wait })
      plan.arm()
      await journal.captures.move(day, idOf(1), other).catch(() => undefined)
      plan.disarm()
      await journal.close().catch(() => undefined)
    }
    const dry = new FaultPlan()
    await attempt(await begin(), dry)
    expect(dry.calls.length).toBeGreaterThan(20)
    let cases = 0
    for (let call = 1; call <= dry.calls.length; call += 1) {
      for (const fault of [...faults, 'death' as const]) {
        const disk = await begin()
        await attempt(disk, new FaultPlan(call, fault === 'death' ? 'EIO' : fault, fault === 'death' ? 1_000_000 : 1))
        const again = await journalIn('/journal', fault === 'death' ? disk.copy() : disk)
        const where = async () =>
          [...(await again.captures.ofDay(day)), ...(await again.captures.ofDay(other))].map(
            ({ day: on, text }) => `${on} ${text}`,
          )
        expect((await where()).length, `${fault} at call ${call}`).toBeGreaterThan(0)
        await again.captures.tidy([day, other])
        expect(await where(), `${fault} at call ${call}`).toHaveLength(1)
        expect((await again.captures.tidy([day, other])).length).toBe(0)
        await again.close()
        cases += 1
      }
    }
    figure(`storage: ${cases} faults while moving a capture, 0 defects`)
  })
})

test('a capture that says it is on its way to where it is stays there', async () => {
  const folder = await begun()
  await leaveCapture({ folder }, { ...madeCapture(1), movingTo: day })
  const journal = await journalIn(folder)
  await journal.captures.mergeInbox()
  expect(await journal.captures.tidy([day])).toEqual([day])
  expect(await journal.captures.ofDay(day)).toEqual([madeCapture(1)])
  await journal.captures.move(day, idOf(1), day)
  expect(await journal.captures.ofDay(day)).toEqual([madeCapture(1)])
  await journal.close()
})

test('one that can’t arrive stays on its day, and keeps no other from arriving', async () => {
  const folder = await begun()
  const journal = await journalIn(folder)
  await mkdir(join(folder, 'captures/2026'), { recursive: true })
  await writeFile(join(folder, 'captures/2026/2026-03-04.json'), '{"schema":2}')
  const stuck = { ...madeCapture(1), movingTo: '2026-03-04' }
  await journal.captures.add(stuck)
  await journal.captures.add({ ...madeCapture(2), movingTo: other })
  expect(await journal.captures.tidy([day])).toEqual([day, other])
  expect(await journal.captures.ofDay(day)).toEqual([stuck])
  expect(await journal.captures.ofDay(other)).toEqual([{ ...madeCapture(2), day: other }])
  await journal.close()
})

describe('while its file can’t be taken out of the inbox, a capture', () => {
  const stuck = async () => {
    const folder = await begun()
    await leaveCapture({ folder }, madeCapture(1))
    const lock = { isHeld: true }
    const files = wrappedFiles(nodeFiles, (name, path) => {
      if (lock.isHeld && name === 'remove' && path.includes('inbox')) throw errno('EBUSY')
      return undefined
    })
    const journal = await journalIn(folder, files)
    return { folder, journal, lock, inbox: join(folder, 'captures/inbox') }
  }

  test('is in its day, which is told once', async () => {
    const { journal, lock, inbox } = await stuck()
    expect(await journal.captures.mergeInbox()).toEqual([day])
    expect(await journal.captures.ofDay(day)).toHaveLength(1)
    expect(await journal.captures.mergeInbox()).toEqual([])
    expect(await readdir(inbox)).toHaveLength(1)
    lock.isHeld = false
    expect(await journal.captures.mergeInbox()).toEqual([])
    expect(await readdir(inbox)).toEqual([])
    expect(await journal.captures.ofDay(day)).toHaveLength(1)
    await journal.close()
  })

  test('stays on its day rather than come back to it, also after a restart', async () => {
    const { folder, journal, lock } = await stuck()
    await journal.captures.mergeInbox()
    await expect(journal.captures.move(day, idOf(1), other)).rejects.toMatchObject({ code: 'disk-error' })
    await expect(journal.captures.erase(day, idOf(1))).rejects.toMatchObject({ code: 'disk-error' })
    expect(await journal.captures.ofDay(day)).toEqual([madeCapture(1)])
    lock.isHeld = false
    await journal.captures.move(day, idOf(1), other)
    await journal.captures.mergeInbox()
    expect(await journal.captures.ofDay(day)).toEqual([])
    await journal.close()
    const again = await journalIn(folder)
    expect(await again.captures.mergeInbox()).toEqual([])
    expect(await again.captures.ofDay(other)).toHaveLength(1)
    await again.captures.erase(other, idOf(1))
    expect(await again.captures.mergeInbox()).toEqual([])
    expect(await again.captures.ofDay(other)).toEqual([])
    await again.close()
  })

  test('that is nowhere else is not taken from there', async () => {
    const { journal, lock, inbox } = await stuck()
    lock.isHeld = false
    await expect(journal.captures.erase(day, idOf(1))).rejects.toMatchObject({ code: 'not-found' })
    await expect(journal.captures.move(day, idOf(1), other)).rejects.toMatchObject({ code: 'not-found' })
    expect(await readdir(inbox)).toHaveLength(1)
    await journal.close()
  })
})

test('what has been in the trash for 30 days by time that can be believed is erased, and nothing else', async () => {
  const folder = await begun()
  const clock = setClock()
  const open = () => openJournal({ folder, clock, knownBefore: true, wait, states: `${folder}-states` })
  const first = await open()
  await first.captures.add(madeCapture(1, { trashed: clock.now().at }))
  await first.captures.add(madeCapture(2))
  expect(await first.captures.tidy([day])).toEqual([])
  await first.close()
  // A clock that jumps a year ages nothing; then a week counts of eight days, with one of them for nothing.
  clock.advance({ days: 365 })
  for (let start = 1; start <= 6; start += 1) {
    const journal = await open()
    expect(await journal.captures.tidy([day]), `start ${start}`).toEqual(start === 6 ? [day] : [])
    expect((await journal.captures.ofDay(day)).length).toBe(start === 6 ? 1 : 2)
    await journal.close()
    clock.advance({ days: 8 })
  }
})

test('an unfinished file in the inbox is removed once nobody can be writing it any more', async () => {
  const folder = await begun()
  await leaveCapture({ folder }, madeCapture(1))
  const inbox = join(folder, 'captures/inbox')
  const [dead, alive] = [`.throughline-${'a'.repeat(24)}.tmp`, `.throughline-${'b'.repeat(24)}.tmp`]
  for (const name of [dead, alive, 'notes.tmp']) await writeFile(join(inbox, name), '')
  const now = new Date('2026-03-02T08:00:00Z')
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  await utimes(join(inbox, dead), ago(30), ago(30))
  await utimes(join(inbox, alive), ago(1), ago(1))
  await (await journalIn(folder)).close()
  expect((await readdir(inbox)).sort()).toEqual([alive, `${idOf(1)}.json`, 'notes.tmp'].sort())
})

interface Case {
  /** Whether one look brings all of them in, or each has its own. */
  readonly together: boolean
  readonly call: number
  readonly fault: Fault | 'death'
}

const all = [madeCapture(1), madeCapture(2), madeCapture(3)]

/** Three captures left and brought in on a simulated disk, with one fault; afterwards without. Says what went wrong that must not. */
async function defectsWith({ together, call, fault }: Case, leave: typeof leaveCapture): Promise<string[]> {
  const disk = new SimulatedDisk()
  const folder = '/journal'
  await (await journalIn(folder, disk)).close()
  const plan = new FaultPlan(call, fault === 'death' ? 'EIO' : fault, fault === 'death' ? 1_000_000 : 1)
  const files = wrappedFiles(disk, plan.before)
  const journal = await openJournal({ folder, clock: setClock(), knownBefore: false, files, wait })
  plan.arm()
  const kept: Capture[] = []
  for (const capture of all) {
    // Only what was said to be kept has to be there.
    await leave({ folder, files, wait }, capture).then(
      () => void kept.push(capture),
      () => undefined,
    )
    if (!together || capture === all.at(-1)) await journal.captures.mergeInbox().catch(() => [])
  }
  plan.disarm()
  await journal.close().catch(() => undefined)
  const again = await journalIn(folder, fault === 'death' ? disk.copy() : disk)
  await again.captures.mergeInbox()
  const found = await again.captures.ofDay(day)
  const defects: string[] = []
  for (const { id } of kept) {
    if (!found.some((capture) => capture.id === id)) defects.push(`${id} is lost`)
  }
  const ids = found.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) defects.push('one is there twice')
  for (const capture of found) {
    const given = all.find(({ id }) => id === capture.id)
    if (JSON.stringify(given) !== JSON.stringify(capture)) defects.push(`${capture.id} is not as it was caught`)
  }
  await again.close()
  return defects.map((defect) => `${together ? 'together, ' : ''}${fault} at call ${call} (${plan.met}): ${defect}`)
}

async function casesOf(together: boolean): Promise<Case[]> {
  const disk = new SimulatedDisk()
  await (await journalIn('/journal', disk)).close()
  const plan = new FaultPlan()
  const files = wrappedFiles(disk, plan.before)
  const journal = await openJournal({ folder: '/journal', clock: setClock(), knownBefore: false, files, wait })
  plan.arm()
  for (const capture of all) {
    await leaveCapture({ folder: '/journal', files, wait }, capture)
    if (!together || capture === all.at(-1)) await journal.captures.mergeInbox()
  }
  return plan.calls.flatMap((_, at) =>
    [...faults, 'death' as const].map((fault) => ({ together, call: at + 1, fault })),
  )
}

const allCases = async () => [...(await casesOf(false)), ...(await casesOf(true))]

test('every file call with every error, and death at every one: what was kept is in its day, once', async () => {
  const random = randomFrom(seed)
  const cases = (await allCases()).filter(() => random() < share(0.3))
  const defects: string[] = []
  for (const one of cases) defects.push(...(await defectsWith(one, leaveCapture)))
  figure(`storage: ${cases.length} faults while catching, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

test('the check finds a capture that is said to be kept and is not', async () => {
  const deaf: typeof leaveCapture = (options, capture) => leaveCapture(options, capture).catch(() => null)
  const defects: string[] = []
  for (const one of (await allCases()).filter(({ fault }) => fault === 'ENOSPC'))
    defects.push(...(await defectsWith(one, deaf)))
  expect(defects).not.toEqual([])
})
