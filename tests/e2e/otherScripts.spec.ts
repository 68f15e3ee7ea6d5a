/** Words of any script: written from right to left, and put together by an input method whose keys are its own. */
import type { Page } from '@playwright/test'
import { messages } from '../../src/shared/messages/messages'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { startAgain } from './support/startAgain'

const { finding, results, writing, reminding, history, capturing, settings } = messages

/** What shows Hebrew or Arabic words and does not follow their direction, said by its text; with how many places there are. */
function wrongWay(page: Page): Promise<{ places: number; wrong: string[] }> {
  return page.evaluate(() => {
    const rtl = /[\u0590-\u08ff]/
    const firstLetter = /\p{L}/u
    const wrong: string[] = []
    let places = 0
    const look = (element: Element | null, text: string, around: string) => {
      if (!element || !rtl.test(text) || !element.checkVisibility()) return
      places += 1
      const set = element.closest('[dir]')
      const runs = getComputedStyle(element).direction
      const begins = firstLetter.exec(around)?.[0] ?? ''
      if (set?.getAttribute('dir') !== 'auto' || (rtl.test(begins) && runs !== 'rtl')) wrong.push(`${runs}: ${text}`)
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const set = node.parentElement?.closest('[dir]')
      look(node.parentElement, node.textContent ?? '', set?.textContent ?? '')
    }
    for (const field of document.querySelectorAll('input, textarea'))
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
        look(field, field.value, field.value)
    return { places, wrong }
  })
}

async function expectRightToLeft(page: Page, atLeast: number): Promise<void> {
  // A field that has just come fills with its words a moment later.
  await expect.poll(async () => (await wrongWay(page)).places).toBeGreaterThanOrEqual(atLeast)
  expect((await wrongWay(page)).wrong).toEqual([])
}

test('Hebrew and Arabic words run from right to left wherever they are shown', { tag: '@quick' }, async ({ app }) => {
  await startAgain(app, '--capture=פגישה עם דנה')
  await app.launch()
  const page = await JournalPage.of(app)
  const { window } = page
  const keys = window.keyboard
  await page.type('كتبت هذا اليوم\nופסקה בעברית')
  await window.getByRole('textbox', { name: writing.title }).fill('שלום עולם')
  await page.saved()
  // The title, its row, the answer, the thought in the margin and in the list.
  await expect(window.getByRole('row', { name: /שלום עולם/ })).toBeVisible()
  await expect(window.getByRole('complementary', { name: capturing.title })).toContainText('פגישה')
  await expectRightToLeft(window, 6)

  await window
    .getByRole('complementary', { name: capturing.title })
    .getByRole('button', { name: capturing.more('פגישה עם דנה') })
    .press('Enter')
  await window.getByRole('menuitem', { name: capturing.edit }).press('Enter')
  await expect(window.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await expectRightToLeft(window, 7)
  await keys.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)

  // What is found, the query in words, and the search that is kept under a name.
  await keys.press('ControlOrMeta+f')
  await page.type('בעברית')
  await expect(window.locator('mark')).toHaveText(['בעברית'])
  await window.getByRole('button', { name: results.saved }).click()
  await window.getByRole('menuitem', { name: results.save }).press('Enter')
  const saving = window.getByRole('dialog', { name: results.saveTitle })
  await expect(saving).toBeVisible()
  await expectRightToLeft(window, 8)
  await saving.getByRole('textbox').fill('חיפוש')
  await keys.press('Enter')
  await expect(window.getByText(results.savedAs('חיפוש'))).toBeVisible()
  await window.getByRole('button', { name: results.saved }).click()
  await expect(window.getByRole('menuitem', { name: 'חיפוש' })).toBeVisible()
  await expectRightToLeft(window, 8)
  await keys.press('Escape')
  await window.getByRole('searchbox').fill('')

  // Earlier versions.
  await app.relaunch()
  const again = await JournalPage.of(app)
  await again.answer(0).fill('ועכשיו אחרת')
  await again.saved()
  await again.window.keyboard.press('ControlOrMeta+Shift+H')
  await expect(again.window.getByRole('region', { name: history.comparison })).toContainText('ועכשיו')
  await expectRightToLeft(again.window, 8)
  // It has the keyboard a moment after it is seen, and is gone a moment after it was closed.
  await expect(again.window.locator('[role="dialog"]:focus-within, [role="dialog"]:focus')).toHaveCount(1)
  await again.window.keyboard.press('Escape')
  await expect(again.window.getByRole('dialog')).toHaveCount(0)

  // Settings: the manager's name; a reminder's; then the trash.
  const openSettings = async () => {
    await again.window.keyboard.press('ControlOrMeta+,')
    await expect(again.window.getByRole('dialog', { name: settings.title })).toBeVisible()
  }
  await openSettings()
  await again.window.getByRole('textbox', { name: settings.manager }).fill('דנה')
  await expectRightToLeft(again.window, 5)
  await again.window.getByRole('button', { name: messages.commands.reminders }).click()
  const reminders = again.window.getByRole('dialog', { name: reminding.title })
  await reminders.getByRole('button', { name: reminding.add }).click()
  await reminders.getByRole('textbox', { name: reminding.name }).fill('סוף היום')
  await expectRightToLeft(again.window, 5)
  await again.window.keyboard.press('Enter')
  await expect(reminders.getByText('סוף היום', { exact: true })).toBeVisible()
  await expectRightToLeft(again.window, 6)
  await reminders.getByRole('button', { name: writing.close }).click()
  await expect(again.window.locator('[role="dialog"]')).toHaveCount(0)
  await again.window.getByRole('button', { name: writing.more }).click()
  await again.window.getByRole('menuitem', { name: writing.moveToTrash }).click()
  await expect(again.window.getByText(writing.movedToTrash)).toBeVisible()
  await expect(again.window.locator('[role="menu"], [role="dialog"]')).toHaveCount(0)
  await openSettings()
  await again.window.getByRole('button', { name: settings.trash }).click()
  await expect(again.window.getByRole('dialog', { name: finding.trashTitle })).toContainText('שלום עולם')
  await expectRightToLeft(again.window, 2)
})

/** A key as an input method has it while it composes. */
async function pressComposing(page: Page, key: string): Promise<boolean> {
  return page.evaluate((name) => {
    const event = new KeyboardEvent('keydown', {
      key: name,
      keyCode: 229,
      isComposing: true,
      bubbles: true,
      cancelable: true,
    })
    return document.activeElement?.dispatchEvent(event) ?? false
  }, key)
}

test('the keys of a composition do nothing else, in any field', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  const { window } = page
  const all = async () => {
    for (const key of ['Enter', 'Escape', 'ArrowDown', 'ArrowUp', 'Tab', 'Home', 'Delete'])
      expect(await pressComposing(window, key), `${key} is left to the input method`).toBe(true)
  }
  await page.type('にほん')
  await all()
  await expect(page.answer(0)).toBeFocused()
  await expect(page.answer(0)).toHaveText('にほん')
  await page.saved()

  const title = window.getByRole('textbox', { name: writing.title })
  await title.fill('に')
  await all()
  await expect(title).toBeFocused()

  const search = window.getByRole('searchbox')
  await search.fill('にほん')
  await expect(window.locator('mark')).toHaveCount(1)
  await all()
  await expect(search).toBeFocused()
  await expect(search).toHaveValue('にほん')
  await expect(title).toHaveValue('に')

  await window.getByRole('button', { name: results.saved }).click()
  await window.getByRole('menuitem', { name: results.save }).press('Enter')
  const name = window.getByRole('dialog', { name: results.saveTitle }).getByRole('textbox')
  await name.fill('さ')
  await all()
  await expect(name).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText(results.savedAs('さ'))).toBeVisible()

  await window.keyboard.press('ControlOrMeta+,')
  const manager = window.getByRole('textbox', { name: settings.manager })
  await manager.fill('や')
  await all()
  await expect(manager).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)

  await page.answer(0).click()
  await window.keyboard.press('ControlOrMeta+a')
  await window.keyboard.press('ControlOrMeta+k')
  const address = window.getByRole('textbox', { name: writing.linkAddress })
  await address.fill('x')
  await all()
  await expect(address).toBeFocused()
})

test('nor in the window of quick capture', async ({ app }) => {
  await app.launch({ args: ['--capture'] })
  const capture = await app.window(capturing.window)
  const field = capture.getByRole('textbox', { name: capturing.field })
  await field.fill('にほん')
  for (const key of ['Enter', 'Escape']) expect(await pressComposing(capture, key)).toBe(true)
  await expect(field).toHaveValue('にほん')
  await capture.keyboard.press('Enter')
  await expect(field).toHaveValue('')
})
