import { expect, test, vi } from 'vitest'
import type { Notice } from '#shared/contract/health'
import { Failure } from '#shared/domain/failure'
import type { Finding } from '#shared/domain/health/finding'
import { createHealth } from '../../../src/main/services/journal/health'
import { type FakeJournal, fakeJournal, gate, idOf, madeEntry } from '../made'

const finding = (kind: Finding['kind'], number = 1): Finding => ({
  kind,
  file: `entries/${number}.json`,
  day: null,
  recordKind: null,
  record: null,
  version: null,
  done: 'left',
  canReturn: false,
})

function made(findings: readonly Finding[] = [], files = 0) {
  const journal: { -readonly [K in keyof FakeJournal]: FakeJournal[K] } = fakeJournal([madeEntry(1)])
  let looks = 0
  journal.checkHealth = async function* (looked) {
    looks++
    for (let file = 0; file < files; file++) looked()
    yield* findings
  }
  const noticed: Notice[] = []
  const told = { looked: [] as number[], records: [] as string[], logs: [] as string[], arrived: [] as string[] }
  const health = createHealth({
    forReading: () => journal,
    forWriting: async () => journal,
    looked: (count) => void told.looked.push(count),
    recordChanged: (...change) => void told.records.push(change.join(' ')),
    logChanged: (kind, day) => void told.logs.push(`${kind} ${day}`),
    admitted: () => void told.arrived.push('admitted'),
    notices: () => noticed,
    noneWaits: () => void told.arrived.push('none waits'),
  })
  return { journal, health, told, noticed, looks: () => looks }
}

test('what matters most comes first, and how far the look is is told now and then', async () => {
  const { health, told } = made([finding('foreign'), finding('copy'), finding('damaged')], 250)
  const { findings, total, files } = await health.read()
  expect(findings.map(({ kind }) => kind)).toEqual(['damaged', 'copy', 'foreign'])
  expect([total, files, told.looked]).toEqual([3, 250, [100, 200]])
})

test('what went back or is gone is among the findings, but not beside the same page that is missing', async () => {
  const [page, other] = [idOf(1), idOf(2)]
  const { health, journal } = made([{ ...finding('missing'), record: page }, finding('foreign')])
  const gone = (record: string) => ({ ...finding('gone'), recordKind: 'entry', record })
  const dismissed: unknown[] = []
  journal.rollbacks = {
    ...journal.rollbacks,
    findings: () => [gone(page), gone(other)],
    dismiss: async (place) => void dismissed.push(place),
  }
  const { findings } = await health.read()
  expect(findings.map(({ kind, record }) => [kind, record])).toEqual([
    ['missing', page],
    ['gone', other],
    ['foreign', null],
  ])
  await health.dismiss({ kind: 'entry', record: other, day: null })
  expect(dismissed).toEqual([{ kind: 'entry', record: other, day: null }])
})

test('more than a page can show is counted', async () => {
  const many = Array.from({ length: 1000 }, (_, at) => finding('foreign', at))
  const { findings, total } = await made([...many, finding('missing')]).health.read()
  expect([findings.length, total, findings[0]?.kind]).toEqual([300, 1001, 'missing'])
})

test('two who ask at once look once, and who asks later looks again', async () => {
  const { health, looks } = made([finding('copy')])
  const [one, other] = await Promise.all([health.read(), health.read()])
  expect([looks(), one === other]).toEqual([1, true])
  await health.read()
  expect(looks()).toBe(2)
})

test('a look that began before something was put right is not what is shown after it', async () => {
  const { health, journal } = made()
  let isThere = false
  const [reached, going] = [gate(), gate()]
  journal.checkHealth = async function* () {
    const found = isThere ? [] : [finding('missing')]
    reached.open()
    await going.opened
    yield* found
  }
  const before = health.read()
  await reached.opened
  isThere = true
  await health.dismiss({ kind: 'entry', record: idOf(1), day: null })
  const after = health.read()
  going.open()
  expect((await before).findings).toHaveLength(1)
  expect((await after).findings).toEqual([])
})

test('to repair is to look as the app does when it opens the file', async () => {
  const { health, journal, told } = made()
  journal.captures.lookAt = vi.fn(journal.captures.lookAt)
  journal.captures.mergeInbox = vi.fn(async () => ['2026-03-07'])
  journal.history.setAside = vi.fn(async () => undefined)
  journal.entries.trashed = vi.fn(journal.entries.trashed)
  journal.entries.setAsideDamagedCopies = vi.fn(async () => undefined)
  await health.repair({ kind: 'entry', record: idOf(1), version: null, day: '2026-03-02' })
  expect(told.records).toEqual([`entry ${idOf(1)} 2026-03-02`])
  await health.repair({ kind: 'entry', record: idOf(2), version: null, day: '2026-03-02' })
  expect(told.records).toHaveLength(1)
  expect(journal.entries.trashed).toHaveBeenCalledTimes(2)
  expect(journal.entries.setAsideDamagedCopies).toHaveBeenNthCalledWith(1, idOf(1))
  await health.repair({ kind: 'capture', record: null, version: null, day: '2026-03-05' })
  expect(journal.captures.lookAt).toHaveBeenCalledExactlyOnceWith('2026-03-05')
  await health.repair({ kind: 'capture', record: null, version: null, day: null })
  expect(told.logs).toEqual(['capture 2026-03-05', 'capture 2026-03-07'])
  await health.repair({ kind: 'entry', record: idOf(1), version: '1-20260302T101010500Z', day: null })
  expect(journal.history.setAside).toHaveBeenCalledExactlyOnceWith(idOf(1), '1-20260302T101010500Z')
})

test('what a look through all files does not find any more is over, and nothing else', async () => {
  const { health, journal, noticed } = made([finding('unreachable'), finding('copy', 2), finding('arrived', 3)])
  const notice = (kind: Notice['kind'], file: string): Notice => ({ kind, file, day: null, restored: false })
  noticed.push(
    notice('unreachable', 'entries/1.json'),
    notice('unreachable', 'entries/9.json'),
    notice('copy', 'entries/2.json'),
    notice('arrived', 'quarantine/arrivals'),
    notice('quarantined', 'entries/8.json'),
    notice('lock-gone', 'lock.json'),
  )
  const over = vi.fn()
  journal.noticeOver = over
  await health.read()
  expect(over.mock.calls).toEqual([[notice('unreachable', 'entries/9.json')]])
})

test('a page that was gone is told to be there again', async () => {
  const { health, journal, told } = made()
  journal.history.bringMissing = async () => madeEntry(3)
  await health.bringBack('entry', idOf(3))
  expect(told.records).toEqual([`entry ${idOf(3)} 2026-03-02`])
})

test('of bytes that are no text the words between them are read', async () => {
  const { health, journal } = made()
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"text": "Asked two'), Buffer.from([0xc3])])
  journal.quarantine.read = async () => bytes
  expect(await health.text('quarantine/x.json')).toBe('Asked two\ufffd')
})

test('what waits is read, put away and let in by its own store; the rest is told once none waits', async () => {
  const { health, journal, told } = made()
  const file = `quarantine/arrivals/${'0'.repeat(24)}/entries/2026/x.json`
  let left = 2
  const settled: string[] = []
  journal.arrivals = {
    read: async () => Buffer.from('{"text": "Dropped in"}'),
    dismiss: async (one) => {
      settled.push(one)
      left -= 1
    },
    admit: async () => {
      throw new Failure('disk-full', 'no room')
    },
    areThere: async () => left > 0,
  }
  expect(await health.text(file)).toBe('Dropped in')
  await health.dismissFile(file)
  expect(told.arrived).toEqual([])
  await health.dismissFile('captures/inbox/x.json')
  expect([settled, told.arrived]).toEqual([[file, 'captures/inbox/x.json'], ['none waits']])
  left = 1
  // Some may have come in.
  await expect(health.admit()).rejects.toMatchObject({ code: 'disk-full' })
  expect(told.arrived).toEqual(['none waits', 'admitted'])
  journal.arrivals.admit = async () => {
    left = 0
  }
  await health.admit()
  expect(told.arrived).toEqual(['none waits', 'admitted', 'admitted', 'none waits'])
})
