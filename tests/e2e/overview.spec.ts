/** Looking back: the year by keyboard, as a table, by practice; the whole time; and the page that waits behind it. */
import type { Locator, Page } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import { practice } from '../../src/shared/domain/practice/practices'
import { dayInWords } from '../../src/shared/messages/dates'
import { messages } from '../../src/shared/messages/messages'
import { leaveCaptures } from '../fixtures/leaveCaptures'
import type { SampleEntry } from '../fixtures/sampleMonth'
import { writeSample } from '../fixtures/writeSample'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { today } from './support/journeyClock'
import { expect, test } from './support/launch'

const words = messages.overview
const lastYear = today.year - 1

function inLastYear(month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: lastYear, month, day })
}

/** An entry of a day, by default from the daily page. */
function written(day: Temporal.PlainDate, answers: SampleEntry['answers'], template = 'daily'): SampleEntry {
  return { daysAgo: day.until(today).total({ unit: 'days' }), at: '16:30', template, answers }
}

const [ninth, tenth, thirteenth] = [inLastYear(3, 9), inLastYear(3, 10), inLastYear(3, 13)]
const aYear = [
  written(ninth, { 'daily.delivered': 'The harbour plan.', 'daily.focus': 'One thing alone.' }),
  written(ninth, { '': 'Early thoughts.' }, 'blank'),
  written(tenth, { 'daily.delivered': 'Three more words.' }),
  written(thirteenth, { 'daily.delivered': 'A good end.' }),
]

class LookingBack extends JournalPage {
  static async open(app: JournalApp): Promise<LookingBack> {
    await app.launch()
    return LookingBack.over(app)
  }

  static async over(app: JournalApp): Promise<LookingBack> {
    const { window } = await JournalPage.of(app)
    const locale = await app.electron.evaluate(({ app: it }) => it.getPreferredSystemLanguages()[0] ?? 'en')
    return new LookingBack(window, locale)
  }

  constructor(
    window: Page,
    readonly locale: string,
  ) {
    super(window)
  }

  get view(): Locator {
    return this.window.getByRole('region', { name: words.title })
  }

  get map(): Locator {
    return this.view.getByRole('grid')
  }

  inWords(day: Temporal.PlainDate): string {
    return dayInWords(day.toString(), today.toString(), this.locale)
  }

  /** A day of the map, as a screen reader names it. */
  day(day: Temporal.PlainDate): Locator {
    return this.map.getByRole('gridcell', { name: this.inWords(day) })
  }

  shade(day: Temporal.PlainDate): Promise<string | null> {
    return this.day(day).locator('[data-step]').getAttribute('data-step')
  }

  async look(): Promise<void> {
    await this.window.keyboard.press('ControlOrMeta+Shift+L')
    await expect(this.map).toBeVisible()
    await expect(this.view).toBeFocused()
  }

  async lookAtLastYear(): Promise<void> {
    await this.look()
    await this.view.getByRole('button', { name: words.previousYear }).click()
    await expect(this.map).toHaveAccessibleName(words.map(words.measures.entries, String(lastYear)))
  }
}

test.describe('a year', () => {
  let page: LookingBack
  test.beforeEach(async ({ app }) => {
    await writeSample(aYear, app.userData, app.clock.now())
    await leaveCaptures(app.userData, tenth.toString())
    page = await LookingBack.open(app)
  })

  test('is walked by keyboard, and Enter opens a day', { tag: '@quick' }, async () => {
    const keys = page.window.keyboard
    await page.lookAtLastYear()
    // One stop for Tab: the last day that has something.
    await expect(page.map.locator('[tabindex="0"]')).toHaveCount(1)
    await expect(page.day(thirteenth)).toHaveAttribute('tabindex', '0')
    await page.day(thirteenth).focus()
    for (const [key, day] of [
      ['ArrowUp', thirteenth.subtract({ days: 1 })],
      ['ArrowLeft', thirteenth.subtract({ days: 8 })],
      ['PageUp', inLastYear(2, 5)],
      ['PageUp', inLastYear(1, 5)],
      ['PageUp', inLastYear(1, 5)],
      ['Home', inLastYear(1, 1)],
      ['ArrowLeft', inLastYear(1, 1)],
      ['ArrowRight', inLastYear(1, 8)],
      ['End', inLastYear(12, 31)],
      ['ArrowDown', inLastYear(12, 31)],
      ['Home', inLastYear(1, 1)],
      ['PageDown', inLastYear(2, 1)],
      ['PageDown', inLastYear(3, 1)],
      ['ArrowRight', inLastYear(3, 8)],
      ['ArrowDown', ninth],
    ] as const) {
      await keys.press(key)
      await expect(page.day(day), key).toBeFocused()
    }
    await expect(page.view.getByText(`${page.inWords(ninth)}: 2 entries, 8 words`)).toBeVisible()
    await expect(page.day(tenth)).toHaveAccessibleName(/1 entry, .*1 answered question.*4 captures/)
    await keys.press('Enter')
    await expect(page.heading).toHaveText(page.inWords(ninth))
    await expect(page.view).toHaveCount(0)
    await expect(page.answer(0)).toBeFocused()
  })

  test('offers an empty day, and a page for it is begun when it is asked for', async () => {
    const keys = page.window.keyboard
    await page.lookAtLastYear()
    const empty = inLastYear(3, 11)
    await page.day(empty).click()
    await expect(page.view.getByText(`${page.inWords(empty)}: ${words.nothing}`)).toBeVisible()
    await keys.press('Enter')
    await expect(page.view.getByRole('button', { name: words.writeOn })).toBeFocused()
    await keys.press('Enter')
    await expect(page.heading).toHaveText(page.inWords(empty))
    await page.type('After all.')
    await page.saved()
    await page.lookAtLastYear()
    await expect(page.day(empty)).toHaveAccessibleName(/1 entry, 2 words/)
  })

  test('shows words or a practice, and the same as a table', async () => {
    const show = async (name: string) => {
      await page.view.getByRole('button', { name: new RegExp(`${words.show}$`) }).click()
      await page.window.getByRole('option', { name }).click()
      await expect(page.map).toHaveAccessibleName(words.map(name, String(lastYear)))
    }
    await page.lookAtLastYear()
    const empty = inLastYear(3, 11)
    expect([await page.shade(ninth), await page.shade(tenth), await page.shade(empty)]).toEqual(['4', '3', '0'])
    await show(practice('focus').name)
    expect([await page.shade(ninth), await page.shade(tenth)]).toEqual(['4', '0'])
    await show(words.measures.captures)
    expect([await page.shade(ninth), await page.shade(tenth)]).toEqual(['0', '4'])

    await page.view.getByRole('button', { name: words.asTable }).first().click()
    const table = page.view.getByRole('table', { name: String(lastYear) })
    await expect(table.getByRole('row')).toHaveCount(1 + 3)
    await expect(table.getByRole('row', { name: page.inWords(ninth) }).getByRole('cell')).toHaveText([
      '2',
      '8',
      '2',
      '0',
    ])
    await table.getByRole('button', { name: page.inWords(thirteenth) }).click()
    await expect(page.heading).toHaveText(page.inWords(thirteenth))
  })

  test('counts what comes while it is shown', async ({ app }) => {
    await page.lookAtLastYear()
    await leaveCaptures(app.userData, thirteenth.toString())
    await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
    await expect(page.day(thirteenth)).toHaveAccessibleName(/4 captures/)
  })
})

test('the whole time is told in words, plots and a table; days in a row can be hidden', async ({ app }) => {
  const days = [0, 1, 2, 3].map((daysAgo) => today.subtract({ days: daysAgo }))
  const entries = days.map((day) => written(day, { 'daily.delivered': 'Three more words.' }))
  const longAgo = today.subtract({ days: 800 })
  await writeSample([...entries, written(longAgo, { 'daily.focus': 'Long ago.' })], app.userData, app.clock.now())
  const page = await LookingBack.open(app)
  await page.look()
  const { view } = page
  const total = words.total('5 entries, 14 words, and 5 answered questions', '5 days', page.inWords(longAgo))
  await expect(view.getByText(total)).toBeVisible()
  await expect(view.getByRole('img', { name: new RegExp(`^${practice('delivery').name}: 4 in total`) })).toBeVisible()
  await expect(view.getByRole('img', { name: words.plotOfNone(practice('business').name) })).toBeVisible()
  await view.getByRole('button', { name: words.asTable }).last().click()
  const months = new Set(days.map((day) => day.toPlainYearMonth().toString())).size
  await expect(view.getByRole('table', { name: words.monthByMonth }).getByRole('row')).toHaveCount(1 + months + 1)

  const sentence = words.streak.best('4 days')
  await expect(view.getByText(sentence)).toBeVisible()
  await view.getByRole('button', { name: words.streak.hide }).click()
  await expect(view.getByText(sentence)).toHaveCount(0)
  await app.relaunch()
  const again = await LookingBack.over(app)
  await again.look()
  await expect(again.view.getByText(total)).toBeVisible()
  await expect(again.view.getByText(sentence)).toHaveCount(0)
  await again.view.getByRole('button', { name: words.streak.show }).click()
  await expect(again.view.getByText(sentence)).toBeVisible()
})

test('the page behind it loses nothing: no word, no caret, no place', async ({ app }) => {
  await app.launch()
  const page = await LookingBack.over(app)
  const keys = page.window.keyboard
  await page.paste({
    'text/plain': Array.from({ length: 60 }, (_, line) => `Line ${line} of a long day.`).join('\n\n'),
  })
  await page.type(' The end')
  for (let at = 0; at < 3; at += 1) await keys.press('ArrowLeft')
  const main = page.window.locator('main:visible')
  const before = await main.evaluate((element) => element.scrollTop)
  expect(before).toBeGreaterThan(200)
  await page.type('very ')

  await page.look()
  await expect(page.answer(0)).toBeHidden()
  await keys.press('Escape')
  await expect(page.view).toHaveCount(0)
  await expect(page.answer(0)).toBeFocused()
  expect(await main.evaluate((element) => element.scrollTop)).toBe(before)
  await page.type('last ')
  await expect(page.answer(0)).toContainText('The very last end')
  await page.saved()

  await page.look()
  await page.view.getByRole('button', { name: words.back }).click()
  await expect(page.answer(0)).toBeFocused()
  await app.relaunch()
  await expect((await LookingBack.over(app)).answer(0)).toContainText('The very last end')
})

test('whatever opens a page leads back to it', async ({ app }) => {
  const yesterday = today.subtract({ days: 1 })
  await writeSample([written(yesterday, { 'daily.focus': 'The harbour.' })], app.userData, app.clock.now())
  const page = await LookingBack.open(app)
  const keys = page.window.keyboard
  const rail = page.window.getByRole('navigation', { name: messages.finding.rail })
  const leadsBack = async (how: () => Promise<unknown>, heading: Temporal.PlainDate) => {
    await page.look()
    await how()
    await expect(page.view).toHaveCount(0)
    await expect(page.heading).toHaveText(page.inWords(heading))
    await expect(page.window.locator('[contenteditable="true"]:focus')).toHaveCount(1)
  }
  await leadsBack(() => rail.getByRole('row', { name: /harbour/ }).click(), yesterday)
  await leadsBack(() => keys.press('ControlOrMeta+t'), today)
  await leadsBack(() => keys.press('ControlOrMeta+n'), today)
  await leadsBack(async () => {
    await keys.press('ControlOrMeta+f')
    await page.type('harbour')
    // The answer to all of it: an earlier one opens nothing.
    await expect(page.window.locator('mark').first()).toHaveText('harbour')
    await keys.press('Enter')
  }, yesterday)
  await keys.press('ControlOrMeta+f')
  await keys.press('Escape')
  await page.answer(0).click()
  await leadsBack(() => app.emit('pageAsked', { template: null, isNew: false }), today)
})

test('a journal that has not begun says what will be here', async ({ app }) => {
  await app.launch()
  const page = await LookingBack.over(app)
  await page.window.getByRole('button', { name: messages.commands.overview }).click()
  await expect(page.view.getByText(words.nothingYet)).toBeVisible()
  await expect(page.map).toHaveCount(0)
  await page.window.keyboard.press('Escape')
  await page.window.getByRole('button', { name: messages.commands.overview }).press('Enter')
  await expect(page.view.getByText(words.nothingYet)).toBeVisible()
})
