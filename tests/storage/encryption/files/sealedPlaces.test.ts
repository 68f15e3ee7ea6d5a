/** Somebody with the files of a locked journal puts whole sealed ones in the places of others: none passes for what belongs there, and nothing is lost. */
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import type { Notice } from '#shared/contract/health'
import { defaultSettings } from '#shared/domain/settings/settings'
import type { Files } from '../../../../src/main/disk/files'
import { moveDurably } from '../../../../src/main/disk/moveDurably'
import { isTemporaryName } from '../../../../src/main/disk/temporaryName'
import { sealedReadableFiles } from '../../../../src/main/indexer/sealedReadableFiles'
import { sealForInbox } from '../../../../src/main/storage/encryption/cipher/sealedInbox'
import { placesBelow } from '../../../../src/main/storage/encryption/cipher/sealedPlace'
import { sealedFolder } from '../../../../src/main/storage/encryption/files/encryptedLayout'
import { openJournal } from '../../../../src/main/storage/journal/openJournal'
import { kinds } from '../../../../src/main/storage/kinds/kinds'
import { subjectOf } from '../../../../src/main/storage/layout/subjectOf'
import { randomFrom, seed } from '../../../effort'
import { madeCapture } from '../../../services/made'
import { homeOn, type MadeKey, turnedOff, turnedOn } from '../../lockRuns'
import { sealedBefore } from '../../oldForm'
import { collected, madeUpProcesses, nextOf, sampleEntry, sampleId } from '../../sample'
import { setClock } from '../../sampleClock'
import { madeKey } from '../../sealed'
import { SimulatedDisk } from '../../simulatedDisk'
import { wrappedFiles } from '../../wrappedFiles'

const root = '/journal/sealed'
const folder = '/journal'
const one = sampleEntry({ title: 'The first' })
const other = sampleEntry({ id: sampleId(2), title: 'The second' })
const gone = sampleEntry({ id: sampleId(3), title: 'Thrown away' })
const [present, presentOther] = [nextOf(one, 'The present words.'), nextOf(other, 'Of the second.')]
const place = ({ day, id }: typeof one) => `${root}/entries/${day.slice(0, 4)}/${day}-${id}.json`

interface Made {
  readonly disk: SimulatedDisk
  readonly key: MadeKey
  open(): ReturnType<typeof openJournal>
}

const processes = madeUpProcesses()
const openOn = (files: Files, { vault }: MadeKey, clock = setClock()) =>
  openJournal({
    folder,
    clock,
    files,
    vault,
    knownBefore: true,
    processes: processes.start(),
    wait: async () => undefined,
  })

async function begun(): Promise<Omit<Made, 'open'>> {
  const disk = new SimulatedDisk()
  const clock = setClock()
  const key = await madeKey()
  await (await openJournal({ folder, clock, files: disk, knownBefore: false, processes: processes.start() })).close()
  await turnedOn(disk, key)
  const journal = await openOn(disk, key, clock)
  for (const entry of [one, other, gone]) await journal.entries.save(entry, 0)
  clock.advance({ hours: 2 })
  for (const entry of [present, presentOther]) await journal.entries.save(entry, 1)
  await journal.entries.trash(gone.id)
  await journal.captures.add({ ...madeCapture(7, { text: 'Of the first day' }), day: '2026-03-01' })
  await journal.captures.add(madeCapture(8, { text: 'Of the second day' }))
  await journal.settings.save({ ...defaultSettings, manager: 'Before' })
  await journal.settings.change((value) => ({ ...value, manager: 'Now' }))
  await journal.close()
  return { disk: disk.copy(), key }
}

const once = begun()

async function made(): Promise<Made> {
  const { disk, key } = await once
  const copy = disk.copy()
  return { disk: copy, key, open: () => openOn(copy, key) }
}

const bytesAt = (disk: SimulatedDisk, path: string) =>
  disk.files().find((file) => file.path === path)?.bytes ?? Buffer.alloc(0)
const pathsIn = (disk: SimulatedDisk, inside: string) =>
  disk.files().flatMap(({ path }) => (path.startsWith(`${root}/${inside}/`) ? [path] : []))

/** All that a person is shown. */
interface Shown {
  words: Record<string, string>
  trashed: string[]
  captures: string[]
  manager: string | null
  /** Of the first page; null where it is not to be had. */
  versions: number[] | null
  notices: string[]
}

async function shown(open: Made['open']): Promise<Shown> {
  const journal = await open()
  const notices: Notice[] = []
  journal.entries.onNotice((notice) => notices.push(notice))
  const entries = await collected(journal.entries.all())
  const trashed = (await journal.entries.trashed()).map(({ record }) => record.title)
  const days = await collected(journal.captures.all())
  const captures = days.flatMap((day) => day.captures.map(({ text }) => `${day.day} ${text}`)).sort()
  const history = await journal.history.of(one.id).catch(() => null)
  const versions = history?.versions.map(({ revision }) => revision) ?? null
  const words = Object.fromEntries(entries.map(({ id, title, sections }) => [id, `${title} ${sections[0]?.text}`]))
  const { manager } = journal.settings.value
  await journal.close()
  return {
    words,
    trashed,
    captures,
    manager,
    versions,
    notices: notices.map(({ kind, restored }) => `${kind} ${restored}`),
  }
}

const asEver: Shown = {
  words: { [one.id]: 'The first The present words.', [other.id]: 'The second Of the second.' },
  trashed: ['Thrown away'],
  captures: ['2026-03-01 Of the first day', '2026-03-02 Of the second day'],
  manager: 'Now',
  versions: [1],
  notices: [],
}
/** Its last version, in the place of what is no page of its. */
const before = {
  ...asEver,
  words: { ...asEver.words, [one.id]: `The first ${one.sections[0]?.text}` },
  notices: ['quarantined true'],
}
const firstDay = `${root}/captures/2026/2026-03-01.json`
const secondDay = `${root}/captures/2026/2026-03-02.json`
const settings = `${root}/settings.json`
const earlierSettings = (disk: SimulatedDisk) => pathsIn(disk, 'versions/settings')[0] ?? ''
const sealed = ({ key }: Made, subject: string) => key.vault.seal(Buffer.from(JSON.stringify(present)), subject)

/** What lies at `at` afterwards, and what is shown then. */
const attacks: Record<string, { at: string; bytes(made: Made): Uint8Array; expected: Shown }> = {
  'another page': { at: place(one), bytes: ({ disk }) => bytesAt(disk, place(other)), expected: before },
  'an earlier state of another page': {
    at: place(one),
    bytes: ({ disk }) => bytesAt(disk, pathsIn(disk, `versions/${other.id}`)[0] ?? ''),
    expected: before,
  },
  'a page from the trash': {
    at: place(one),
    bytes: ({ disk }) => bytesAt(disk, pathsIn(disk, 'trash').find((path) => path.includes(gone.id)) ?? ''),
    expected: before,
  },
  'settings in the place of a page': { at: place(one), bytes: ({ disk }) => bytesAt(disk, settings), expected: before },
  'a draft of this device': { at: place(one), bytes: (made) => sealed(made, 'draft'), expected: before },
  'words that anybody can seal for the inbox': {
    at: place(one),
    bytes: ({ key }) => sealForInbox(key.vault.publicKey ?? Buffer.alloc(0), Buffer.from(JSON.stringify(present))),
    expected: before,
  },
  'the same page in the form of before': {
    at: place(one),
    bytes: ({ key }) => sealedBefore(key.vault, Buffer.from(JSON.stringify(present))),
    // It may be another device's that came late: it waits for the person's word.
    expected: { ...before, notices: ['arrived false'] },
  },
  'another page as an earlier state': {
    at: `${root}/versions/${one.id}/9-20260302T235900000Z.json`,
    bytes: ({ disk }) => bytesAt(disk, place(other)),
    expected: asEver,
  },
  'another page beside it, with a sync program’s name': {
    at: place(one).replace('.json', ' (conflicted copy).json'),
    bytes: ({ disk }) => bytesAt(disk, place(other)),
    expected: asEver,
  },
  'another page in the trash': {
    at: `${root}/trash/${gone.day}-${gone.id}.20260302T235900000Z.json`,
    bytes: ({ disk }) => bytesAt(disk, place(other)),
    expected: { ...asEver, notices: ['quarantined true'] },
  },
  'another day’s captures': {
    at: secondDay,
    bytes: ({ disk }) => bytesAt(disk, firstDay),
    expected: { ...asEver, captures: ['2026-03-01 Of the first day'], notices: ['quarantined false'] },
  },
  'another day’s captures beside them, with a sync program’s name': {
    at: secondDay.replace('.json', ' (conflicted copy).json'),
    bytes: ({ disk }) => bytesAt(disk, firstDay),
    expected: asEver,
  },
  'a page in the place of the settings': {
    at: settings,
    bytes: ({ disk }) => bytesAt(disk, place(other)),
    expected: { ...asEver, manager: null, notices: ['quarantined false'] },
  },
  'earlier settings beside them, with a sync program’s name': {
    at: `${root}/settings (conflicted copy).json`,
    bytes: ({ disk }) => bytesAt(disk, earlierSettings(disk)),
    expected: asEver,
  },
}

test.each(Object.entries(attacks))('%s', async (_, { at, bytes, expected }) => {
  const journal = await made()
  const { disk, open, key } = journal
  expect(await shown(open)).toEqual(asEver)
  const put = Buffer.from(bytes(journal))
  expect(put.length).toBeGreaterThan(0)
  // The reckoning of the trash is written with each start, the settings when others are put away.
  const others = disk.files().filter(({ path }) => path !== at && path !== settings && !path.endsWith('/ages.json'))
  const hexOf = (file: { readonly bytes: Uint8Array }) => Buffer.from(file.bytes).toString('hex')
  disk.put(at, put)
  expect(await shown(open)).toEqual(expected)
  // Byte for byte, wherever it lies by now; and what lay elsewhere too.
  const now = new Set(disk.files().map(hexOf))
  for (const file of [...others, { path: at, bytes: put }]) expect(now.has(hexOf(file)), file.path).toBe(true)
  for (const path of pathsIn(disk, 'quarantine')) {
    const { quarantine, arrivals } = await open()
    const file = path.slice(root.length + 1)
    const looked = await (file.startsWith('quarantine/arrivals/') ? arrivals : quarantine).read(file)
    // A person sees the words, and not what nobody can read.
    expect(Buffer.from(looked).toString()).toMatch(/^\{/)
  }
  // The index reads by itself.
  const raw = { list: () => null, facts: () => null, read: (path: string) => bytesAt(disk, path) }
  disk.put(at, put)
  const index = sealedReadableFiles(raw, key.vault, placesBelow(root, kinds))
  if (expected !== asEver)
    expect(() => index.read(at)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(unreadable|old-form)$/) }),
    )
})

test('a move to a place of another subject seals anew: at every moment of a power cut it opens at one of the two', async () => {
  const key = await madeKey()
  const text = Buffer.from('{"title":"Every word"}')
  const moves = [
    [place(one), `${root}/versions/${other.id}/1-20260302T090000000Z.json`],
    [`${root}/trash/${one.day}-${one.id}.20260302T090000000Z.json`, place(other)],
  ] as const
  let states = 0
  for (const [from, to] of moves) {
    const begin = new SimulatedDisk()
    for (const path of [from, to]) begin.put(`${dirname(path)}/keep`, Buffer.alloc(0))
    begin.put(from, key.vault.seal(text, subjectOf(kinds, from.slice(root.length + 1).split('/'))))
    const disk = begin.copy()
    const left: SimulatedDisk[] = []
    const random = randomFrom(seed)
    const files = wrappedFiles(disk, () => {
      left.push(...disk.crashStates(20, random))
      return undefined
    })
    const sealedOn = (of: Files) => sealedFolder(homeOn(of), key.vault).disk
    await moveDurably(sealedOn(files), from, to)
    const opened = async (on: SimulatedDisk, path: string) =>
      sealedOn(on)
        .files.read(path, 1_000)
        .then(({ bytes }) => Buffer.from(bytes).equals(text))
        .catch(() => false)
    expect([await opened(disk, from), await opened(disk, to)]).toEqual([false, true])
    for (const state of [...left, ...disk.crashStates(20, random)]) {
      states++
      expect((await opened(state, from)) || (await opened(state, to))).toBe(true)
    }
  }
  expect(states).toBeGreaterThan(20)
})

test('what is set aside keeps its bytes, and opens where it lies', async () => {
  const { disk, key } = await made()
  const from = `${root}/captures/inbox/${sampleId(9)}.json`
  const to = `${root}/quarantine/${sampleId(9)}.20260302T090000000Z-0123abcd.json`
  disk.put(from, sealForInbox(key.vault.publicKey ?? Buffer.alloc(0), Buffer.from('no capture')))
  disk.put(`${dirname(to)}/other.json`, Buffer.alloc(0))
  const bytes = bytesAt(disk, from)
  const sealedDisk = sealedFolder(homeOn(disk), key.vault).disk
  await moveDurably(sealedDisk, from, to)
  expect(bytesAt(disk, to)).toEqual(bytes)
  expect(Buffer.from((await sealedDisk.files.read(to, 1_000)).bytes).toString()).toBe('no capture')
})

test('what can’t be opened is moved as it is', async () => {
  const { disk, key } = await made()
  const bytes = bytesAt(disk, place(other))
  disk.put(place(one), bytes)
  const to = `${root}/versions/${other.id}/9-20260302T090000000Z.json`
  await moveDurably(sealedFolder(homeOn(disk), key.vault).disk, place(one), to)
  expect(bytesAt(disk, to)).toEqual(bytes)
})

test('every move of a journal at work keeps its file to its subject: bytes travel as they are', async () => {
  const { disk, key } = await made()
  const moved: string[] = []
  const told = (from: string, to: string) => {
    const [before, after] = [from, to].map((path) => subjectOf(kinds, path.slice(root.length + 1).split('/')))
    if (!isTemporaryName(basename(from))) moved.push(before === after ? 'kept' : `${from} to ${to}`)
  }
  const files: Files = {
    ...wrappedFiles(disk, () => undefined),
    rename: async (from, to) => {
      told(from, to)
      await disk.rename(from, to)
    },
    link: async (from, to) => {
      told(from, to)
      await disk.link(from, to)
    },
  }
  disk.put(`${root}/settings (1).json`, bytesAt(disk, settings))
  disk.put(secondDay.replace('.json', ' (1).json'), bytesAt(disk, secondDay))
  disk.put(place(other).replace('.json', ' (1).json'), bytesAt(disk, place(other)))
  disk.put(place(one), bytesAt(disk, place(one)).slice(0, 60))
  const journal = await openOn(files, key, setClock('2026-03-03T08:00:00Z'))
  await collected(journal.entries.all())
  await collected(journal.captures.all())
  await journal.captures.ofDay('2026-03-02')
  await journal.entries.restore(gone.id)
  await journal.entries.trash(other.id)
  const [aside = ''] = pathsIn(disk, 'quarantine')
  await journal.quarantine.dismiss(`quarantine/${basename(aside)}`)
  await journal.close()
  expect(moved.length).toBeGreaterThan(6)
  expect(new Set(moved)).toEqual(new Set(['kept']))
})

test('when the lock is turned off, what is not what its name says is readable in quarantine', async () => {
  const { disk, key } = await made()
  disk.put(place(one), bytesAt(disk, place(other)))
  await turnedOff(disk, key)
  const plain = (path: string) => Buffer.from(bytesAt(disk, path)).toString()
  expect(plain(place(one).replace('/sealed', ''))).toBe('')
  expect(plain(place(other).replace('/sealed', ''))).toContain('Of the second.')
  const aside = disk.files().filter(({ path }) => path.startsWith('/journal/quarantine/'))
  expect(aside.map(({ path }) => plain(path))).toEqual([expect.stringContaining('Of the second.')])
})
