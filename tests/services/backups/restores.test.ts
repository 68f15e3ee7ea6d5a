/** Going back: the present state is kept first, and single entries come back as new revisions. */
import { expect, test } from 'vitest'
import type { Entry } from '#shared/domain/entry/entry'
import { Failure, type FailureCode } from '#shared/domain/failure'
import { createRestores } from '../../../src/main/services/backups/restores'
import { sampleEntry, sampleId } from '../../storage/sample'
import { setClock } from '../../storage/sampleClock'

const name = 'throughline-20260302T180000000Z-456789ab-12.zip'
const backup = { name, at: '2026-03-02T18:00:00Z', journal: '456789ab', generation: 12, size: 1 }

function begun(
  given: {
    trouble?: FailureCode
    leftOut?: string[]
    inArchive?: Entry[]
    stored?: Entry[]
    trashed?: Entry[]
    fails?: FailureCode
    writtenMeanwhile?: Entry
    isLocked?: boolean
    isInUse?: boolean
    added?: string
  } = {},
) {
  const did: string[] = []
  const stored = new Map((given.stored ?? []).map((entry) => [entry.id, entry]))
  const trashed = new Map((given.trashed ?? []).map((entry) => [entry.id, entry]))
  const orders: unknown[] = []
  const restores = createRestores({
    store: {
      list: async (folder) => (folder === '/second' ? [backup] : []),
      describe: async () => ({ backup, isLocked: given.isLocked ?? false }),
      compare: async (file, journal) => {
        did.push(`compare ${file} ${journal}`)
        return {
          records: [],
          counts: { returns: 0, changes: 0, newer: 0, goes: 0 },
          captures: { returns: 0, changes: 0, goes: 0 },
          needsPassphrase: false,
        }
      },
      entries: async () => given.inArchive ?? [],
      async restore(order) {
        did.push('restore')
        orders.push(order)
      },
    },
    backups: {
      places: () => ['/journal-backups', '/second'],
      added: () => given.added ?? null,
      async before(reason) {
        did.push(`backup ${reason}`)
        if (given.writtenMeanwhile) stored.set(given.writtenMeanwhile.id, given.writtenMeanwhile)
        if (given.fails) throw new Failure(given.fails, 'no backup')
        return { backup, files: 1, leftOut: given.leftOut ?? [] }
      },
      alone: (work) => work(),
    },
    clock: setClock('2026-03-06T08:00:00Z'),
    folder: () => '/journal',
    trouble: () => given.trouble ?? null,
    async checkUnused() {
      if (given.isInUse) throw new Failure('in-use', 'another process')
    },
    async move(work) {
      did.push('close')
      await work()
      did.push('open')
    },
    forWriting: async () => ({
      async read(id) {
        const found = stored.get(id)
        if (!found) throw new Failure('not-found', 'none')
        return found
      },
      async restore(id) {
        const found = trashed.get(id)
        if (!found) throw new Failure('not-found', 'none')
        did.push('out of the trash')
        return found
      },
      async save(entry, base) {
        if (base !== (stored.get(entry.id) ?? trashed.get(entry.id))?.revision && base !== 0)
          throw new Failure('conflict', 'changed meanwhile')
        did.push(`save on ${base}`)
        stored.set(entry.id, entry)
      },
    }),
    changed: (entry) => did.push(`changed ${entry.day}`),
  })
  return { restores, did, stored, orders }
}

test('the whole: backed up, closed, replaced, opened', async () => {
  const { restores, did, orders } = begun()
  await restores.whole(name)
  expect(did).toEqual(['backup restore', 'close', 'restore', 'open'])
  expect(orders).toEqual([
    { file: `/second/${name}`, journal: '/journal', now: '2026-03-06T08:00:00Z', coveredBy: `/second/${name}` },
  ])
})

test('without a backup of the present state nothing is replaced', async () => {
  const { restores, did } = begun({ fails: 'no-room' })
  await expect(restores.whole(name)).rejects.toMatchObject({ code: 'no-room' })
  await expect(restores.entries(name, [sampleId(1)], null)).rejects.toMatchObject({ code: 'no-room' })
  expect(did).toEqual(['backup restore', 'backup restore'])
})

test('a state that is not all in its backup, or has none, is put aside', async () => {
  const partly = begun({ leftOut: ['quarantine/x'] })
  await partly.restores.whole(name)
  expect(partly.orders).toMatchObject([{ coveredBy: null }])
  const gone = begun({ trouble: 'folder-missing' })
  await gone.restores.whole(name)
  expect(gone.did).toEqual(['close', 'restore', 'open'])
  expect(gone.orders).toMatchObject([{ coveredBy: null }])
})

test('another process’s journal is not replaced, and an unknown backup is not looked for elsewhere', async () => {
  const { restores, did } = begun({ trouble: 'in-use' })
  await expect(restores.whole(name)).rejects.toMatchObject({ code: 'in-use' })
  await expect(restores.compare(name.replace('-12', '-13'), null)).rejects.toMatchObject({ code: 'not-found' })
  expect(did).toEqual([])
})

test('an entry that is written on while the present state is kept is not replaced', async () => {
  const now = sampleEntry({ title: 'Now', revision: 7 })
  const later = { ...now, title: 'A moment later', revision: 8 }
  const { restores, stored } = begun({
    inArchive: [sampleEntry({ title: 'Then', revision: 3 })],
    stored: [now],
    writtenMeanwhile: later,
  })
  await expect(restores.entries(name, [now.id], null)).rejects.toMatchObject({ code: 'conflict' })
  expect(stored.get(now.id)).toEqual(later)
})

test.each(['locked', 'key-damaged', 'key-missing', 'being-written'] as const)(
  'of a journal that is %s no backup is looked into',
  async (trouble) => {
    const { restores, did } = begun({ trouble, inArchive: [sampleEntry()], isLocked: true })
    await expect(restores.compare(name, null)).rejects.toMatchObject({ code: 'locked' })
    await expect(restores.entries(name, [sampleId(1)], null)).rejects.toMatchObject({ code: 'locked' })
    expect(did).toEqual([])
  },
)

test('in the place of a locked journal comes only a locked one; the one before stays aside', async () => {
  const plain = begun({ trouble: 'locked', isLocked: false })
  await expect(plain.restores.whole(name)).rejects.toMatchObject({ code: 'locked' })
  expect(plain.did).toEqual([])
  const sealed = begun({ trouble: 'locked', isLocked: true })
  await sealed.restores.whole(name)
  expect(sealed.did).toEqual(['close', 'restore', 'open'])
  expect(sealed.orders).toMatchObject([{ coveredBy: null }])
})

test.each(['key-damaged', 'key-missing'] as const)('one whose lock is %s can be replaced by any', async (trouble) => {
  const { restores, did, orders } = begun({ trouble, isLocked: false })
  await restores.whole(name)
  expect(did).toEqual(['close', 'restore', 'open'])
  expect(orders).toMatchObject([{ coveredBy: null }])
})

test.each([false, true])(
  'none is while another program may bring its lock, by a backup with a lock: %s',
  async (isLocked) => {
    const { restores, did } = begun({ trouble: 'being-written', isLocked })
    await expect(restores.whole(name)).rejects.toMatchObject({ code: 'being-written' })
    expect(did).toEqual([])
  },
)

test('a locked journal that another process has open is not replaced', async () => {
  const { restores, did } = begun({ trouble: 'locked', isLocked: true, isInUse: true })
  await expect(restores.whole(name)).rejects.toMatchObject({ code: 'in-use' })
  expect(did).toEqual([])
})

test('a file that was added is taken from where it lies', async () => {
  const { restores, orders } = begun({ trouble: 'folder-missing', added: '/home/mine.zip' })
  await restores.whole(name)
  expect(orders).toMatchObject([{ file: '/home/mine.zip' }])
})

test('an entry comes back as the next revision of what is there, of the trash, or as a new one', async () => {
  const then = sampleEntry({ title: 'Then', revision: 3 })
  const { restores, did, stored } = begun({
    inArchive: [then, { ...then, id: sampleId(2) }, { ...then, id: sampleId(3) }],
    stored: [sampleEntry({ title: 'Now', revision: 7 })],
    trashed: [sampleEntry({ id: sampleId(2), revision: 5 })],
  })
  await restores.entries(name, [sampleId(1), sampleId(2), sampleId(3)], null)
  expect(did).toEqual([
    'backup restore',
    'save on 7',
    'changed 2026-03-02',
    'out of the trash',
    'save on 5',
    'changed 2026-03-02',
    'save on 0',
    'changed 2026-03-02',
  ])
  expect([...stored.values()].map(({ title, revision }) => [title, revision])).toEqual([
    ['Then', 8],
    ['Then', 6],
    ['Then', 1],
  ])
  expect(stored.get(sampleId(1))?.updated.at).toBe('2026-03-06T08:00:00Z')
})
