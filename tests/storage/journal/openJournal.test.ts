import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Notice } from '#shared/contract/health'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { freshFolder } from '../freshFolder'
import { collected, nextOf, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { errno } from '../simulatedDisk'
import { wrappedFiles } from '../wrappedFiles'

const code = (code: string) => expect.objectContaining({ name: 'Failure', code })

async function open(folder: string, clock = setClock(), knownBefore = false) {
  const journal = await openJournal({ folder, clock, knownBefore, states: `${folder}-states` })
  const notices: Notice[] = []
  journal.entries.onNotice((notice) => notices.push(notice))
  return { ...journal, notices }
}

describe('entries', () => {
  test('come back as they were saved, after a restart too', async () => {
    const folder = await freshFolder()
    const first = await open(folder)
    const entry = sampleEntry()
    await first.entries.save(entry, 0)
    const edited = nextOf(entry, 'Two words')
    await first.entries.save(edited, 1)
    expect(await first.entries.read(entry.id)).toEqual(edited)
    await first.close()
    const second = await open(folder)
    expect(await second.entries.ofDay(entry.day)).toEqual([edited])
    expect(await second.entries.read(entry.id)).toEqual(edited)
    expect(await collected(second.entries.all())).toEqual([edited])
    expect(second.notices).toEqual([])
    await second.close()
  })

  test('are read by their day without a look at the other names, and by a wrong day all the same', async () => {
    const folder = await freshFolder()
    const first = await open(folder)
    const entry = sampleEntry()
    await first.entries.save(entry, 0)
    await first.close()
    for (const [day, looks] of [
      [entry.day, false],
      ['2001-01-01', true],
      [null, true],
    ] as const) {
      const listed: string[] = []
      const files = wrappedFiles(nodeFiles, (name, path) => {
        if (name === 'list' && path.includes('entries')) listed.push(path)
        return undefined
      })
      const again = await openJournal({ folder, clock: setClock(), knownBefore: true, files })
      listed.length = 0
      expect(await again.entries.read(entry.id, day)).toEqual(entry)
      expect(listed.length > 0).toBe(looks)
      await again.close()
    }
  })

  test('refuse a save on a base that is not on the disk', async () => {
    const folder = await freshFolder()
    const { entries, close } = await open(folder)
    const entry = sampleEntry()
    await entries.save(entry, 0)
    await entries.save(nextOf(entry, 'a'), 1)
    await expect(entries.save(nextOf(entry, 'b'), 1)).rejects.toEqual(code('conflict'))
    await expect(entries.save({ ...entry, revision: 1 }, 0)).rejects.toEqual(code('conflict'))
    await expect(entries.save({ ...entry, revision: 7 }, 1)).rejects.toEqual(code('bad-request'))
    await close()
  })

  test('move to another day, and are never at two', async () => {
    const folder = await freshFolder()
    const { entries, close } = await open(folder)
    const entry = sampleEntry()
    await entries.save(entry, 0)
    const moved = nextOf(entry, 'moved', { day: '2025-12-31' })
    await entries.save(moved, 1)
    expect(await entries.ofDay(entry.day)).toEqual([])
    expect(await entries.ofDay('2025-12-31')).toEqual([moved])
    expect(await collected(entries.all())).toEqual([moved])
    await close()
  })

  test('before a day: newest day first, over the turn of the year', async () => {
    const folder = await freshFolder()
    const { entries, close } = await open(folder)
    const days = ['2025-12-29', '2025-12-31', '2026-01-01', '2026-01-02']
    for (const [at, day] of days.entries()) await entries.save(sampleEntry({ id: sampleId(at), day }), 0)
    expect((await entries.before('2026-01-02', 2)).map(({ day }) => day)).toEqual(['2026-01-01', '2025-12-31'])
    await close()
  })

  test('go to the trash and come back; erased, nothing of them is left', async () => {
    const folder = await freshFolder()
    const clock = setClock()
    const { entries, close } = await open(folder, clock)
    const entry = sampleEntry()
    await entries.save(entry, 0)
    clock.advance({ hours: 1 })
    const edited = nextOf(entry, 'x')
    await entries.save(edited, 1)
    await entries.trash(entry.id)
    await expect(entries.read(entry.id)).rejects.toEqual(code('not-found'))
    await expect(entries.save(nextOf(edited, 'late'), 2)).rejects.toEqual(code('not-found'))
    expect(await entries.trashed()).toEqual([{ record: edited, trashedAt: clock.now().at }])
    expect(await entries.restore(entry.id)).toEqual(edited)
    expect(await entries.trashed()).toEqual([])
    expect(await entries.ofDay(entry.day)).toEqual([edited])
    await entries.trash(entry.id)
    await entries.erase(entry.id)
    await expect(entries.restore(entry.id)).rejects.toEqual(code('not-found'))
    expect(await readdir(join(folder, 'versions'))).toEqual([])
    // What tells other devices that it went on purpose holds no words.
    expect(await readdir(join(folder, 'trash'))).toEqual(['given-up'])
    const [told = ''] = await readdir(join(folder, 'trash', 'given-up'))
    const words = JSON.parse(await readFile(join(folder, 'trash', 'given-up', told), 'utf8'))
    expect(words).toEqual({ schema: 1, of: `entry/${entry.id}`, saves: { revision: 2 } })
    await close()
  })

  test('leave the trash for good after 30 days of use', async () => {
    const folder = await freshFolder()
    const clock = setClock()
    const first = await open(folder, clock)
    const entry = sampleEntry()
    await first.entries.save(entry, 0)
    clock.advance({ hours: 1 })
    await first.entries.save(nextOf(entry, 'x'), 1)
    await first.entries.trash(entry.id)
    await first.close()
    const left = []
    for (let week = 1; week <= 6; week++) {
      clock.advance({ days: 7 })
      const { entries, close } = await open(folder, clock)
      left.push((await entries.trashed()).length)
      await close()
    }
    // The longest stretch between two starts may be a jump of the clock, and does not count.
    expect(left).toEqual([1, 1, 1, 1, 1, 0])
    expect(await readdir(join(folder, 'versions'))).toEqual([])
  })

  test('a save whose last step failed can be tried again by one who reads first', async () => {
    const folder = await freshFolder()
    let broken = false
    const files = wrappedFiles(nodeFiles, (name) => {
      if (broken && name === 'syncFolder') throw errno('EIO')
      return undefined
    })
    const journal = await openJournal({ folder, clock: setClock(), knownBefore: false, files })
    const entry = sampleEntry()
    await journal.entries.save(entry, 0)
    broken = true
    await expect(journal.entries.save(nextOf(entry, 'first try'), 1)).rejects.toEqual(code('disk-error'))
    broken = false
    const found = await journal.entries.read(entry.id)
    expect([found.revision, found.sections[0]?.text]).toEqual([1, 'first try'])
    await journal.entries.save(nextOf(found, 'second try'), 1)
    expect((await journal.entries.read(entry.id)).revision).toBe(2)
    await journal.close()
    await expect(journal.entries.save(nextOf({ ...found, revision: 2 }, 'late'), 2)).rejects.toEqual(code('unexpected'))
  })

  test('a damaged file goes to the quarantine byte for byte and the last good copy takes its place', async () => {
    const folder = await freshFolder()
    const clock = setClock()
    const first = await open(folder, clock)
    const entry = sampleEntry()
    await first.entries.save(entry, 0)
    clock.advance({ hours: 1 })
    await first.entries.save(nextOf(entry, 'x'), 1)
    await first.close()
    const path = join(folder, 'entries/2026', `2026-03-02-${entry.id}.json`)
    await writeFile(path, '{"schema":1')
    const second = await open(folder, clock)
    expect(await second.entries.ofDay(entry.day)).toEqual([entry])
    expect(second.notices).toEqual([
      {
        kind: 'quarantined',
        file: `entries/2026/2026-03-02-${entry.id}.json`,
        day: '2026-03-02',
        restored: true,
        recordKind: 'entry',
      },
    ])
    const [kept] = await readdir(join(folder, 'quarantine'))
    expect(await readFile(join(folder, 'quarantine', kept ?? ''), 'utf8')).toBe('{"schema":1')
    await second.close()
  })
})

test.each(['null', '0', 'false', '""', '', '[]', '{}'])(
  'settings that hold %j are damage, not defaults',
  async (text) => {
    const folder = await freshFolder()
    await (await open(folder)).close()
    await writeFile(join(folder, 'settings.json'), text)
    const { settings, notices, close } = await open(folder)
    expect(settings.value.textSize).toBe('medium')
    expect(notices.map(({ kind }) => kind)).toEqual(['quarantined'])
    await settings.save({ ...settings.value, textSize: 'large' })
    await close()
    expect((await openJournalForReading({ folder })).settings.textSize).toBe('large')
    const [kept] = await readdir(join(folder, 'quarantine'))
    expect(await readFile(join(folder, 'quarantine', kept ?? ''), 'utf8')).toBe(text)
  },
)

test('a journal that was here before and is gone is not a first run', async () => {
  const folder = await freshFolder()
  await (await open(folder)).close()
  await rm(folder, { recursive: true })
  await expect(open(folder, setClock(), true)).rejects.toEqual(code('folder-missing'))
  await mkdir(folder)
  await expect(open(folder, setClock(), true)).rejects.toEqual(code('folder-missing'))
  await expect(openJournalForReading({ folder })).rejects.toEqual(code('folder-missing'))
})

test('a damaged marker goes to the quarantine, and the journal keeps its entries', async () => {
  const folder = await freshFolder()
  const first = await open(folder)
  await first.entries.save(sampleEntry(), 0)
  await first.close()
  expect((await openedId(folder)).id).toBe(first.id)
  await writeFile(join(folder, 'journal.json'), 'null')
  const { id, shown } = await openedId(folder)
  expect(id).not.toBe(first.id)
  expect(shown).toEqual([sampleEntry()])
  expect((await openedId(folder)).id).toBe(id)
  const [kept] = await readdir(join(folder, 'quarantine'))
  expect(await readFile(join(folder, 'quarantine', kept ?? ''), 'utf8')).toBe('null')
  await writeFile(join(folder, 'journal.json'), '{"schema":2}')
  await expect(open(folder, setClock(), true)).rejects.toEqual(code('newer-schema'))
  await rm(join(folder, 'journal.json'))
  expect((await openedId(folder)).shown).toEqual([sampleEntry()])
})

async function openedId(folder: string) {
  const { id, entries, close } = await open(folder, setClock(), true)
  const shown = await collected(entries.all())
  await close()
  return { id, shown }
}

test('one process at a time', async () => {
  const folder = await freshFolder()
  const first = await open(folder)
  await expect(open(folder)).rejects.toEqual(code('in-use'))
  await first.close()
  await (await open(folder)).close()
})
