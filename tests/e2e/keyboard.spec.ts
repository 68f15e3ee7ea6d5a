/** The whole day by keyboard alone: write, move between answers, a new entry, find it, settings, back. */

import { builtInTemplates } from '../../src/shared/domain/template/builtIn/builtInTemplates'
import { wordsFor } from '../../src/shared/domain/template/newEntry'
import { messages } from '../../src/shared/messages/messages'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'

test('a day by keyboard alone', { tag: '@quick' }, async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  const { window } = page
  const keys = window.keyboard

  await page.type('Shipped the import')
  await keys.press('Tab')
  await page.type('Mornings on the import')
  await keys.press('ControlOrMeta+Enter')
  await page.type('Moved the date')
  await keys.press('ControlOrMeta+Shift+Enter')
  await expect(page.answer(1)).toBeFocused()
  await page.saved()

  await window.getByRole('button', { name: messages.writing.newEntry }).focus()
  await keys.press('Enter')
  await expect(window.getByRole('menuitem', { name: /^Daily/ })).toBeFocused()
  await keys.press('w')
  await expect(window.getByRole('menuitem', { name: /^Weekly/ })).toBeFocused()
  await keys.press('Enter')
  await expect(window.getByRole('main').getByText('Weekly review')).toBeVisible()
  await expect(page.answer(0)).toBeFocused()
  await page.type('A week of imports')
  await page.saved()

  await keys.press('ControlOrMeta+f')
  await expect(window.getByRole('searchbox')).toBeFocused()
  await page.type('shipped')
  await expect(window.locator('mark').first()).toBeVisible()
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(page.answer(0)).toHaveText('Shipped the import')

  await keys.press('ControlOrMeta+,')
  const settings = window.getByRole('dialog', { name: messages.settings.title })
  await expect(settings).toBeVisible()
  await expect(window.locator('[role="dialog"]:focus, [role="dialog"] :focus')).toHaveCount(1)
  await keys.press('Escape')
  await expect(settings).toHaveCount(0)
})

for (const { id, name, prompts } of builtInTemplates) {
  test(`an entry from the template ${id}`, async ({ app }) => {
    await app.launch()
    const page = await JournalPage.of(app)
    await page.window.getByRole('button', { name: messages.writing.newEntry }).click()
    await page.window.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
    await expect(page.window.getByRole('main').getByText(name, { exact: true }).first()).toBeVisible()
    for (const prompt of prompts) {
      if ('rotates' in prompt) continue
      const question = wordsFor(prompt.question, null)
      await expect(page.window.getByRole('heading', { level: 2, name: question })).toBeVisible()
    }
    await page.answer(0).click()
    await page.type('Words')
    await page.saved()
    await app.relaunch()
    const again = await JournalPage.of(app)
    await expect(again.answer(0)).toHaveText('Words')
    await expect(again.window.getByRole('main').getByText(name, { exact: true }).first()).toBeVisible()
  })
}
