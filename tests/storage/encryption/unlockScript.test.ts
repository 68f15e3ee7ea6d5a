/** The script that opens a journal without the app: with the passphrase, with the code, and what it says when it can't. */
import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { newCapture } from '#shared/domain/capture/capture'
import { sealForInbox } from '../../../src/main/storage/encryption/cipher/sealedInbox'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { sealForKnown } from '../../../src/main/storage/encryption/keys/knownLock'
import { leaveAnswer } from '../../../src/main/storage/inbox/leaveAnswer'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { sampled } from '../../effort'
import { madeAnswer } from '../../services/made'
import { defectsOf } from '../defects'
import { freshFolder } from '../freshFolder'
import { oldStored, sealedBefore, writeOldJournal } from '../oldForm'
import { collected, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { knownIn, madeKey, passphrase, quickCost } from '../sealed'

const script = join(import.meta.dirname, '../../../scripts/unlock.mjs')
const clock = setClock()
const entry = sampleEntry({ title: 'Grüße an niemanden' })
const caught = newCapture({ id: sampleId(9), now: clock.now(), dayEnds: '00:00', kind: 'note', text: 'Left outside' })

async function locked() {
  const folder = await freshFolder()
  const journal = await openJournal({ folder, clock, knownBefore: false })
  await journal.entries.save(entry, 0)
  await journal.close()
  const seal = createJournalEncryption({ folder: () => folder, clock, cost: quickCost })
  const prepared = await seal.prepare(passphrase)
  expect(await prepared.turnOn(() => undefined)).toEqual({ left: 0 })
  const inbox = join(folder, 'sealed/captures/inbox')
  await mkdir(inbox, { recursive: true })
  const left = Buffer.from(JSON.stringify({ schema: 1, capture: caught }))
  await writeFile(join(inbox, `${caught.id}.json`), sealForInbox(seal.vault()?.publicKey ?? Buffer.alloc(0), left))
  return { folder, seal, code: prepared.code }
}

function run(args: readonly string[], answer: string): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: 'pipe' })
    let [out, err] = ['', '']
    child.stdout.on('data', (data) => {
      out += data
    })
    child.stderr.on('data', (data) => {
      err += data
    })
    child.on('close', (code) => resolve({ code, out, err }))
    // It may refuse before it asks.
    child.stdin.on('error', () => undefined)
    child.stdin.end(`${answer}\n`)
  })
}

test.each(['passphrase', 'code'] as const)('a journal comes back with the %s', async (way) => {
  const { folder, code } = await locked()
  const target = join(dirname(folder), 'opened')
  // The key file's copy is enough.
  if (way === 'code') await rm(join(folder, 'lock.json'))
  const answer = way === 'code' ? code.toLowerCase().replaceAll('-', ' ') : passphrase
  expect(await run([folder, target], answer)).toMatchObject({ code: 0, out: expect.stringContaining('2 files opened') })
  const journal = await openJournal({ folder: target, clock, knownBefore: true })
  expect(await collected(journal.entries.all())).toEqual([entry])
  await journal.captures.mergeInbox()
  expect(await journal.captures.ofDay(caught.day)).toEqual([caught])
  await journal.close()
})

test('answers that wait and the drafts of this computer come back too', async () => {
  const { folder, seal } = await locked()
  await leaveAnswer({ folder, known: knownIn(folder) }, madeAnswer(1, 'Left outside'))
  const [target, drafts] = [join(dirname(folder), 'opened'), join(dirname(folder), 'drafts')]
  await mkdir(join(drafts, 'none'), { recursive: true })
  const [words, toInbox] = ['{"text":"By the key"}', '{"text":"By its inbox"}']
  await writeFile(join(drafts, 'none', 'entry-1.json'), seal.vault()?.seal(Buffer.from(words), 'draft') ?? '')
  await writeFile(
    join(drafts, 'none', 'entry-2.json'),
    sealForInbox(seal.vault()?.publicKey ?? Buffer.alloc(0), Buffer.from(toInbox)),
  )
  await writeFile(join(drafts, 'none', 'entry-3.json'), words)
  await writeFile(join(drafts, 'none', 'entry-4.json'), 'TLSEALED and then cut off')
  const { code, out, err } = await run([folder, target, drafts], passphrase)
  expect(out).toContain('6 files opened')
  const text = (name: string) => readFile(join(target, name), 'utf8')
  expect(JSON.parse(await text(`entries/inbox/${madeAnswer(1, '').id}.json`))).toMatchObject({ schema: 1 })
  expect(await text('drafts/none/entry-1.json')).toBe(words)
  expect(await text('drafts/none/entry-2.json')).toBe(toInbox)
  expect(await text('drafts/none/entry-3.json')).toBe(words)
  expect(err).toContain('"drafts/none/entry-4.json"')
  expect(code).toBe(1)
})

test('a journal of before comes back whole', async () => {
  const folder = await freshFolder()
  writeOldJournal(folder)
  const target = join(dirname(folder), 'opened')
  expect(await run([folder, target], passphrase)).toMatchObject({
    code: 0,
    out: expect.stringContaining('7 files opened'),
  })
  const journal = await openJournal({ folder: target, clock, knownBefore: true })
  expect(await defectsOf(journal, [oldStored])).toEqual([])
  await journal.close()
})

test('whole files in the places of others are named and lie apart, opened', async () => {
  const { folder, seal } = await locked()
  const sealed = join(folder, 'sealed')
  const path = `entries/2026/${entry.day}-${entry.id}.json`
  const vault = seal.vault()
  if (vault === null) throw new Error('locked')
  const strangers = {
    [path]: vault.seal(Buffer.from('of another page'), `record ${sampleId(2)}`),
    [`entries/2026/${entry.day}-${sampleId(3)}.json`]: sealedBefore(vault, Buffer.from('of before')),
    [`entries/2026/${entry.day}-${sampleId(4)}.json`]: sealForInbox(
      seal.vault()?.publicKey ?? Buffer.alloc(0),
      Buffer.from('of anybody'),
    ),
    'captures/2026/2026-03-01.json': vault.seal(Buffer.from('of another day'), 'day capture 2026-03-02'),
    'settings.json': vault.seal(Buffer.from('no settings'), `record ${entry.id}`),
  }
  const own = {
    [`versions/${entry.id}/1-20260302T090000000Z.json`]: `record ${entry.id}`,
    [`trash/${entry.day}-${entry.id}.20260302T090000000Z.json`]: `record ${entry.id}`,
    'captures/2026/2026-03-02 (1).json': 'day capture 2026-03-02',
    'versions/settings/20260302T090000000Z-0123abcd.json': 'settings',
    'trash/ages.json': 'path trash/ages.json',
    'quarantine/2026.json': 'anything',
  }
  const owned = Object.entries(own).map(([name, subject]) => [name, vault.seal(Buffer.from('own'), subject)] as const)
  for (const [name, bytes] of [...Object.entries(strangers), ...owned]) {
    await mkdir(dirname(join(sealed, name)), { recursive: true })
    await writeFile(join(sealed, name), bytes)
  }
  const target = join(dirname(folder), 'opened')
  const { code, out, err } = await run([folder, target], passphrase)
  expect({ code, out }).toEqual({ code: 1, out: `7 files opened into ${target}.\n` })
  expect(err).toContain('5 were sealed for another place')
  for (const name of Object.keys(strangers)) {
    expect(err).toContain(name)
    expect(await readFile(join(target, 'misplaced', name), 'utf8')).toMatch(/^(of|no) /)
  }
})

test('what waits for the person’s word stays apart, and a page that anyone may have made is none', async () => {
  const { folder, seal } = await locked()
  const place = `${entry.day}-${sampleId(3)}.json`
  await mkdir(join(folder, 'entries/2026'), { recursive: true })
  await writeFile(join(folder, 'entries/2026', place), 'Dropped in')
  await seal.unlock(passphrase)
  const known = await knownIn(folder)()
  if (known === null) throw new Error('it has a lock')
  await writeFile(join(folder, 'sealed/entries/2026/forged.json'), sealForKnown(known, Buffer.from('Forged')))
  const target = join(dirname(folder), 'opened')
  const { code, out, err } = await run([folder, target], passphrase)
  expect(out).toContain('1 of them came from another device or program')
  const [mark = ''] = await readdir(join(target, 'quarantine/arrivals'))
  expect(await readFile(join(target, 'quarantine/arrivals', mark, 'entries/2026', place), 'utf8')).toBe('Dropped in')
  expect(err).toContain('entries/2026/forged.json')
  expect([code, await readdir(join(target, 'entries/2026'))]).toEqual([1, [`${entry.day}-${entry.id}.json`]])
})

const flipped = (at: number) => (bytes: Buffer) => {
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}
/** Each of them fails at another place: no such key, another key, no header, no tag, nothing. */
const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['the magic', flipped(3)],
  ['the form', flipped(8)],
  ['the key within it', flipped(11)],
  ['its header', flipped(40)],
  ['its text', flipped(60)],
  ['its last byte', (bytes) => flipped(bytes.length - 1)(bytes)],
  ['all but the magic', (bytes) => Buffer.concat([bytes.subarray(0, 8), Buffer.alloc(bytes.length - 8)])],
  ['its end, cut off in the tag', (bytes) => bytes.subarray(0, -1)],
  ['its end, cut off in the header', (bytes) => bytes.subarray(0, 20)],
  ['all, cut off behind the magic', (bytes) => bytes.subarray(0, 8)],
  ['all', () => Buffer.alloc(0)],
]

test.each(sampled(damages, 3))(
  'a file damaged in %s is named and copied as it is; the rest comes back',
  async (_, damage) => {
    const { folder } = await locked()
    const year = join(folder, 'sealed/entries/2026')
    const [entryName = ''] = await readdir(year)
    for (const [name, opens] of [
      [`entries/2026/${entryName}`, `captures/inbox/${caught.id}.json`],
      [`captures/inbox/${caught.id}.json`, `entries/2026/${entryName}`],
    ] as const) {
      const target = join(dirname(folder), `opened ${name.slice(0, 4)}`)
      const place = join(folder, 'sealed', name)
      const whole = await readFile(place)
      const damaged = damage(Buffer.from(whole))
      await writeFile(place, damaged)
      const { code, out, err } = await run([folder, target], passphrase)
      expect(err).toContain('1 could not be opened and are in not-opened/')
      expect(err).toContain(name)
      expect(out).toContain('1 files opened')
      expect(code).toBe(1)
      expect(await readFile(join(target, 'not-opened', name))).toEqual(damaged)
      expect(JSON.parse(await readFile(join(target, opens), 'utf8'))).toMatchObject({ schema: 1 })
      await writeFile(place, whole)
    }
  },
)

test('a damaged key file gives way to its whole copy, and without a whole one to whatever slot of it still opens', async () => {
  const { folder, code } = await locked()
  const own = join(folder, 'lock.json')
  const whole = await readFile(own, 'utf8')
  const { slots, inbox } = JSON.parse(whole)
  const opened = async (name: string) => run([folder, join(dirname(folder), name)], passphrase)
  await writeFile(own, whole.replace(slots[0].wrapped, slots[1].wrapped))
  expect(await opened('slot')).toMatchObject({ code: 0, out: expect.stringContaining('2 files opened') })
  await writeFile(own, whole.replace(inbox.wrapped, slots[0].wrapped))
  expect(await opened('inbox')).toMatchObject({ code: 0, out: expect.stringContaining('2 files opened') })
  await writeFile(join(folder, 'sealed/lock.json'), whole.replace(slots[1].wrapped, 'AAAA').replace(inbox.wrapped, ''))
  expect(await opened('both')).toMatchObject({ code: 1, out: expect.stringContaining('1 files opened') })
  await writeFile(own, 'damaged')
  expect(await run([folder, join(dirname(folder), 'by code')], code)).toMatchObject({ code: 1, out: '' })
})

test('half of a change is not taken for the journal', async () => {
  const { folder } = await locked()
  const target = join(dirname(folder), 'opened')
  // With its key file the lock counts, as in the app.
  await writeFile(join(folder, 'sealed/unfinished'), 'half of a change\n')
  expect(await run([folder, join(dirname(folder), 'counts')], passphrase)).toMatchObject({ code: 0 })
  await rm(join(folder, 'lock.json'))
  expect(await run([folder, target], passphrase)).toMatchObject({ code: 1, err: expect.stringMatching(/has no lock/) })
  expect(await readdir(dirname(folder))).not.toContain('opened')
})

test.each([
  [
    'a wrong passphrase',
    (folder: string) => [folder, join(dirname(folder), 'opened')],
    'guessed',
    /neither the passphrase/,
  ],
  ['a folder that is there', (folder: string) => [folder, dirname(folder)], passphrase, /there already/],
  [
    'a folder without a lock',
    (folder: string) => [dirname(folder), join(dirname(folder), 'x')],
    passphrase,
    /no readable lock/,
  ],
  ['no folder', () => [], passphrase, /Use:/],
])('%s is refused in one sentence, and nothing is written', async (_, args, answer, sentence) => {
  const { folder } = await locked()
  const before = await readdir(dirname(folder))
  const { code, out, err } = await run(args(folder), answer)
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toMatch(sentence)
  expect(await readdir(dirname(folder))).toEqual(before)
})

test('what a lock sealed that was turned off, or that another device turned on, comes back with its passphrase', async () => {
  const { folder, seal } = await locked()
  const late = join(folder, `sealed/entries/2026/${entry.day}-${entry.id}.json`)
  const bytes = await readFile(late)
  await seal.turnOff(passphrase, () => undefined)
  await mkdir(dirname(late), { recursive: true })
  await writeFile(late, bytes)
  const [off, apart] = ['off', 'apart'].map((name) => join(dirname(folder), name))
  expect(await run([folder, off ?? ''], passphrase)).toMatchObject({ code: 0, out: expect.stringContaining('1 files') })
  const [name = ''] = await readdir(join(folder, 'keys'))
  await rename(join(folder, 'keys', name), join(folder, 'lock (1).json'))
  await writeFile(join(folder, 'lock.json'), (await madeKey({ passphrase: 'of another lock' })).bytes)
  expect(await run([folder, apart ?? ''], passphrase)).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 files'),
  })
})
