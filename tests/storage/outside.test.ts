/** What other programs do in a journal's folder, and what two journals on one folder do to each other without a lock. */
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Notice } from '#shared/contract/health'
import type { Entry } from '#shared/domain/entry/entry'
import type { FileInfo, Files } from '../../src/main/disk/files'
import { nodeFiles } from '../../src/main/disk/nodeFiles'
import { type JournalOptions, openJournal } from '../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../src/main/storage/journal/openJournalForReading'
import { freshFolder } from './freshFolder'
import { collected, madeUpProcesses, nextOf, sampleEntry, sampleId } from './sample'
import { setClock } from './sampleClock'

const code = (code: string) => expect.objectContaining({ name: 'Failure', code })
const entry = sampleEntry()
const fileOf = (folder: string, { day, id }: Entry) => join(folder, 'entries', day.slice(0, 4), `${day}-${id}.json`)

async function open(folder: string, given: Partial<JournalOptions> = {}) {
  const journal = await openJournal({ folder, clock: setClock(), knownBefore: false, ...given })
  const notices: Notice[] = []
  journal.entries.onNotice((notice) => notices.push(notice))
  return { ...journal, notices }
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** Everything in a folder, with its bytes. */
async function contents(folder: string): Promise<Record<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name))
  return Object.fromEntries(await Promise.all(files.map(async (path) => [path, await readFile(path, 'latin1')])))
}

/** Two writers without a lock, each from what it read; how many acknowledged saves are nowhere any more. */
async function lostByTwoWriters(files: () => Files): Promise<number> {
  const folder = await freshFolder()
  const one = await open(folder, { files: files(), processes: madeUpProcesses().start() })
  const two = await open(folder, { files: files(), processes: madeUpProcesses().start() })
  await one.entries.save(entry, 0)
  const bases: Entry[] = []
  const words: string[] = []
  // Each begins its sitting with a save of its own: the version that is kept then is one more look.
  for (const [at, { entries }] of [one, two].entries()) {
    const base = await entries.read(entry.id)
    const next = nextOf(base, `writer ${at} begins`)
    await entries.save(next, base.revision)
    bases.push(next)
    words.push(`writer ${at} begins`)
  }
  for (let round = 0; round < 10; round++) {
    for (const [at, { entries }] of [one, two].entries()) {
      const base = bases[at] ?? entry
      const next = nextOf(base, `writer ${at} round ${round}`)
      try {
        await entries.save(next, base.revision)
        bases[at] = next
        words.push(`writer ${at} round ${round}`)
      } catch {
        bases[at] = await entries.read(entry.id)
      }
    }
  }
  const last = (await one.entries.read(entry.id)).sections[0]?.text
  await one.close()
  await two.close()
  // Each save that was accepted follows the one before it: so the last one accepted is what is there, and revisions count them.
  return words.at(-1) === last
    ? words.length + 1 - (JSON.parse(await readFile(fileOf(folder, entry), 'utf8')) as Entry).revision
    : words.length
}

test('two writers without a lock: a save on another state is a conflict, none is overwritten', async () => {
  expect(await lostByTwoWriters(() => nodeFiles)).toBe(0)
})

/** Says of every file what it was when this process last read or wrote it. */
function blindFiles(): Files {
  const last = new Map<string, FileInfo>()
  const remembered = (path: string, info: FileInfo) => {
    last.set(path, info)
    return info
  }
  return {
    ...nodeFiles,
    info: async (path) => last.get(path) ?? (await nodeFiles.info(path)),
    read: async (path, limit) => {
      const content = await nodeFiles.read(path, limit)
      remembered(path, content.info)
      return content
    },
    create: async (path) => {
      const file = await nodeFiles.create(path)
      return { ...file, info: async () => remembered(path, await file.info()) }
    },
    rename: async (from, to) => {
      await nodeFiles.rename(from, to)
      remembered(to, last.get(from) ?? (await nodeFiles.info(to)))
    },
  }
}

test('the check finds a journal that does not look again', async () => {
  expect(await lostByTwoWriters(blindFiles)).not.toBe(0)
})

test('a newer file is told about, left alone and not written', async () => {
  const folder = await freshFolder()
  const { entries, notices, close } = await open(folder)
  const newer = JSON.stringify({ ...entry, schema: 2, sections: 'another shape' })
  await put(fileOf(folder, entry), newer)
  expect(await collected(entries.all())).toEqual([])
  expect(notices).toMatchObject([{ kind: 'newer', day: entry.day }])
  await expect(entries.read(entry.id)).rejects.toEqual(code('newer-schema'))
  await expect(entries.save(nextOf(entry, 'x'), 1)).rejects.toEqual(code('newer-schema'))
  await expect(entries.trash(entry.id)).rejects.toEqual(code('newer-schema'))
  expect(await readFile(fileOf(folder, entry), 'utf8')).toBe(newer)
  await close()
})

test('links and foreign files are neither followed nor touched', async () => {
  const folder = await freshFolder()
  await (await open(folder)).close()
  const elsewhere = await freshFolder()
  await put(
    join(elsewhere, `2026-01-01-${sampleId(7)}.json`),
    JSON.stringify({ ...entry, id: sampleId(7), day: '2026-01-01' }),
  )
  await mkdir(join(folder, 'entries', '2026'), { recursive: true })
  await symlink(elsewhere, join(folder, 'entries', '2025'))
  await symlink(
    join(elsewhere, `2026-01-01-${sampleId(7)}.json`),
    join(folder, 'entries', '2026', `2026-01-01-${sampleId(7)}.json`),
  )
  await put(join(folder, 'entries', '2026', 'notes.txt'), 'mine')
  await put(join(folder, 'entries', '2026', '.DS_Store'), 'x')
  await put(join(folder, 'entries', '2026', `2026-01-01-${sampleId(8)} (copy).json`), 'not an entry')
  const before = await contents(folder)
  const { entries, notices, close } = await open(folder)
  expect(await collected(entries.all())).toEqual([])
  await expect(entries.save(sampleEntry({ id: sampleId(9), day: '2025-06-01' }), 0)).rejects.toEqual(
    code('folder-missing'),
  )
  await close()
  expect(notices).toEqual([])
  expect(await contents(folder)).toEqual(before)
  expect(await readdir(elsewhere)).toHaveLength(1)
})

test('a conflict copy with a higher revision does not take the place: it waits, and saving goes on', async () => {
  const folder = await freshFolder()
  const first = await open(folder)
  await first.entries.save(entry, 0)
  await first.close()
  const later = nextOf(entry, 'Written on the other computer.')
  const copy = fileOf(folder, entry).replace('.json', '.sync-conflict-20260302-101010-ABCDEFG.json')
  await put(copy, JSON.stringify(later))
  const second = await open(folder)
  expect(await collected(second.entries.all())).toEqual([entry])
  expect(second.notices).toMatchObject([{ kind: 'copy' }])
  const next = nextOf(entry, 'And on.')
  await second.entries.save(next, entry.revision)
  expect(await collected(second.entries.all())).toEqual([next])
  expect(await readFile(copy, 'utf8')).toBe(JSON.stringify(later))
  await second.close()
})

test('the name is a hint: the day and the id inside are the truth', async () => {
  const folder = await freshFolder()
  await (await open(folder)).close()
  const misplaced = join(folder, 'entries', '2024', `2024-01-01-${sampleId(5)}.json`)
  await put(misplaced, JSON.stringify(entry))
  const { entries, close } = await open(folder)
  expect(await entries.ofDay('2024-01-01')).toEqual([])
  expect(await collected(entries.all())).toEqual([entry])
  expect(await entries.read(entry.id)).toEqual(entry)
  const next = nextOf(entry, 'In its place.')
  await entries.save(next, 1)
  expect(await entries.ofDay(entry.day)).toEqual([next])
  expect(await readdir(dirname(misplaced))).toEqual([])
  await close()
})

test('the previous file is kept before the first save of a sitting, then once in ten minutes', async () => {
  const folder = await freshFolder()
  const clock = setClock()
  const journal = await open(folder, { clock })
  const kept = async () =>
    (await readdir(join(folder, 'versions', entry.id)).catch(() => [])).map((name) => name.split('-')[0])
  let current = entry
  await journal.entries.save(current, 0)
  const save = async () => {
    current = nextOf(current, `revision ${current.revision + 1}`)
    await journal.entries.save(current, current.revision - 1)
  }
  await save()
  clock.advance({ minutes: 9 })
  await save()
  expect(await kept()).toEqual([])
  clock.advance({ minutes: 1 })
  await save()
  expect(await kept()).toEqual(['3'])
  clock.advance({ hours: -5 })
  await save()
  expect((await kept()).sort()).toEqual(['3', '4'])
  await journal.close()
  const next = await open(folder, { clock })
  await next.entries.save(nextOf(current, 'after a restart'), current.revision)
  expect((await kept()).sort()).toEqual(['3', '4', '5'])
  await next.close()
})

test('reading writes nothing, also beside the app and on damage, and takes the last good copy', async () => {
  const folder = await freshFolder()
  const clock = setClock()
  const journal = await open(folder, { clock })
  await journal.entries.save(entry, 0)
  clock.advance({ hours: 1 })
  await journal.entries.save(nextOf(entry, 'x'), 1)
  await put(fileOf(folder, entry), 'damage')
  await put(join(folder, 'entries/2026', `2026-01-01-${sampleId(3)}.json`), 'damage too')
  await put(join(folder, 'entries/2026/.throughline-0123456789abcdef01234567.tmp'), 'half')
  await put(join(folder, 'settings.json'), 'null')
  const before = await contents(folder)
  const reading = await openJournalForReading({ folder })
  const notices: Notice[] = []
  reading.entries.onNotice((notice) => notices.push(notice))
  expect(await collected(reading.entries.all())).toEqual([entry])
  expect(notices.map(({ kind, restored }) => `${kind} ${restored}`).sort()).toEqual([
    'unreachable false',
    'unreachable false',
    'unreachable true',
  ])
  expect(await contents(folder)).toEqual(before)
  await journal.close()
})

test('an unplugged disk does not become a second journal', async () => {
  const folder = await freshFolder()
  const { entries, settings, close } = await open(folder)
  await entries.save(entry, 0)
  await rename(folder, `${folder}-away`)
  for (const empty of [false, true]) {
    if (empty) await mkdir(folder)
    await expect(entries.save(nextOf(entry, 'x'), 1)).rejects.toEqual(code('folder-missing'))
    await expect(entries.save(sampleEntry({ id: sampleId(2) }), 0)).rejects.toEqual(code('folder-missing'))
    await expect(entries.read(entry.id)).rejects.toEqual(code('folder-missing'))
    await expect(settings.save({ ...settings.value, theme: 'dark' })).rejects.toEqual(code('folder-missing'))
    if (empty) expect(await readdir(folder)).toEqual([])
  }
  await rm(folder, { recursive: true })
  await rename(`${folder}-away`, folder)
  await entries.save(nextOf(entry, 'x'), 1)
  await close()
})
