/** A journey runs under its own clock and in its own zone, whatever day it is: main, the page, a second start, and the app started again. */
import { dayInWords } from '../../src/shared/messages/dates'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { startAgain } from './support/startAgain'

// In UTC it is March already.
test.use({ start: { at: '2028-03-01T03:00:00Z', zone: 'America/St_Johns' } })

test('a leap day’s evening in Newfoundland', { tag: '@quick' }, async ({ app }) => {
  const day = '2028-02-29'
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  const locale = await electron.evaluate(({ app: it }) => it.getPreferredSystemLanguages()[0] ?? 'en')
  await expect(page.heading).toHaveText(dayInWords(day, day, locale))
  const ofPage = () => page.window.evaluate(() => [new Date(Date.now()).toDateString(), new Date().getTimezoneOffset()])
  expect(await ofPage()).toEqual(['Tue Feb 29 2028', 210])
  expect((await startAgain(app, '--capture=Caught late')).code).toBe(0)
  await electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
  await expect(page.window.locator('#page').getByText('Caught late')).toBeVisible()

  await app.setClock('2028-03-01T11:00:00Z')
  await expect(page.heading).toHaveText(dayInWords('2028-03-01', '2028-03-01', locale))
  await app.relaunch()
  const again = await JournalPage.of(app)
  await expect(again.heading).toHaveText(dayInWords('2028-03-01', '2028-03-01', locale))
  await expect(again.window.getByRole('row', { name: /Caught late/ })).toBeVisible()
})
