/** What a device remembers of a journal's saves: sealed with its lock, of one folder, and followed after the person went back to a backup. */
import { copyFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultSettings } from '#shared/domain/settings/settings'
import { nodeDisk } from '../../../src/main/disk/disk'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { encoded } from '../../../src/main/storage/format/fileFormat'
import { type JournalOptions, openJournal } from '../../../src/main/storage/journal/openJournal'
import { entryKind } from '../../../src/main/storage/kinds/entryKind'
import { recordPlace } from '../../../src/main/storage/records/recordFiles'
import { markRestored } from '../../../src/main/storage/rollback/restoredMark'
import { settingsFormat } from '../../../src/main/storage/settings/settingsFormat'
import { freshFolder } from '../freshFolder'
import { collected, nextOf, sampleEntry } from '../sample'
import { setClock } from '../sampleClock'
import { passphrase, quickCost } from '../sealed'

const first = sampleEntry()
const place = recordPlace(entryKind, first.day, first.id)

async function device() {
  const [folder, seen, clock] = [await freshFolder(), await freshFolder(), setClock()]
  /** A start of the app with a long look at the page; resolves with what was told of it. */
  async function start(
    given: Partial<JournalOptions> = {},
    text?: string,
    meanwhile = async () => {},
  ): Promise<readonly string[]> {
    let awake = 0
    const journal = await openJournal({
      folder,
      clock,
      seen,
      device: 'aa',
      knownBefore: false,
      steady: () => awake,
      ...given,
    })
    if (text !== undefined) {
      const entry = await journal.entries.read(first.id).catch(() => ({ ...first, revision: 0 }))
      await journal.entries.save(nextOf(entry, text), entry.revision)
    }
    const states = [{ kind: 'entry', of: first.id, saves: null, day: first.day }]
    await journal.rollbacks.look({ states, isLast: true })
    await meanwhile()
    awake = 3_600_000
    await journal.rollbacks.look({ states, isLast: true })
    const told = journal.rollbacks.findings().map(({ kind }) => kind)
    await journal.close()
    return told
  }
  return { folder, seen, clock, start }
}

test('with a lock it is sealed, also what was remembered before, and an old sealed file that is put back is told', async () => {
  const { folder, seen, clock, start } = await device()
  await start({}, 'one')
  const [name = ''] = await readdir(seen)
  const remembered = () => readFile(join(seen, name), 'utf8')
  expect(await remembered()).toContain(first.id)
  const encryption = createJournalEncryption({ folder: () => folder, clock, cost: quickCost })
  await (await encryption.prepare(passphrase)).turnOn(() => undefined)
  const vault = encryption.vault()
  const sealed = join(folder, 'sealed', ...place)
  await copyFile(sealed, `${seen}-old`)
  const isSealed = async () => expect(await remembered()).not.toContain(first.id)
  expect(await start({ vault }, 'two', isSealed)).toEqual([])
  await isSealed()
  await copyFile(`${seen}-old`, sealed)
  expect(await start({ vault })).toEqual(['rolled-back'])
  await rm(`${seen}-old`)
})

test('in another folder the person has put what lies there', async () => {
  const { folder, start } = await device()
  await start({}, 'one')
  const other = await freshFolder()
  await cp(folder, other, { recursive: true })
  await start({}, 'two')
  expect(await start({ folder: other })).toEqual([])
})

test('what going back to a backup gave up is not missed here, and named for the others', async () => {
  const { folder, seen, start } = await device()
  await start({}, 'one')
  const kept = await freshFolder()
  await cp(folder, kept, { recursive: true })
  await start({}, 'two')
  const [name = ''] = await readdir(seen)
  await markRestored(nodeDisk(), seen, name.replace('.json', ''))
  await rm(folder, { recursive: true })
  await cp(kept, folder, { recursive: true })
  expect(await start({ device: 'ab' })).toEqual([])
  const [given = ''] = await readdir(join(folder, 'trash', 'given-up'))
  expect(JSON.parse(await readFile(join(folder, 'trash', 'given-up', given), 'utf8'))).toMatchObject({
    of: `entry/${first.id}`,
    saves: { aa: 2 },
  })
  expect(await readdir(seen)).toEqual([name])
  // From here on an earlier file is told again.
  await start({ device: 'ab' }, 'three')
  await copyFile(join(kept, ...place), join(folder, ...place))
  expect(await start({ device: 'ab' })).toEqual(['rolled-back'])
})

test('second settings that going back to a backup takes away are given up with ours', async () => {
  const { folder, seen, start } = await device()
  const settings = (revision: number) => encoded(settingsFormat, { ...defaultSettings, revision })
  await start({}, 'one')
  await writeFile(join(folder, 'settings.json'), settings(1))
  const kept = await freshFolder()
  await cp(folder, kept, { recursive: true })
  await start({}, undefined, () => writeFile(join(folder, 'settings (other).json'), settings(2)))
  const [name = ''] = await readdir(seen)
  await markRestored(nodeDisk(), seen, name.replace('.json', ''))
  await rm(folder, { recursive: true })
  await cp(kept, folder, { recursive: true })
  expect(await start({ device: 'ab' })).toEqual([])
  const [given = ''] = await readdir(join(folder, 'trash', 'given-up'))
  expect(JSON.parse(await readFile(join(folder, 'trash', 'given-up', given), 'utf8'))).toMatchObject({
    of: 'settings',
    saves: { revision: 2 },
  })
})

test('a page that can not be told keeps no other page from being watched after a restore, and is not missed later', async () => {
  const { folder, seen, start } = await device()
  await start({}, 'one')
  const kept = await freshFolder()
  await cp(folder, kept, { recursive: true })
  await start({}, 'two')
  const [name = ''] = await readdir(seen)
  await markRestored(nodeDisk(), seen, name.replace('.json', ''))
  await rm(folder, { recursive: true })
  await cp(kept, folder, { recursive: true })
  const newer = { schema: 99, id: first.id }
  await writeFile(join(folder, ...place), JSON.stringify(newer))
  expect(await start({ device: 'ab' })).toEqual([])
  expect(await readdir(seen)).toEqual([name])
  await copyFile(join(kept, ...place), join(folder, ...place))
  expect(await start({ device: 'ab' })).toEqual([])
  // Its versions could be told at once, its saves only now.
  const given = await readdir(join(folder, 'trash', 'given-up'))
  const texts = await Promise.all(given.map((one) => readFile(join(folder, 'trash', 'given-up', one), 'utf8')))
  expect(texts.map((text) => JSON.parse(text).saves)).toEqual(expect.arrayContaining([{}, { aa: 2 }]))
  expect(given).toHaveLength(2)
  await start({ device: 'ab' }, 'three')
  await copyFile(join(kept, ...place), join(folder, ...place))
  expect(await start({ device: 'ab' })).toEqual(['rolled-back'])
})

test('a damaged page whose last good copy took its place is told once, as damaged', async () => {
  const { folder, seen, clock, start } = await device()
  await start({}, 'one')
  await start({}, 'two')
  await writeFile(join(folder, ...place), 'half of it')
  // Told just before the end, and not compared in this run.
  const journal = await openJournal({ folder, clock, seen, knownBefore: true })
  expect((await collected(journal.entries.all())).map(({ sections }) => sections[0]?.text)).toEqual(['one'])
  await journal.close()
  expect(await start()).toEqual([])
})
