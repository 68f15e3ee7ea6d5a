/** Links of other programs show what is there, and write nothing. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { messages } from '../../src/shared/messages/messages'
import { JournalPage } from './support/journalPage'
import { today } from './support/journeyClock'
import { expect, test } from './support/launch'
import { startAgain } from './support/startAgain'

test('a link shows a page, a search or today, and writes nothing', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  const rail = page.window.getByRole('navigation', { name: messages.finding.rail })
  const row = rail.getByRole('row').filter({ hasText: 'ledger' })
  await page.answer(0).click()
  await page.type('The ledger moved')
  await page.saved()
  const folder = join(app.userData, 'journal', 'entries', String(today.year).padStart(4, '0'))
  const [name = '', ...others] = await readdir(folder)
  expect(others).toEqual([])
  const id = name.slice('YYYY-MM-DD-'.length, -'.json'.length)

  await page.window.keyboard.press('ControlOrMeta+n')
  await expect(row).not.toHaveAttribute('aria-current', 'page')
  expect((await startAgain(app, `throughline://entry/${id}`)).code).toBe(0)
  await expect(row).toHaveAttribute('aria-current', 'page')
  expect((await startAgain(app, 'throughline://search?q=ledger%20-nothing')).code).toBe(0)
  await expect(rail.getByRole('searchbox')).toHaveValue('ledger -nothing')
  await expect(rail.locator('mark')).toHaveText(['ledger'])
  expect((await startAgain(app, 'throughline://today')).code).toBe(0)
  await expect(page.answer(0)).toHaveText('The ledger moved')
  expect((await startAgain(app, 'throughline://entry/nonsense')).code).toBe(1)
  expect(await readdir(folder)).toEqual([name])
})
