/** The script that opens a journal without the app: with the passphrase, with the code, and what it says when it can't. */
import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { newCapture } from '#shared/domain/capture'
import { openJournal } from '../../src/main/storage/openJournal'
import { createJournalSeal } from '../../src/main/storage/sealed/journalSeal'
import { sealForInbox } from '../../src/main/storage/sealed/sealedInbox'
import { freshFolder } from './freshFolder'
import { collected, sampleEntry, sampleId } from './sample'
import { setClock } from './sampleClock'
import { passphrase, quickCost } from './sealed'

const script = join(import.meta.dirname, '../../scripts/unlock.mjs')
const clock = setClock()
const entry = sampleEntry({ title: 'Grüße an niemanden' })
const caught = newCapture({ id: sampleId(9), now: clock.now(), dayEnds: '00:00', kind: 'note', text: 'Left outside' })

async function locked() {
  const folder = await freshFolder()
  const journal = await openJournal({ folder, clock, knownBefore: false })
  await journal.entries.save(entry, 0)
  await journal.close()
  const seal = createJournalSeal({ folder: () => folder, clock, cost: quickCost })
  const prepared = await seal.prepare(passphrase)
  expect(await prepared.turnOn(() => undefined)).toEqual({ left: 0 })
  const inbox = join(folder, 'sealed/captures/inbox')
  await mkdir(inbox, { recursive: true })
  const left = Buffer.from(JSON.stringify({ schema: 1, capture: caught }))
  await writeFile(join(inbox, `${caught.id}.json`), sealForInbox(await seal.inboxKey(), left))
  return { folder, code: prepared.code }
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
  await journal.captures.foldInbox()
  expect(await journal.captures.ofDay(caught.day)).toEqual([caught])
  await journal.close()
})

test('what is damaged is named and copied as it is; the rest comes back', async () => {
  const { folder } = await locked()
  const target = join(dirname(folder), 'opened')
  const year = join(folder, 'sealed/entries/2026')
  const [name = ''] = await readdir(year)
  const bytes = await readFile(join(year, name))
  bytes[60] = (bytes[60] ?? 0) ^ 1
  await writeFile(join(year, name), bytes)
  const { code, err } = await run([folder, target], passphrase)
  expect(code).toBe(1)
  expect(err).toContain(name)
  expect(await readFile(join(target, 'not-opened/entries/2026', name))).toEqual(bytes)
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
