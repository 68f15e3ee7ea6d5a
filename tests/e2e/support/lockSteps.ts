/** Setting the lock as a person does, for the journeys that need one. */
import type { Page } from '@playwright/test'
import { messages } from '../../../src/shared/messages/messages'
import { expect } from './launch'

const words = messages.locking
export const passphrase = 'a long walk by the sea'

export async function openSettings(window: Page) {
  await window.keyboard.press('ControlOrMeta+,')
  const dialog = window.getByRole('dialog', { name: messages.settings.title })
  await expect(dialog).toBeVisible()
  return dialog
}

export async function typeTwice(window: Page, words_: string): Promise<void> {
  await window.getByLabel(words.newPassphrase).fill(words_)
  await window.getByLabel(words.again).fill(words_)
}

/** Sets the lock as a person does; resolves with the recovery code. */
export async function turnOn(window: Page, seen: (screen: string) => Promise<void> = async () => {}): Promise<string> {
  const settings = await openSettings(window)
  await settings.getByRole('button', { name: words.turnOn }).click()
  const dialog = window.getByRole('dialog', { name: words.onTitle })
  await expect(dialog).toBeVisible()
  await typeTwice(window, passphrase)
  await seen('choose a passphrase')
  await dialog.getByRole('button', { name: words.next }).click()
  const shown = dialog.getByTestId('recovery-code')
  await expect(shown).toBeVisible()
  await seen('the recovery code')
  const code = (await shown.textContent()) ?? ''
  expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
  await dialog.getByRole('button', { name: words.next }).click()
  const field = dialog.getByLabel(words.code)
  await field.fill('0000')
  await dialog.getByRole('button', { name: words.seal }).click()
  await expect(dialog.getByText(messages.failed(messages.failures['mistyped-code']))).toBeVisible()
  await seen('type it back')
  await field.fill(code.toLowerCase().replaceAll('-', ' '))
  await dialog.getByRole('button', { name: words.seal }).click()
  await expect(dialog.getByText(words.onDone)).toBeVisible()
  await seen('it is on')
  await dialog.getByRole('button', { name: words.done }).click()
  await expect(window.getByRole('dialog')).toHaveCount(0)
  return code
}
