/** The command palette by keyboard alone: pages, days, people, commands, and back to where the caret was. */
import { messages } from '../../src/shared/messages/messages'
import { leaveCaptures } from '../fixtures/leaveCaptures'
import { sampleMonth } from '../fixtures/sampleMonth'
import { writeSample } from '../fixtures/writeSample'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { violations } from './support/violations'

const words = messages.palette

// A Tuesday: "last friday" is counted from it.
const day = '2026-11-24'
test.use({ start: { at: `${day}T09:00:00Z`, zone: 'Europe/Berlin' } })

test('the palette goes anywhere by keyboard alone', { tag: '@quick' }, async ({ app }) => {
  await writeSample(sampleMonth.slice(1), app.userData, app.clock.now())
  await leaveCaptures(app.userData, day)
  await app.launch()
  const page = await JournalPage.of(app)
  const { window } = page
  const keys = window.keyboard
  const palette = window.getByRole('dialog', { name: words.title })
  const field = window.getByRole('combobox', { name: words.field })
  const chosen = palette.getByRole('option', { selected: true })

  await page.type('Half a line')
  for (let step = 0; step < 4; step += 1) await keys.press('ArrowLeft')
  await keys.press('ControlOrMeta+Shift+p')
  await expect(field).toBeFocused()
  await expect(chosen).toContainText(messages.commands.newEntry)
  expect(await violations(window)).toEqual([])
  await page.type('the week ledger')
  await expect(chosen).toContainText('The week the ledger moved')
  await expect(field).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '')
  await keys.press('Escape')
  await expect(palette).toHaveCount(0)
  await page.type('new ')
  await expect(page.answer(0)).toHaveText('Half a new line')
  await page.saved()

  await keys.press('ControlOrMeta+k')
  await page.type('last friday')
  await expect(chosen).toContainText(words.kinds.day)
  await keys.press('Enter')
  await expect(window.getByRole('textbox', { name: messages.writing.title })).toHaveValue('The week the ledger moved')

  await page.answer(0).focus()
  await keys.press('ControlOrMeta+k')
  await page.type('@ami')
  await expect(chosen).toContainText('@Amira')
  await keys.press('Enter')
  await expect(window.getByRole('searchbox')).toHaveValue('@Amira')
  await expect(window.getByRole('searchbox')).toBeFocused()

  await keys.press('ControlOrMeta+k')
  await page.type('>shortc')
  await expect(chosen).toContainText(messages.commands.keys)
  await keys.press('Enter')
  await expect(window.getByRole('dialog', { name: messages.keys.title })).toBeVisible()
  await keys.press('Escape')
  await expect(window.getByRole('searchbox')).toBeFocused()

  await keys.press('ControlOrMeta+k')
  await expect(chosen).toContainText(messages.commands.keys)
  await page.type('+')
  await expect(palette.getByRole('status')).toHaveText(words.noneOf['+'])
})
