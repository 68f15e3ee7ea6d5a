/** What the palette finds for what is typed, in which order, and what its keys do. */
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CommandId, commandOf } from '#shared/contract/commands'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import { defaultSettings } from '#shared/domain/settings/settings'
import { messages } from '#shared/messages/messages'
import { commandSource } from '../../../src/renderer/features/palette/commandSource'
import { daySource } from '../../../src/renderer/features/palette/daySource'
import { findIn, maxShown } from '../../../src/renderer/features/palette/findIn'
import { nameSource } from '../../../src/renderer/features/palette/nameSource'
import { Palette } from '../../../src/renderer/features/palette/Palette'
import { pageSource } from '../../../src/renderer/features/palette/pageSource'
import { savedSearchSource } from '../../../src/renderer/features/palette/savedSearchSource'
import type { Source } from '../../../src/renderer/features/palette/source'
import { templateSource } from '../../../src/renderer/features/palette/templateSource'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import { showPanel, useLayout } from '../../../src/renderer/state/layout/layoutStore'
import { idOf } from '../../services/made'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const words = messages.palette
const sought: string[] = []
const ran: CommandId[] = []
const needs = {
  isUseful: (id: CommandId) => id !== 'history',
  keysOf: (id: CommandId): string | undefined => commandOf[id].keys,
  run: (id: CommandId) => void ran.push(id),
  searchFor: (query: string) => void sought.push(query),
}

function page(number: number, title: string, firstWords = ''): EntryRow {
  return {
    kind: 'entry',
    id: idOf(number),
    day: '2026-03-02',
    createdAt: '2026-03-02T08:00:00.000Z',
    zone: 'UTC',
    updatedAt: '2026-03-02T08:00:00.000Z',
    template: 'daily',
    title,
    starred: false,
    revision: 1,
    firstWords,
    practices: [],
  }
}

let main: MainStandIn
beforeEach(() => {
  main = standInForMain()
  main.answer('search.names', (asked) =>
    JSON.stringify(asked).includes('person')
      ? [
          { name: 'dana', count: 12, last: '2026-11-20' },
          { name: 'amira', count: 1, last: '2026-11-20' },
        ]
      : JSON.stringify(asked).includes('project')
        ? [{ name: 'the big move', count: 3, last: '2026-11-20' }]
        : [{ name: 'retro', count: 2, last: '2026-11-20' }],
  )
  main.answer('recent.read', () => [])
  useJournal.setState({
    today: '2026-11-24',
    locale: 'en-GB',
    platform: 'linux',
    rows: [
      page(1, 'The week the ledger moved'),
      page(2, '', 'Énormité of the refund desk'),
      page(3, 'Собака в доме'),
      page(4, 'Møller & sons'),
      page(5, "It's done"),
    ],
    settings: { ...defaultSettings, savedSearches: [{ name: 'Praise', query: 'is:starred kudos' }] },
  })
})
afterEach(() => {
  sought.length = 0
  ran.length = 0
  useJournal.setState({ rows: [], settings: defaultSettings })
})

const usual: readonly Source[] = [
  daySource(needs.searchFor),
  commandSource(needs),
  templateSource,
  savedSearchSource(needs.searchFor),
  nameSource('person', needs.searchFor),
  nameSource('tag', needs.searchFor),
  nameSource('project', needs.searchFor),
  pageSource,
]

async function opened(sources = usual) {
  const open = sources.map((source) => ({ source, opened: source.open() }))
  await Promise.all(open.map((one) => one.opened.ready))
  return (typed: string, recent: readonly string[] = []) => findIn(open, typed, recent)
}

async function labels(typed: string, recent?: readonly string[]): Promise<readonly string[]> {
  return (await opened())(typed, recent).items.map(({ label }) => label)
}

describe('what is found', () => {
  test.each([
    ['ledger', 'The week the ledger moved'],
    ['the wk ledger', 'The week the ledger moved'],
    ['enormite', 'Énormité of the refund desk'],
    ['собака', 'Собака в доме'],
    ['it’s', "It's done"],
    ['MØLLER', 'Møller & sons'],
    ['gtt', messages.commands.today],
    ['setings', messages.commands.settings],
    ['weekly', 'Weekly review'],
    ['praise', 'Praise'],
    ['dana', '@dana'],
  ])('%j finds %j first', async (typed, label) => {
    expect((await labels(typed))[0]).toBe(label)
  })

  test.each([
    ['>', (label: string) => Object.values<string>(messages.commands).includes(label)],
    ['> ', (label: string) => Object.values<string>(messages.commands).includes(label)],
    ['@', (label: string) => label.startsWith('@')],
    ['#', (label: string) => label.startsWith('#')],
    ['＠a', (label: string) => label.startsWith('@')],
    ['@a', (label: string) => label.startsWith('@')],
    ['+', (label: string) => label.startsWith('+')],
  ])('%j narrows', async (typed, isOfIt) => {
    const found = await labels(typed)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((label) => !isOfIt(label))).toEqual([])
  })

  test('the most used names come first, and a name of several words is in quotes', async () => {
    expect(await labels('@')).toEqual(['@dana', '@amira'])
    expect(await labels('+')).toEqual(['+"the big move"'])
    expect(await labels('+week')).toEqual([])
  })

  test('a command that has no use now is not there, and the others have their keys', async () => {
    const found = (await opened())('>').items
    expect(found.map(({ id }) => id)).not.toContain('command:history')
    expect(found.find(({ id }) => id === 'command:today')?.keys).toBe(commandOf.today.keys)
  })

  test.each(['', '2026-02-30', 'the', 'zzzz', '  ', '>>', '@@', '\\', '('.repeat(200)])(
    '%j is no day, and no mistake',
    async (typed) => {
      expect((await opened([daySource(needs.searchFor)]))(typed).items).toEqual([])
      await opened().then((find) => find(typed))
    },
  )

  test.each([
    ['last friday', 'day:2026-11-20', 'Friday 20 November'],
    ['12 march', 'day:2026-03-12', 'Thursday 12 March'],
    ['2025-03-10', 'day:2025-03-10', 'Monday 10 March 2025'],
    ['Yesterday', 'day:2026-11-23', 'Monday 23 November'],
  ])('%j is a day', async (typed, id, label) => {
    const [first] = (await opened())(typed).items
    expect([first?.id, first?.label.replace(',', '')]).toEqual([id, label])
  })

  test('a longer time is searched in', async () => {
    const find = await opened()
    await find('March 2026').items[0]?.run()
    await find('2025').items[0]?.run()
    expect(sought).toEqual(['in:"march 2026"', 'in:2025'])
  })

  test('what was chosen lately comes first, by its id, as far as it is there', async () => {
    const recent = [`page:${idOf(3)}`, `page:${idOf(9)}`, 'command:trash']
    const found = await labels('', recent)
    expect(found.slice(0, 3)).toEqual(['Собака в доме', messages.commands.trash, messages.commands.newEntry])
    expect(new Set(found).size).toBe(found.length)
    expect((await labels('ex'))[0]).toBe(messages.commands.exportPeriod)
    expect((await labels('ex', ['command:exportEntry']))[0]).toBe(messages.commands.exportEntry)
  })

  test('of thousands the first are shown and all are counted, equals in their own order', async () => {
    useJournal.setState({ rows: Array.from({ length: 3_000 }, (_, at) => page(at, 'The same title')) })
    const { items, total } = (await opened([pageSource]))('title')
    expect(total).toBe(3_000)
    expect(items.map(({ id }) => id)).toEqual(Array.from({ length: maxShown }, (_, at) => `page:${idOf(at)}`))
  })

  test('names that do not come take nothing else away', async () => {
    main.fail('search.names', 'unexpected')
    expect(await labels('@')).toEqual([])
    expect((await labels('ledger'))[0]).toBe('The week the ledger moved')
  })
})

describe('the dialog', () => {
  let root: Root
  beforeEach(async () => {
    document.body.innerHTML = '<input id="before"><div></div>'
    document.querySelector('input')?.focus()
    root = createRoot(document.querySelector('div') ?? document.body)
    await act(async () => root.render(<Palette {...needs} />))
    await act(async () => showPanel('palette'))
  })
  afterEach(() => {
    root.unmount()
    showPanel(null)
  })

  const field = () => document.querySelector<HTMLInputElement>('[role="combobox"]')
  const selected = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true')
  const options = () => [...document.querySelectorAll('[role="option"]')]
  async function type(text: string): Promise<void> {
    await act(async () => {
      const input = field()
      // React sees a change by what the element itself had before.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
      input?.dispatchEvent(new Event('input', { bubbles: true }))
    })
  }
  async function press(key: string): Promise<void> {
    await act(async () => {
      field()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    })
  }

  test('the arrows go round, and the field says where they are', async () => {
    await type('@')
    await vi.waitFor(() => expect(options()).toHaveLength(2))
    expect(selected()).toBe(0)
    await press('ArrowDown')
    expect(selected()).toBe(1)
    expect(field()?.getAttribute('aria-activedescendant')).toBe(options()[1]?.id)
    await press('ArrowDown')
    expect(selected()).toBe(0)
    await press('ArrowUp')
    expect(selected()).toBe(1)
  })

  test('Enter runs what is chosen once the dialog is gone, and a choice without words is remembered', async () => {
    await type('>today')
    await press('Enter')
    expect(ran).toEqual(['today'])
    expect(field()).toBeNull()
    expect(useLayout.getState().panel).toBeNull()
    expect(document.activeElement?.id).toBe('before')
    expect(main.askedFor('recent.add')).toEqual([{ id: 'command:today' }])
  })

  test('a name is searched for, and not remembered', async () => {
    await type('@dan')
    await vi.waitFor(() => expect(options()).toHaveLength(1))
    await press('Enter')
    expect(sought).toEqual(['@dana'])
    expect(main.askedFor('recent.add')).toEqual([])
  })

  test('what is found is counted, and where there is nothing that is said', async () => {
    const said = () => document.querySelector('[role="status"]')?.textContent
    await type('@')
    await vi.waitFor(() => expect(said()).toBe('2 results'))
    await act(async () => showPanel(null))
    main.answer('search.names', () => [])
    await act(async () => showPanel('palette'))
    await type('+')
    await vi.waitFor(() => expect(said()).toBe(words.noneOf['+']))
    await type('qqqqzz')
    expect(said()).toBe(words.none)
    await press('Enter')
    expect(field()).not.toBeNull()
  })
})
