/** A command gets other keys: they work at once, in the menu and the tips too, after a restart as well, and the default comes back. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { messages } from '../../src/shared/messages/messages'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { violations } from './support/violations'

const words = messages.keys
const shown = process.platform === 'darwin' ? '⌘J' : 'Ctrl+J'
const label = messages.commands.overview

test('keys are changed by keyboard alone', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  const { window } = page
  const keys = window.keyboard
  const list = window.getByRole('dialog', { name: words.title })
  const change = list.getByRole('button', { name: words.change(label) })
  const isOpen = (shown: Page) => shown.getByRole('button', { name: label, pressed: true })
  const inMenu = () =>
    app.electron.evaluate(
      ({ Menu }) =>
        Menu.getApplicationMenu()
          ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
          .find(({ id }) => id === 'overview')?.accelerator,
    )
  const stored = async () => JSON.parse(await readFile(join(app.userData, 'journal/settings.json'), 'utf8')).commandKeys

  await keys.press('ControlOrMeta+/')
  await change.focus()
  await keys.press('Enter')
  await expect(list.getByText(words.recording)).toBeVisible()
  await keys.press('ControlOrMeta+n')
  await expect(list.getByRole('alert').filter({ hasText: messages.commands.newEntry })).toBeVisible()
  expect(await violations(window)).toEqual([])
  await keys.press('ControlOrMeta+j')
  await expect(list.getByText(words.changed(label, shown))).toBeVisible()
  expect(await stored()).toEqual({ overview: 'CmdOrCtrl+J' })
  await expect.poll(inMenu).toBe('CmdOrCtrl+J')
  await keys.press('Escape')
  await expect(list).toHaveCount(0)

  await keys.press('ControlOrMeta+Shift+l')
  await keys.press('ControlOrMeta+j')
  await expect(isOpen(window)).toBeVisible()
  await keys.press('ControlOrMeta+j')
  await expect(isOpen(window)).toHaveCount(0)

  await app.relaunch()
  const again = await JournalPage.of(app)
  await again.window.keyboard.press('ControlOrMeta+j')
  await expect(isOpen(again.window)).toBeVisible()
  await isOpen(again.window).focus()
  await expect(again.window.getByRole('tooltip')).toContainText(shown)
  expect(await inMenu()).toBe('CmdOrCtrl+J')
  await again.window.keyboard.press('ControlOrMeta+/')
  await again.window.getByRole('button', { name: words.reset(label) }).press('Enter')
  await expect.poll(inMenu).toBe('CmdOrCtrl+Shift+L')
  await expect(again.window.getByRole('button', { name: words.change(label) })).toBeFocused()
  expect(await stored()).toBeUndefined()
})
