/** Tables by the keyboard alone, on the disk and back. */
import { messages } from '../../src/shared/messages/messages'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { violations } from './support/violations'

const { format } = messages.writing

let page: JournalPage
test.beforeEach(async ({ app }) => {
  await app.launch()
  page = await JournalPage.of(app)
})

/** In the toolbar, by arrows. */
async function choose(name: string): Promise<void> {
  const { keyboard } = page.window
  await keyboard.press('Alt+F10')
  const button = page.window.getByRole('toolbar').getByRole('button', { name })
  await expect(page.window.getByRole('toolbar').locator(':focus')).toHaveCount(1)
  for (let at = 0; at < 30 && !(await button.evaluate((one) => one === document.activeElement)); at += 1)
    await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await expect(page.answer(0)).toBeFocused()
}

test('a table is typed, filled and left by keyboard, and is a table after a restart', { tag: '@quick' }, async ({
  app,
}) => {
  const { keyboard } = page.window
  const answer = page.answer(0)
  await page.type('| Who | Hours |')
  await keyboard.press('Enter')
  await page.type('| - | -: |')
  await keyboard.press('Enter')
  await expect(answer.getByRole('columnheader')).toHaveText(['Who', 'Hours'])
  await page.type('Ana')
  await keyboard.press('Enter')
  await page.type('and Ben')
  await keyboard.press('Tab')
  await page.type('12')
  await keyboard.press('Tab')
  await page.type('Cleo')
  await expect(answer.getByRole('row')).toHaveCount(3)
  await keyboard.press('Escape')
  await page.type('Below')
  await expect(answer.locator('> p')).toHaveText('Below')
  await page.saved()
  await app.relaunch()
  page = await JournalPage.of(app)
  await expect(page.answer(0).getByRole('columnheader')).toHaveText(['Who', 'Hours'])
  await expect(page.answer(0).getByRole('cell')).toHaveText(['Ana\nand Ben', '12', 'Cleo', ''], {
    useInnerText: true,
  })
  await expect(page.answer(0).getByRole('cell', { name: '12' })).toHaveCSS('text-align', 'right')
  await expect(page.answer(0).locator('> p')).toHaveText('Below')
})

test('rows and columns are added and deleted from the toolbar, by keyboard', async () => {
  const answer = page.answer(0)
  await page.paste({ 'text/plain': '| a | b |\n| - | - |\n| c | d |' })
  await expect(answer.getByRole('columnheader')).toHaveText(['a', 'b'])
  await page.window.keyboard.press('ArrowUp')
  await choose(format.columnAfter)
  await page.type('e')
  await choose(format.rowAbove)
  await choose(format.removeRow)
  await choose(format.rowBelow)
  await page.type('f')
  expect(await violations(page.window)).toEqual([])
  const text = () => answer.locator('tr').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).innerText))
  expect((await text()).join('/')).toMatch(/f/)
  await choose(format.removeTable)
  await expect(answer.locator('table')).toHaveCount(0)
})

test('arrows go into a table, through it and out of it', async () => {
  const { keyboard } = page.window
  const answer = page.answer(0)
  await page.type('before')
  await keyboard.press('Enter')
  await keyboard.press('ControlOrMeta+Shift+t')
  await page.type('a')
  await keyboard.press('ArrowDown')
  await page.type('b')
  await keyboard.press('ArrowRight')
  await page.type('c')
  await keyboard.press('ArrowUp')
  await keyboard.press('ArrowUp')
  await page.type('!')
  await expect(answer.locator('> p').first()).toContainText('!')
  for (let at = 0; at < 4; at += 1) await keyboard.press('ArrowDown')
  await page.type('below')
  await expect(answer.locator('> p').last()).toHaveText('below')
  await keyboard.press('Home')
  await keyboard.press('Backspace')
  await expect(answer.locator('td').first()).toHaveText('b')
  await expect(answer.locator('table')).toHaveCount(1)
})

test('several cells are selected, emptied and brought back', async () => {
  const { keyboard } = page.window
  const answer = page.answer(0)
  await page.paste({ 'text/plain': '| a | b |\n| - | - |\n| c | d |' })
  await expect(answer.getByRole('cell')).toHaveText(['c', 'd'])
  await answer.getByRole('cell').last().click()
  await keyboard.press('Home')
  await keyboard.press('Shift+ArrowLeft')
  await keyboard.press('Delete')
  await expect(answer.getByRole('cell')).toHaveText(['', ''])
  await expect(answer.getByRole('columnheader')).toHaveText(['a', 'b'])
  await keyboard.press('ControlOrMeta+z')
  await expect(answer.getByRole('cell')).toHaveText(['c', 'd'])
})

test('a wide table scrolls in its own box, with the caret, also at twice the size', async () => {
  const { keyboard } = page.window
  const answer = page.answer(0)
  const wide = Array.from({ length: 20 }, (_, at) => `column ${at}`)
  await page.paste({ 'text/plain': `| ${wide.join(' | ')} |\n|${' - |'.repeat(20)}\n| x |` })
  await expect(answer.getByRole('columnheader')).toHaveCount(20)
  const box = answer.locator('> div')
  const sizes = () => box.evaluate((one) => [one.scrollWidth > one.clientWidth, one.scrollLeft > 0])
  await answer.getByRole('columnheader').first().click()
  await expect.poll(sizes).toEqual([true, false])
  for (let at = 0; at < 15; at += 1) await keyboard.press('Tab')
  await expect.poll(sizes).toEqual([true, true])
  const overflows = () => page.window.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(await overflows()).toBe(false)
  expect(await violations(page.window)).toEqual([])
  // As many pixels of CSS as a window of 900 by 900 has then.
  await page.window.setViewportSize({ width: 450, height: 450 })
  expect(await overflows()).toBe(false)
  await keyboard.press('Tab')
  await page.type('here')
  const cell = answer.getByText('here')
  await expect(cell).toBeInViewport()
  await page.saved()
})
