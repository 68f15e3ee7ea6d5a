/** Archives that lie, lead elsewhere, blow up or are cut off: refused with one word, and the journal stays as it is. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeBackup } from '../../src/main/backups/makeBackup'
import { restoreJournal } from '../../src/main/backups/restoreJournal'
import { failureOf } from '../../src/main/disk/failureOf'
import { deep, quick, randomFrom, runs, seed } from '../effort'
import type { SimulatedDisk } from '../storage/simulatedDisk'
import { type Crafted, craftedZip, hash } from './craftedZip'
import { diskWithJournal, folder, journalId, on, order, sampleFiles, textsIn } from './diskWithJournal'

const file = '/home/hostile.zip'
const marker = Buffer.from(sampleFiles['journal.json'] ?? '')
const entry = Buffer.from('words')

interface Given {
  /** In place of an entry with the name `journal/entries/2026/x.json`. */
  readonly entries?: readonly Crafted[]
  readonly manifest?: Readonly<Record<string, unknown>>
  readonly comment?: string
}

function archive({
  entries = [{ name: 'journal/entries/2026/x.json', bytes: entry }],
  manifest = {},
  comment,
}: Given = {}) {
  const all: Crafted[] = [{ name: 'journal/journal.json', bytes: marker }, ...entries]
  const files = all.map(({ name, bytes }) => ({
    path: name.replace('journal/', ''),
    size: bytes.length,
    sha256: hash(bytes),
  }))
  const text = JSON.stringify({
    format: 1,
    journal: journalId,
    generation: 1,
    at: '2026-03-02T18:00:00Z',
    reason: 'asked',
    version: '1.0.0',
    isLocked: false,
    counts: { files: all.length, bytes: 1 },
    files,
    leftOut: [],
    ...manifest,
  })
  return craftedZip([...all, { name: 'manifest.json', bytes: Buffer.from(text) }], comment ?? hash(text))
}

async function restored(disk: SimulatedDisk): Promise<string> {
  const restore = { file, journal: '/home/journal', now: order.now, coveredBy: null }
  return restoreJournal(on(disk), restore).then(
    () => 'restored',
    (error: unknown) => failureOf(error).code,
  )
}

async function outcome(bytes: Uint8Array): Promise<string> {
  const disk = await diskWithJournal()
  disk.put(file, bytes)
  const result = await restored(disk)
  if (result !== 'restored') {
    expect(textsIn(disk)).toEqual(sampleFiles)
    expect((await disk.list('/home')).map(({ name }) => name).sort()).toEqual(['hostile.zip', 'journal'])
  }
  return result
}

test('an honest one that was made by hand is taken', async () => {
  expect(await outcome(archive())).toBe('restored')
})

const describedMarker = { path: 'journal.json', size: marker.length, sha256: hash(marker) }
const named = (name: string) => archive({ entries: [{ name, bytes: entry }] })

test.each([
  ['a name above the folder', named('journal/../../evil.json')],
  ['an absolute name', named('/etc/passwd')],
  ['a drive', named('C:/evil.json')],
  ['a drive inside', named('journal/C:/evil.json')],
  ['a backslash', named('journal\\..\\evil.json')],
  ['an empty part', named('journal//evil.json')],
  ['a dot for a part', named('journal/./evil.json')],
  ['a name that ends with a dot', named('journal/evil.')],
  ['a zero byte', named('journal/evil\0.json')],
  ['a name outside of the journal', named('elsewhere/evil.json')],
  ['a folder', archive({ entries: [{ name: 'journal/entries/', bytes: Buffer.alloc(0), mode: 0o40700 }] })],
  ['a link', archive({ entries: [{ name: 'journal/link.json', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 }] })],
  ['a device', archive({ entries: [{ name: 'journal/device', bytes: entry, mode: 0o60600 }] })],
  ['something encrypted', archive({ entries: [{ name: 'journal/x.json', bytes: entry, flags: 0x0801 }] })],
  [
    'a name twice',
    archive({
      entries: [
        { name: 'journal/x.json', bytes: entry },
        { name: 'journal/x.json', bytes: Buffer.from('other') },
      ],
    }),
  ],
  [
    'a file where a folder has to be',
    archive({
      entries: [
        { name: 'journal/entries', bytes: entry },
        { name: 'journal/entries/x.json', bytes: entry },
      ],
    }),
  ],
  [
    'a file that claims to be small',
    archive({ entries: [{ name: 'journal/x.json', bytes: Buffer.alloc(200_000), size: 5, deflate: true }] }),
  ],
  ['a bomb', archive({ entries: [{ name: 'journal/x.json', bytes: Buffer.alloc(60_000_000), deflate: true }] })],
  ['no manifest', craftedZip([{ name: 'journal/journal.json', bytes: marker }])],
  ['a manifest with other words than its hash', archive({ comment: hash('other') })],
  ['a manifest without its hash', archive({ comment: '' })],
  ['a manifest that is no manifest', archive({ manifest: { files: 'none' } })],
  ['a manifest that names nothing', archive({ manifest: { files: [] } })],
  ['a file that the manifest does not name', archive({ manifest: { files: [describedMarker] } })],
  [
    'a name twice of which the manifest knows one',
    archive({
      entries: [
        { name: 'journal/x.json', bytes: Buffer.from('other') },
        { name: 'journal/x.json', bytes: entry },
      ],
      manifest: { files: [describedMarker, { path: 'x.json', size: entry.length, sha256: hash(entry) }] },
    }),
  ],
  ['a manifest that names one more', archive({ manifest: { files: [{ path: 'x', size: 1, sha256: hash('x') }] } })],
  [
    'a wrong hash',
    archive({
      manifest: {
        files: [describedMarker, { path: 'entries/2026/x.json', size: entry.length, sha256: hash('other') }],
      },
    }),
  ],
  ['no journal in it', craftedZip([{ name: 'holiday.jpg', bytes: entry }])],
  ['no zip at all', Buffer.from('These are not the archives you are looking for.')],
  ['nothing', Buffer.alloc(0)],
])('%s is refused', async (_, bytes) => {
  expect(await outcome(bytes)).toBe('bad-backup')
})

test('one of a later form says so', async () => {
  expect(await outcome(archive({ manifest: { format: 2, files: 'otherwise' } }))).toBe('newer-schema')
  expect(await outcome(archive({ manifest: { reason: 'monthly' } }))).toBe('newer-schema')
})

test('one that is cut off, anywhere, is refused', async () => {
  const bytes = archive()
  for (let length = 0; length < bytes.length; length += deep ? 1 : quick ? 101 : 23)
    expect(await outcome(bytes.subarray(0, length))).toBe('bad-backup')
})

test('a flipped bit is refused, or changes nothing of what comes out', async () => {
  const made = await diskWithJournal()
  const { backup } = await makeBackup(on(made), order, folder)
  const { bytes } = await made.read(join(folder, backup.name), 1e9)
  const random = randomFrom(seed)
  let refused = 0
  for (let time = 0; time < runs({ quick: 150, all: 300, deep: 5_000 }); time++) {
    const flipped = Uint8Array.from(bytes)
    const at = Math.floor(random() * bytes.length)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    const disk = await diskWithJournal({ ...sampleFiles, 'entries/2026/later.json': 'Written since.' })
    disk.put(file, flipped)
    const result = await restored(disk)
    if (result === 'restored') expect(textsIn(disk), `bit at ${at}, seed ${seed}`).toEqual(sampleFiles)
    else {
      refused += 1
      expect(['bad-backup', 'newer-schema'], `bit at ${at}, seed ${seed}`).toContain(result)
      expect(Object.keys(textsIn(disk))).toContain('entries/2026/later.json')
    }
  }
  expect(refused).toBeGreaterThan(50)
})
