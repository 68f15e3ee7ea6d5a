/** The margin and its dialogs, which outlive neither the answers they offer nor lose the words in them. */

import { I18nProvider } from 'react-aria-components'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Captures } from '../../../src/renderer/features/captures/Captures'
import { useCaptures } from '../../../src/renderer/state/journal/capturesStore'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import { useOpenPage } from '../../../src/renderer/state/layout/openPageStore'
import { useToasts } from '../../../src/renderer/state/toastStore'
import type { Capture } from '../../../src/shared/domain/capture/capture'
import { entryRow } from '../../../src/shared/domain/entry/entryRow'
import { messages } from '../../../src/shared/messages/messages'
import { idOf, madeCapture, madeEntry } from '../../services/made'
import { settled } from '../answers'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const words = messages.capturing

/** How long a slow machine may take, of which no test says anything. */
const patience = 150_000
vi.setConfig({ testTimeout: 2 * patience })
const until = (holds: () => void) => vi.waitFor(holds, { timeout: patience })

// Loaded when they are first asked for.
beforeAll(async () => {
  await import('../../../src/renderer/features/captures/InsertDialog')
  await import('../../../src/renderer/features/captures/EditDialog')
}, patience)

let main: MainStandIn
let root: Root
beforeEach(() => {
  main = standInForMain()
  document.body.innerHTML = '<div></div>'
  useOpenPage.setState({ page: null, opening: 1, at: null })
  useJournal.setState({ rows: [], complete: true })
  useToasts.setState({ toasts: [] })
})
afterEach(() => root.unmount())

async function show(capture: Capture): Promise<void> {
  useCaptures.setState({ day: capture.day, captures: [capture] })
  root = createRoot(document.body.firstElementChild ?? document.body)
  root.render(
    <I18nProvider locale="en">
      <Captures />
    </I18nProvider>,
  )
  await until(() => expect(document.querySelector('aside')).not.toBeNull())
}

const named = (selector: string, name: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => (element.getAttribute('aria-label') ?? element.textContent) === name,
  )

async function press(selector: string, name: string): Promise<void> {
  await until(() => expect(named(selector, name)).toBeDefined())
  named(selector, name)?.click()
  await settled()
}

const dialog = () => document.querySelector('[role="dialog"] h2')?.textContent

async function ask(action: string): Promise<void> {
  await press('button', words.more('caught'))
  await press('[role="menuitem"]', action)
  await until(() => expect(dialog()).toBe(action))
}

test('the answers that are offered go with their page', async () => {
  await show(madeCapture(1, { text: 'caught' }))
  await ask(words.insert)
  useOpenPage.setState({ opening: 2 })
  await until(() => expect(dialog()).toBeUndefined())
})

test('words that are being changed stay, also on the page of a day without captures', async () => {
  await show(madeCapture(1, { text: 'caught' }))
  await ask(words.edit)
  useOpenPage.setState({ opening: 2 })
  useCaptures.setState({ day: '2026-03-03', captures: [] })
  await settled()
  expect(dialog()).toBe(words.edit)
  expect(document.querySelector('textarea')?.value).toBe('caught')
})

test('a page on which nothing can be written says so', async () => {
  await show(madeCapture(1, { text: 'caught' }))
  await ask(words.insert)
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain(words.noAnswer)
})

const used = { ...madeCapture(1, { text: 'caught' }), usedIn: idOf(7) }
const usedIn = () => document.querySelector('aside')?.textContent

test('an entry that is in the trash, or gone, is no way to go', async () => {
  await show(used)
  expect(usedIn()).toContain(words.usedInGone)
  expect(document.querySelectorAll('aside button')).toHaveLength(1)
  useJournal.setState({ rows: [{ ...entryRow(madeEntry(7)), title: 'Named' }] })
  await until(() => expect(usedIn()).toContain(words.usedIn('Named')))
})

test('while not all entries are known it is, and says what it met', async () => {
  useJournal.setState({ complete: false })
  main.fail('entries.read', 'not-found')
  await show(used)
  await press('aside button', words.usedIn(words.anEntry))
  expect(useToasts.getState().toasts.map(({ text }) => text)).toEqual([words.usedInGone])
})
