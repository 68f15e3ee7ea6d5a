/** When backups are made, and what is told of them. */
import { expect, test } from 'vitest'
import type { BackupsState } from '#shared/contract/backups'
import type { Backup } from '#shared/domain/backup/backup'
import { dayOf } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import { createBackups } from '../../../src/main/services/backups/backups'
import type { BackupOrder, BackupStore } from '../../../src/main/services/ports/backupStore'
import { setClock } from '../../storage/sampleClock'

const id = '01950000-0000-7000-8000-0123456789ab'

async function unused(): Promise<never> {
  throw new Error('not for who only makes backups')
}

function begun(given: { second?: string | null } = {}) {
  const clock = setClock()
  const folders = new Map<string, Backup[]>()
  const orders: BackupOrder[] = []
  const told: BackupsState[] = []
  const state = { second: given.second ?? null, isOpen: true, fails: null as Failure | null, away: new Set<string>() }
  const inFolder = (folder: string) => folders.get(folder) ?? []
  const store: BackupStore = {
    list: async (folder) => inFolder(folder),
    async make(order, folder) {
      orders.push(order)
      if (state.fails) throw state.fails
      const generation = Math.max(order.after, ...inFolder(folder).map((backup) => backup.generation)) + 1
      const backup = { name: `${generation}.zip`, at: order.now, journal: '456789ab', generation, size: 10 }
      folders.set(folder, [backup, ...inFolder(folder)])
      return { backup, files: 1, leftOut: [] }
    },
    async copy(backup, _from, to) {
      if (state.away.has(to)) throw new Failure('folder-missing', 'away')
      folders.set(to, [backup, ...inFolder(to)])
    },
    beginPlace: async (chosen) => chosen,
    describe: async (file) => {
      if (file !== '/home/mine.zip') throw new Failure('bad-backup', 'not one')
      const name = 'throughline-20260101T000000000Z-456789ab-3.zip'
      return {
        backup: { name, at: '2026-01-01T00:00:00Z', journal: '456789ab', generation: 3, size: 1 },
        isLocked: true,
      }
    },
    compare: unused,
    entries: unused,
    restore: unused,
    tidy: async () => undefined,
    isThere: async (folder) => !state.away.has(folder),
    stop: async () => undefined,
  }
  const backups = createBackups({
    store,
    clock,
    today: () => dayOf(clock.now()),
    dayEnds: () => '00:00',
    folder: () => '/home/journal',
    journalId: () => (state.isOpen ? id : null),
    secondPlace: () => state.second,
    version: '1.0.0',
    changed: (now) => told.push(now),
  })
  const look = async (times: number) => {
    for (let time = 0; time < times; time++) await backups.look()
  }
  return { backups, clock, orders, folders, told, state, look }
}

test('a day gets its backup once nothing was saved for a while, and no second one', async () => {
  const { backups, orders, look, clock } = begun()
  await look(2)
  expect(orders).toEqual([])
  backups.saved()
  await look(2)
  expect(orders).toEqual([])
  await look(1)
  expect(orders).toMatchObject([{ reason: 'daily', journal: '/home/journal' }])
  await look(10)
  expect(orders).toHaveLength(1)
  clock.advance({ hours: 24 })
  await look(3)
  expect(orders).toHaveLength(2)
})

test('one who never stops writing has a backup all the same', async () => {
  const { backups, orders, look } = begun()
  for (let time = 0; time < 45; time++) {
    backups.saved()
    await look(1)
  }
  expect(orders).toHaveLength(1)
})

test('after a start the backup of the day counts, and one of another clock does not', async () => {
  const { orders, folders, look, clock } = begun()
  const there = (at: string, generation: number): Backup => ({
    name: 'x.zip',
    at,
    journal: '456789ab',
    generation,
    size: 1,
  })
  folders.set('/home/journal-backups', [there(clock.now().at, 7)])
  await look(5)
  expect(orders).toEqual([])
  const other = begun()
  other.folders.set('/home/journal-backups', [there('2036-01-01T00:00:00Z', 7)])
  await other.look(5)
  expect(other.orders).toHaveLength(1)
})

test('without a journal nothing is made', async () => {
  const { backups, orders, look, state } = begun()
  state.isOpen = false
  await look(5)
  await expect(backups.before('restore')).rejects.toMatchObject({ code: 'folder-missing' })
  expect(orders).toEqual([])
})

test('a failure is told, thrown to who asked, and tried again later, not at once', async () => {
  const { backups, orders, look, state, told } = begun()
  state.fails = new Failure('no-room', 'full')
  await expect(backups.make('asked')).rejects.toMatchObject({ code: 'no-room' })
  await look(30)
  expect(orders).toHaveLength(1)
  expect(await backups.read()).toMatchObject({ failure: 'no-room', isWorking: false, backups: [] })
  expect(told.at(-1)).toMatchObject({ failure: 'no-room' })
  state.fails = null
  await look(30)
  expect(orders).toHaveLength(2)
  expect(await backups.read()).toMatchObject({ failure: null, backups: [{ generation: 1 }] })
})

test('two that are asked for at once are made one after the other', async () => {
  const { backups, orders } = begun()
  await Promise.all([backups.before('lock'), backups.make('asked')])
  expect(orders.map(({ reason }) => reason)).toEqual(['lock', 'asked'])
  expect((await backups.read()).backups.map(({ generation }) => generation)).toEqual([2, 1])
})

test('none begins while the lock is turned on or off: what is asked for meanwhile waits, and is made after', async () => {
  const { backups, orders, look, state } = begun()
  let end = () => {}
  const change = backups.alone(async () => {
    // As while it is changed.
    state.isOpen = false
    await new Promise<void>((resolve) => {
      end = resolve
    })
    state.isOpen = true
  })
  const asked = backups.make('asked')
  await look(10)
  expect(orders).toEqual([])
  end()
  await Promise.all([change, asked])
  expect(orders).toMatchObject([{ reason: 'asked' }])
})

test('one that is being made ends before the lock is changed', async () => {
  const { backups, told } = begun()
  const made = backups.before('lock')
  const working = await backups.alone(async () => told.at(-1)?.isWorking)
  await made
  expect(working).toBe(false)
})

test('the second place gets a copy; one that is away gets it when it is back, and its numbers count', async () => {
  const { backups, folders, look, state, orders } = begun({ second: '/media/disk' })
  state.away.add('/media/disk')
  await backups.make('asked')
  expect(await backups.read()).toMatchObject({ second: { isThere: false, last: null, failure: null } })
  await look(5)
  expect(folders.get('/media/disk')).toBeUndefined()
  state.away.clear()
  await look(1)
  expect(folders.get('/media/disk')).toHaveLength(1)
  await look(50)
  expect(folders.get('/media/disk')).toHaveLength(1)
  expect(await backups.read()).toMatchObject({ second: { isThere: true, last: { generation: 1 } } })
  // The first folder is lost: the next backup counts on from the second.
  folders.delete('/home/journal-backups')
  await backups.make('asked')
  expect(orders.at(-1)).toMatchObject({ after: 1 })
})

test('without a journal those of the one with the latest backup come first, by their numbers', async () => {
  const { backups, folders, state } = begun({ second: '/media/disk' })
  const made = (journal: string, generation: number, at: string) => ({
    name: `${journal}-${generation}.zip`,
    at,
    journal,
    generation,
    size: 1,
  })
  const both = made('aaaaaaaa', 4, '2026-03-01T00:00:00Z')
  folders.set('/home/journal-backups', [made('bbbbbbbb', 90, '2020-01-01T00:00:00Z'), both])
  folders.set('/media/disk', [made('aaaaaaaa', 5, '2026-02-01T00:00:00Z'), both])
  state.isOpen = false
  expect((await backups.read()).backups.map(({ name }) => name)).toEqual([
    'aaaaaaaa-5.zip',
    'aaaaaaaa-4.zip',
    'bbbbbbbb-90.zip',
  ])
})

test('while one is made the page is told so', async () => {
  const { backups, told } = begun()
  await backups.make('asked')
  await expect.poll(() => told.map(({ isWorking }) => isWorking)).toEqual([true, false])
})

test('a file from elsewhere joins them, whatever it is called; what is no backup does not', async () => {
  const { backups, told } = begun()
  await backups.make('asked')
  await expect(backups.add('/home/holiday.zip')).rejects.toMatchObject({ code: 'bad-backup' })
  const { added } = await backups.add('/home/mine.zip')
  const name = 'throughline-20260101T000000000Z-456789ab-3.zip'
  expect(told.at(-1)?.backups.map((backup) => backup.name)).toEqual([name, '1.zip'])
  expect(added).toBe(name)
  expect([backups.added(name), backups.added('1.zip')]).toEqual(['/home/mine.zip', null])
})
