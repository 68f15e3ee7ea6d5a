/** Keys of a command are recorded, refused with the reason, taken away and given back. */
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defaultSettings } from '#shared/domain/settings/settings'
import { messages } from '#shared/messages/messages'
import { KeysDialog } from '../../../src/renderer/features/keys/KeysDialog'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import { showPanel, useLayout } from '../../../src/renderer/state/layout/layoutStore'
import { useToasts } from '../../../src/renderer/state/toastStore'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const words = messages.keys
const label = messages.commands.today

let root: Root
let main: MainStandIn
beforeEach(async () => {
  main = standInForMain()
  main.answer('keys.read', () => ({ keys: 'Control+Shift+F9', isFree: true }))
  main.answer('settings.setKeys', (asked) => {
    const { command, keys } = asked as { command: string; keys: string | null }
    return { ...defaultSettings, commandKeys: { [command]: keys } }
  })
  main.answer('settings.resetKeys', () => defaultSettings)
  useJournal.setState({ platform: 'linux', settings: defaultSettings })
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.querySelector('div') ?? document.body)
  await act(async () => root.render(<KeysDialog />))
})
afterEach(() => {
  root.unmount()
  useJournal.setState({ settings: defaultSettings })
})

const button = (name: string) => document.querySelector<HTMLElement>(`[aria-label="${name}"]`)
const row = () => button(words.change(label))?.closest('dl > div')
const shown = () => row()?.querySelector('kbd')?.textContent
const alert = () => row()?.querySelector('[role="alert"]')?.textContent
const status = () => row()?.querySelector('[role="status"]')?.textContent

async function record(init: KeyboardEventInit): Promise<void> {
  await act(async () => button(words.change(label))?.click())
  expect(status()).toBe(words.recording)
  await press(init)
}

async function press(init: KeyboardEventInit): Promise<void> {
  await act(async () => {
    button(words.change(label))?.dispatchEvent(
      new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
    )
  })
}

test('keys that are free are the command’s at once', async () => {
  await record({ key: 'j', ctrlKey: true })
  await vi.waitFor(() => expect(status()).toBe(words.changed(label, 'Ctrl+J')))
  expect(main.askedFor('settings.setKeys')).toEqual([{ command: 'today', keys: 'CmdOrCtrl+J' }])
  expect(shown()).toBe('Ctrl+J')
})

test.each([
  [{ key: 'n', ctrlKey: true }, words.refused.taken('Ctrl+N', messages.commands.newEntry)],
  [{ key: 'b', ctrlKey: true }, words.refused.taken('Ctrl+B', messages.writing.format.bold)],
  [{ key: 'c', ctrlKey: true }, words.refused.reserved('Ctrl+C')],
  [{ key: 'F9', ctrlKey: true, shiftKey: true }, words.refused.capture('Ctrl+Shift+F9')],
  [{ key: 'j' }, words.refused.unfit('Ctrl')],
  [{ key: 'Dead', ctrlKey: true }, words.refused.unfit('Ctrl')],
  [{ key: '@', ctrlKey: true, altKey: true, modifierAltGraph: true }, words.refused.unfit('Ctrl')],
])('%j is refused at once: %s', async (init, sentence) => {
  await record(init)
  expect(alert()).toBe(sentence)
  expect(main.askedFor('settings.setKeys')).toEqual([])
  expect(shown()).toBe('Ctrl+T')
  // It goes on listening.
  expect(status()).toBe(words.recording)
})

test('a modifier alone is waited with, and Escape leaves all as it was', async () => {
  showPanel('keys')
  await record({ key: 'Control', ctrlKey: true })
  expect([alert(), status()]).toEqual(['', words.recording])
  await press({ key: 'Escape' })
  expect(status()).toBe('')
  expect(useLayout.getState().panel).toBe('keys')
  await press({ key: 'Escape' })
  expect(useLayout.getState().panel).toBeNull()
  expect(main.askedFor('settings.setKeys')).toEqual([])
})

test('Backspace takes them away, and the default comes back by a button', async () => {
  expect(button(words.reset(label))).toBeNull()
  await record({ key: 'Backspace' })
  expect(main.askedFor('settings.setKeys')).toEqual([{ command: 'today', keys: null }])
  expect(row()?.textContent).toContain(words.none)
  await act(async () => button(words.reset(label))?.click())
  expect(main.askedFor('settings.resetKeys')).toEqual([{ command: 'today' }])
  expect(shown()).toBe('Ctrl+T')
})

test('a failure is said, and the keys are as they were', async () => {
  main.fail('settings.setKeys', 'read-only')
  await record({ key: 'j', ctrlKey: true })
  await vi.waitFor(() => expect(alert()).toBe(messages.failed(messages.failures['read-only'])))
  expect(shown()).toBe('Ctrl+T')
})

test.each([
  ['CmdOrCtrl+Foo', words.ignored.unfit('CmdOrCtrl+Foo')],
  ['CmdOrCtrl+C', words.ignored.unfit('Ctrl+C')],
  ['CmdOrCtrl+B', words.ignored.taken('Ctrl+B', messages.writing.format.bold)],
  [7, words.ignored.unreadable],
])('%j in the settings is told in the list, with the default in its place', async (today, sentence) => {
  await act(async () => useJournal.setState({ settings: { ...defaultSettings, commandKeys: { today } } }))
  expect(row()?.textContent).toContain(sentence)
  expect(shown()).toBe('Ctrl+T')
  expect(button(words.reset(label))).not.toBeNull()
})

test('all go back at once, and come back with Undo, also two that had each other’s', async () => {
  const commandKeys = { newEntry: 'CmdOrCtrl+T', today: 'CmdOrCtrl+N', trash: null }
  await act(async () => useJournal.setState({ settings: { ...defaultSettings, commandKeys } }))
  const all = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words.resetAll)
  await act(async () => all?.click())
  expect(main.askedFor('settings.resetKeys')).toEqual([{ command: null }])
  expect(shown()).toBe('Ctrl+T')
  await act(async () => useToasts.getState().toasts.at(-1)?.action?.run())
  await vi.waitFor(() =>
    expect(main.askedFor('settings.setKeys')).toEqual([
      ...['newEntry', 'today', 'trash'].map((command) => ({ command, keys: null })),
      { command: 'newEntry', keys: 'CmdOrCtrl+T' },
      { command: 'today', keys: 'CmdOrCtrl+N' },
    ]),
  )
})
