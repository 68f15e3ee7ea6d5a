/** The dialog to go back: what it shows of a backup, and what it asks of main. */
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RestoreDialog } from '../../../src/renderer/features/backups/RestoreDialog'
import { useBackups } from '../../../src/renderer/state/journal/backupsStore'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import type { BackupsState } from '../../../src/shared/contract/backups'
import type { Comparison } from '../../../src/shared/domain/backup/backup'
import { messages } from '../../../src/shared/messages/messages'
import { settled } from '../answers'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const words = messages.restoring
const name = (generation: number) => `throughline-20260302T180000000Z-456789ab-${generation}.zip`
const backup = (generation: number) => ({
  name: name(generation),
  at: '2026-03-02T18:00:00Z',
  journal: '456789ab',
  generation,
  size: 120_000,
})
const state: BackupsState = {
  folder: '/home/journal-backups',
  backups: [backup(2), backup(1)],
  isWorking: false,
  failure: null,
  leftOut: [],
  second: null,
}
const id = (number: number) => `01900000-0000-7000-8000-00000000000${number}`
const comparison: Comparison = {
  records: [
    { kind: 'entry', id: id(1), day: '2026-03-02', name: 'Lost', fate: 'returns' },
    { kind: 'entry', id: id(2), day: '2026-03-01', name: null, fate: 'newer' },
    { kind: 'entry', id: id(3), day: '2026-02-28', name: 'Young', fate: 'goes' },
  ],
  counts: { returns: 501, changes: 0, newer: 1, goes: 1 },
  captures: { returns: 1, changes: 0, goes: 2 },
  needsPassphrase: false,
}

const start = { today: '2026-03-06', zone: 'UTC', locale: 'en', page: null, notices: [], drafts: [], folder: '/home' }

let main: MainStandIn
let root: Root
beforeEach(() => {
  main = standInForMain()
  main.answer('backups.read', () => state)
  main.answer('backups.compare', () => comparison)
  useJournal.setState({ trouble: null, today: '2026-03-06', zone: 'UTC', locale: 'en' })
  useBackups.setState({ state: null })
  document.body.innerHTML = '<div></div>'
})
afterEach(() => root.unmount())

async function open(): Promise<void> {
  root = createRoot(document.body.firstElementChild ?? document.body)
  root.render(<RestoreDialog />)
  for (let turn = 0; turn < 5; turn++) await settled()
}

const text = () => document.body.textContent ?? ''
const button = (label: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent === label) ?? null

test('the newest is compared at once, and each kind of change is counted', async () => {
  await open()
  expect(main.askedFor('backups.compare')).toEqual([{ name: name(2) }])
  expect(text()).toContain('Will be restored: 501 entries')
  expect(text()).toContain(words.captures.goes('2 captures'))
  expect(text()).toContain(words.captures.returns('1 capture'))
  expect(text()).toContain(words.kept)
  expect(button(words.doWhole)?.disabled).toBe(false)
})

test('without a journal only the whole is offered', async () => {
  useJournal.setState({ trouble: 'folder-missing' })
  await open()
  expect(text()).toContain(words.anew)
  expect(text()).not.toContain(words.some)
})

test('a backup that can’t be read says so and can’t be gone back to', async () => {
  main.fail('backups.compare', 'bad-backup')
  await open()
  expect(text()).toContain(messages.failed(messages.failures['bad-backup']))
  expect(button(words.doWhole)?.disabled).toBe(true)
})

test('where there is none, the way by the command line is named', async () => {
  main.answer('backups.read', () => ({ ...state, backups: [] }))
  await open()
  expect(text()).toContain('--restore=FILE --to=FOLDER')
  expect(button(words.doWhole)).toBe(null)
})

test('a restore that fails is told where the person looks', async () => {
  main.fail('backups.restore', 'no-room')
  useJournal.setState({ trouble: 'folder-missing' })
  await open()
  button(words.doWhole)?.click()
  for (let turn = 0; turn < 5; turn++) await settled()
  expect(main.askedFor('backups.restore')).toEqual([{ name: name(2) }])
  expect(text()).toContain(messages.failed(messages.failures['no-room']))
})

describe('a backup that another lock sealed', () => {
  const sealed: Comparison = {
    ...comparison,
    records: comparison.records.map((one) => ({ ...one, name: null })),
    needsPassphrase: true,
  }
  const wait = async () => {
    for (let turn = 0; turn < 5; turn++) await settled()
  }
  const typePassphrase = async (passphrase: string) => {
    const field = document.querySelector<HTMLInputElement>('input[type=password]')
    if (field === null) throw new Error('nobody is asked for it')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, passphrase)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await wait()
    button(words.showEntries)?.click()
    await wait()
  }
  const openSome = async () => {
    await open()
    const some = [...document.querySelectorAll<HTMLElement>('[role=radio], input[type=radio]')].at(-1)
    some?.click()
    await wait()
  }

  test('can be restored whole, and its entries ask for its passphrase', async () => {
    main.answer('backups.compare', () => sealed)
    await openSome()
    expect(text()).toContain(words.passphraseNeeded)
    expect(document.querySelectorAll('[type=checkbox]')).toHaveLength(0)
    main.fail('backups.compare', 'wrong-passphrase')
    await typePassphrase('not this')
    expect(text()).toContain(messages.locking.wrongPassphrase)
    main.fail('backups.compare', null)
    main.answer('backups.compare', () => comparison)
    await typePassphrase('of that time')
    expect(main.askedFor('backups.compare').at(-1)).toEqual({ name: name(2), passphrase: 'of that time' })
    expect(text()).toContain('Lost')
    document.querySelector<HTMLInputElement>('[type=checkbox]')?.click()
    await wait()
    button(words.doSome('1 entry'))?.click()
    await wait()
    expect(main.askedFor('backups.restoreEntries')).toEqual([
      { name: name(2), ids: [id(1)], passphrase: 'of that time' },
    ])
  })
})

describe('while nobody can read the journal for its lock', () => {
  test.each(['locked', 'key-damaged', 'key-missing', 'being-written'] as const)(
    '%s: dates alone are shown',
    async (trouble) => {
      useJournal.setState({ trouble })
      await open()
      expect(main.askedFor('backups.compare')).toEqual([])
      expect(text()).not.toContain(words.some)
      expect(text()).toContain(trouble === 'locked' ? words.sealedOnly : words.aside)
      expect(button(words.doWhole)?.disabled).toBe(false)
    },
  )

  test('a backup without a lock is refused in words that say so', async () => {
    useJournal.setState({ trouble: 'locked' })
    main.fail('backups.restore', 'locked')
    await open()
    button(words.doWhole)?.click()
    for (let turn = 0; turn < 5; turn++) await settled()
    expect(text()).toContain(words.notSealed)
  })

  test('once it is restored the lock asks for its passphrase', async () => {
    useJournal.setState({ trouble: 'locked' })
    main.answer('journal.reopen', () => ({ ...start, trouble: 'locked' }))
    await open()
    button(words.doWhole)?.click()
    for (let turn = 0; turn < 5; turn++) await settled()
    expect(main.askedFor('backups.restore')).toEqual([{ name: name(2) }])
    expect(main.askedFor('journal.reopen')).toHaveLength(1)
    expect(useJournal.getState().trouble).toBe('locked')
  })
})

test('a file from elsewhere is the chosen one once it is known', async () => {
  await open()
  // Another one was made meanwhile.
  const backups = [backup(8), ...state.backups, backup(7)]
  main.answer('backups.chooseFile', () => ({ state: { ...state, backups }, added: name(7) }))
  button(words.chooseFile)?.click()
  for (let turn = 0; turn < 5; turn++) await settled()
  expect(main.askedFor('backups.compare').at(-1)).toEqual({ name: name(7) })
})
