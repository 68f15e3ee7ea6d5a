/** Drafts on the disk of this device: whole or the one before after any fault and any power cut, sealed as the journal is, and nothing unreadable replaced. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Failure } from '#shared/domain/failure'
import type { Files } from '../../../src/main/disk/files'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { isTemporaryName } from '../../../src/main/disk/temporaryName'
import type { DraftHead } from '../../../src/main/services/ports/draftStore'
import { readKeyFile } from '../../../src/main/storage/encryption/cipher/keyFile'
import { openVault } from '../../../src/main/storage/encryption/cipher/keySlots'
import type { Vault } from '../../../src/main/storage/encryption/cipher/vault'
import { createDraftSealing } from '../../../src/main/storage/encryption/keys/draftSealing'
import { type KnownLock, knownLockOf } from '../../../src/main/storage/encryption/keys/knownLock'
import { createDraftFiles } from '../../../src/main/storage/safekeeping/draftFiles'
import { figure, randomFrom, runs, seed } from '../../effort'
import { freshFolder } from '../freshFolder'
import { sealedBefore } from '../oldForm'
import { setClock } from '../sampleClock'
import { madeKey } from '../sealed'
import { errno, SimulatedDisk } from '../simulatedDisk'
import { FaultPlan, faults, wrappedFiles } from '../wrappedFiles'

const journal = '00000000-0000-4000-8000-000000000000'
const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`
const head = (part: Partial<DraftHead> = {}): DraftHead => ({
  journal,
  kind: 'entry',
  id: id(1),
  base: 3,
  basis: 'aY1zMocAndH9K0O8R7sjP2',
  kept: { at: '2026-03-02T17:00:00.000Z', zone: 'UTC' },
  text: 'plain words',
  ...part,
})

function given(folder: string, files: Files = nodeFiles) {
  const now: { vault: Vault | null; known: KnownLock | null } = { vault: null, known: null }
  const sealing = createDraftSealing({ vault: () => now.vault, known: async () => now.known })
  /** As after a start. */
  const start = () =>
    createDraftFiles({
      folder,
      clock: setClock(),
      disk: { files, wait: async () => {} },
      ...sealing,
    })
  return { start, now, sealing }
}

const wordsOf = async (store: ReturnType<typeof createDraftFiles>, home: string | null = journal) =>
  (await store.list(home)).drafts.map(({ words }) => words)

describe('a draft', () => {
  test('comes back as it was, and can be read without the app', async () => {
    const folder = join(await freshFolder(), 'drafts')
    const { start } = given(folder)
    const words = '{"title":"T","sections":[{"answer":{"root":{}},"unknown":[1.50]}]}'
    await start().save(head(), words)
    expect(await start().list(journal)).toEqual({
      drafts: [{ schema: 1, ...head(), words: JSON.parse(words) }],
      unread: [],
    })
    const text = await readFile(join(folder, journal, `entry-${id(1)}.json`), 'utf8')
    // Byte for byte: a number that was read and written again would be another text.
    expect(text).toContain(`"words": ${words}`)
    expect(text).toContain('"text": "plain words"')
  })

  test('of words that are nested deeper than anything can be saved comes back', async () => {
    const { start } = given(join(await freshFolder(), 'drafts'))
    const words = `${'{"children":['.repeat(50_000)}${']}'.repeat(50_000)}`
    await start().save(head(), words)
    expect(await wordsOf(start())).toHaveLength(1)
  })

  test('is gone once it is dropped, and one that was never there can be', async () => {
    const { start } = given(join(await freshFolder(), 'drafts'))
    const store = start()
    await store.save(head(), '1')
    await store.save(head({ id: id(2) }), '2')
    for (const number of [1, 3]) await store.remove(journal, { kind: 'entry', id: id(number) })
    expect(await wordsOf(start())).toEqual([2])
  })

  test('that is dropped while it is being saved does not come back', async () => {
    const { start } = given(join(await freshFolder(), 'drafts'))
    const store = start()
    await Promise.all([store.save(head(), '1'), store.remove(journal, head())])
    expect(await wordsOf(start())).toEqual([])
  })

  test('of another journal, and of none, is apart', async () => {
    const { start } = given(join(await freshFolder(), 'drafts'))
    await start().save(head(), '1')
    await start().save(head({ journal: null }), '2')
    expect(await wordsOf(start())).toEqual([1])
    expect(await wordsOf(start(), null)).toEqual([2])
    expect(await wordsOf(start(), '11111111-1111-4111-8111-111111111111')).toEqual([])
  })
})

describe('what can’t be read', () => {
  test.each([
    ['cut off', '{"schema":1,"id":"01900000', 'unreachable'],
    ['empty', '', 'unreachable'],
    ['null', 'null', 'unreachable'],
    ['of a newer version', '{"schema":2}', 'newer'],
  ])('is told and stays: %s', async (_, bytes, kind) => {
    const folder = join(await freshFolder(), 'drafts')
    const { start } = given(folder)
    await mkdir(join(folder, journal), { recursive: true })
    const name = `entry-${id(1)}.json`
    await writeFile(join(folder, journal, name), bytes)
    await start().save(head({ id: id(2) }), '2')
    const store = start()
    expect(await wordsOf(store)).toEqual([2])
    expect((await store.list(journal)).unread).toEqual([{ kind, file: `drafts/${journal}/${name}` }])
    // A new draft of that page does not take its place.
    await store.save(head(), '1')
    const names = await readdir(join(folder, journal))
    const [beside = ''] = names.filter((other) => other.endsWith('.unread'))
    expect(await readFile(join(folder, journal, beside), 'utf8')).toBe(bytes)
    expect(await wordsOf(start())).toEqual([1, 2])
  })

  test('other files are left alone; what was being written at a crash is removed', async () => {
    const folder = join(await freshFolder(), 'drafts')
    await mkdir(join(folder, journal), { recursive: true })
    for (const name of ['.throughline-0123456789abcdef01234567.tmp', 'notes.txt', 'entry-x.json', 'review-1.json'])
      await writeFile(join(folder, journal, name), '{}')
    const { start } = given(folder)
    expect(await start().list(journal)).toEqual({ drafts: [], unread: [] })
    expect((await readdir(join(folder, journal))).sort()).toEqual(['entry-x.json', 'notes.txt', 'review-1.json'])
  })
})

describe('with a lock', () => {
  const canary = 'Zaunkoenigskanarienvogel'
  const words = JSON.stringify(canary)
  const secret = head({ text: canary })
  const readable = async (folder: string) =>
    (await readFile(join(folder, journal, `entry-${id(1)}.json`))).includes(canary)

  test('is sealed with the key, and opened with it', async () => {
    const folder = join(await freshFolder(), 'drafts')
    const { start, now } = given(folder)
    now.vault = (await madeKey()).vault
    await start().save(secret, words)
    expect(await readable(folder)).toBe(false)
    expect(await wordsOf(start())).toEqual([canary])
  })

  test('is sealed to the public key that this device knows while nobody has the key; then nothing is shown or told', async () => {
    const folder = join(await freshFolder(), 'drafts')
    const { start, now } = given(folder)
    const { vault, bytes } = await madeKey()
    now.known = knownLockOf({ file: readKeyFile(bytes), bytes })
    await start().save(secret, words)
    expect(await readable(folder)).toBe(false)
    expect(await start().list(journal)).toEqual({ drafts: [], unread: [] })
    now.vault = vault
    expect(await wordsOf(start())).toEqual([canary])
  })

  test('of a lock that the journal had before opens with the key of that one, and takes the form of now', async () => {
    const folder = join(await freshFolder(), 'drafts')
    const { start, now, sealing } = given(folder)
    const [before, after] = [await madeKey(), await madeKey()]
    now.known = knownLockOf({ file: readKeyFile(before.bytes), bytes: before.bytes })
    await start().save(secret, words)
    now.known = null
    now.vault = after.vault
    expect(await start().hasForeign(journal)).toBe(true)
    await sealing.withFormer([before.vault], () => start().reseal(journal))
    expect(await start().hasForeign(journal)).toBe(false)
    expect(await readable(folder)).toBe(false)
    expect(await wordsOf(start())).toEqual([canary])
  })

  test('that says nothing of its purpose, as it was sealed before, opens; one of the journal’s files does not', async () => {
    const folder = join(await freshFolder(), 'drafts')
    const { start, now } = given(folder)
    const { vault } = await madeKey()
    now.vault = vault
    const path = join(folder, journal, `entry-${id(1)}.json`)
    await mkdir(join(folder, journal), { recursive: true })
    const text = Buffer.from(JSON.stringify({ schema: 1, ...secret, words: canary }))
    await writeFile(path, sealedBefore(vault, text))
    expect(await wordsOf(start())).toEqual([canary])
    await writeFile(path, vault.seal(text, `record ${id(1)}`))
    expect(await start().list(journal)).toMatchObject({ drafts: [], unread: [{ kind: 'unreachable' }] })
  })

  test('is sealed to the public key once the key is overwritten, while the journal is still open', async () => {
    const folder = join(await freshFolder(), 'drafts')
    const { start, now } = given(folder)
    const made = await madeKey()
    now.vault = made.vault
    const file = readKeyFile(made.bytes)
    made.vault.forget()
    await start().save(secret, words)
    expect(await readable(folder)).toBe(false)
    now.vault = await openVault(file, { kind: 'recovery', secret: made.recovery })
    expect(await wordsOf(start())).toEqual([canary])
  })

  test('turned on, seals what is there; turned off, opens it, and what is written meanwhile', async () => {
    const folder = join(await freshFolder(), 'drafts')
    const { start, now, sealing } = given(folder)
    await start().save(secret, words)
    now.vault = (await madeKey()).vault
    await start().reseal(journal)
    expect(await readable(folder)).toBe(false)
    sealing.stop(true)
    await start().reseal(journal)
    expect(await readable(folder)).toBe(true)
    await start().save(secret, words)
    expect(await readable(folder)).toBe(true)
    // It stays on after all.
    sealing.stop(false)
    await start().reseal(journal)
    expect(await readable(folder)).toBe(false)
    expect(await wordsOf(start())).toEqual([canary])
  })

  test('what another key sealed stays as it is, and a new draft does not replace it', async () => {
    const folder = join(await freshFolder(), 'drafts')
    const { start, now } = given(folder)
    const [first, second] = [(await madeKey()).vault, (await madeKey()).vault]
    now.vault = first
    await start().save(secret, words)
    now.vault = second
    await start().reseal(journal)
    expect(await start().list(journal)).toMatchObject({ drafts: [], unread: [{ kind: 'unreachable' }] })
    await start().save(secret, '2')
    now.vault = first
    const [beside = ''] = (await readdir(join(folder, journal))).filter((name) => name.endsWith('.unread'))
    expect(first.open(await readFile(join(folder, journal, beside)), { subject: 'draft' }).includes(canary)).toBe(true)
  })
})

/** What may be there after the step that was cut off. */
const steps: readonly {
  run(store: ReturnType<typeof createDraftFiles>): Promise<unknown>
  after: readonly unknown[]
}[] = [
  { run: (store) => store.save(head(), '"first"'), after: ['first'] },
  { run: (store) => store.save(head(), '"first and second"'), after: ['first and second'] },
  { run: (store) => store.save(head({ id: id(2) }), '"another"'), after: ['first and second', 'another'] },
  { run: (store) => store.reseal(journal), after: ['first and second', 'another'] },
  { run: (store) => store.remove(journal, head()), after: ['another'] },
]
const said = (words: readonly unknown[]) => [...words].sort().join()

/** An empty user-data folder. */
async function emptyDisk(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk()
  await disk.makeFolder('/home')
  const folder = await disk.openFolder('/')
  await folder.sync()
  return disk
}

describe('a draft that was kept', () => {
  test('is there after every fault of every file call, or the one before is', async () => {
    const counted = new FaultPlan()
    const { start } = given('/home/drafts', wrappedFiles(await emptyDisk(), counted.before))
    counted.arm()
    const all = start()
    for (const { run } of steps) await run(all)
    const defects: string[] = []
    for (let call = 1; call <= counted.calls.length; call++)
      for (const fault of faults) {
        const disk = await emptyDisk()
        const plan = new FaultPlan(call, fault, 12)
        const store = given('/home/drafts', wrappedFiles(disk, plan.before)).start()
        plan.arm()
        let stored: readonly unknown[] = []
        for (const { run, after } of steps) {
          const [isDone, error] = await run(store).then(
            () => [true, null],
            (reason: unknown) => [false, reason],
          )
          plan.disarm()
          if (error !== null && !(error instanceof Failure)) defects.push(`${fault} at ${call}: ${String(error)}`)
          const found = said(await wordsOf(given('/home/drafts', disk).start()))
          const possible = isDone ? [said(after)] : [said(stored), said(after)]
          if (!possible.includes(found))
            defects.push(`${fault} at ${call}: ${found} in place of ${possible.join(' or ')}`)
          if (!isDone) break
          stored = after
          plan.arm()
        }
      }
    figure(`storage: ${counted.calls.length * faults.length} faults while drafts are kept, ${defects.length} defects`)
    expect(defects).toEqual([])
  })

  test('is there after a power cut at every file call, or the one before is, and nothing is left over', async () => {
    const random = randomFrom(seed)
    const disk = await emptyDisk()
    const defects: string[] = []
    let states = 0
    const found: { state: SimulatedDisk; possible: readonly string[] }[] = []
    let possible: readonly string[] = ['']
    const cut = () => {
      for (const state of disk.crashStates(runs({ quick: 6, all: 6, deep: 40 }), random))
        found.push({ state, possible })
      return undefined
    }
    const { start, now } = given('/home/drafts', wrappedFiles(disk, cut))
    now.vault = (await madeKey()).vault
    const store = start()
    let stored = ''
    for (const { run, after } of steps) {
      possible = [stored, said(after)]
      await run(store)
      stored = said(after)
      possible = [stored]
      cut()
    }
    for (const { state, possible: either } of found) {
      states++
      const after = given('/home/drafts', state)
      after.now.vault = now.vault
      const { drafts, unread } = await after.start().list(journal)
      const words = said(drafts.map((draft) => draft.words))
      if (!either.includes(words)) defects.push(`${words} in place of ${either.join(' or ')}`)
      defects.push(...unread.map(({ file }) => file))
      for (const { path } of state.files())
        if (isTemporaryName(path.slice(path.lastIndexOf('/') + 1))) defects.push(path)
    }
    figure(`storage: ${states} disks after power cuts while drafts are kept, ${defects.length} defects`)
    expect(states).toBeGreaterThan(100)
    expect(defects, `seed ${seed}`).toEqual([])
  })

  test('the check finds a save that does not sync', async () => {
    const disk = await emptyDisk()
    const create: Files['create'] = async (path) => ({ ...(await disk.create(path)), sync: async () => undefined })
    const files = { ...wrappedFiles(disk, () => undefined), create }
    await given('/home/drafts', files).start().save(head(), '"first"')
    const states = [...disk.crashStates(6, () => 0)]
    const left = await Promise.all(states.map((state) => wordsOf(given('/home/drafts', state).start())))
    expect(left.map(said)).toContain('')
  })
})

test('a disk that is full and then has room takes what it refused', async () => {
  let isFull = true
  const disk = await emptyDisk()
  const files = wrappedFiles(disk, (name) => {
    if (isFull && name === 'write') throw errno('ENOSPC')
    return undefined
  })
  const store = given('/home/drafts', files).start()
  await expect(store.save(head(), '1')).rejects.toMatchObject({ code: 'disk-full' })
  isFull = false
  await store.save(head(), '1')
  expect(await wordsOf(given('/home/drafts', disk).start())).toEqual([1])
})

describe('a draft that another lock sealed', () => {
  test.each(['turned off', 'given way to another'])(
    'has the form of the journal once that key was lent: %s',
    async (how) => {
      const { start, now, sealing } = given(join(await freshFolder(), 'drafts'))
      const [old, next] = [(await madeKey()).vault, (await madeKey()).vault]
      now.vault = old
      await start().save(head(), '"kept"')
      now.vault = how === 'turned off' ? null : next
      expect(await wordsOf(start())).toEqual([])
      await sealing.withFormer([old], () => start().reseal(journal))
      expect(await wordsOf(start())).toEqual(['kept'])
    },
  )
})
