/** Finding entries again, and what stands around them: calendar, search, filters, trash, settings. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import { practice } from '../../src/shared/domain/practice/practices'
import { dayInWords } from '../../src/shared/messages/dates'
import { messages } from '../../src/shared/messages/messages'
import type { SampleEntry } from '../fixtures/sampleMonth'
import { writeSample } from '../fixtures/writeSample'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { today } from './support/journeyClock'
import { expect, test } from './support/launch'

const words = messages.finding

const entries: readonly SampleEntry[] = [
  {
    daysAgo: 1,
    at: '16:30',
    template: 'daily',
    starred: true,
    answers: { 'daily.delivered': 'Shipped the Crème Brûlée rota to the Zürich kitchen.' },
  },
  {
    daysAgo: 2,
    at: '17:00',
    template: 'decision',
    title: 'Keep the old oven',
    answers: { 'decision.made': 'We keep the old oven until spring. The rota stays.' },
  },
  { daysAgo: 2, at: '09:00', template: 'blank', answers: { '': 'A quiet morning with the rota and a pot of tea.' } },
]

class Finding extends JournalPage {
  static async open(app: JournalApp): Promise<Finding> {
    await app.launch()
    const { window } = await JournalPage.of(app)
    return new Finding(
      window,
      await app.electron.evaluate(({ app: it }) => it.getPreferredSystemLanguages()[0] ?? 'en'),
    )
  }

  constructor(
    window: JournalPage['window'],
    readonly locale: string,
  ) {
    super(window)
  }

  get rail(): Locator {
    return this.window.getByRole('navigation', { name: words.rail })
  }

  row(name: string | RegExp): Locator {
    return this.rail.getByRole('row', { name })
  }

  /** The calendar's cell of a day, as a screen reader names it. */
  day(day: Temporal.PlainDate): Locator {
    return this.rail.getByRole('button', { name: new RegExp(`^${dayInWords(day.toString(), '', this.locale)}`) })
  }

  async trash(name: RegExp): Promise<void> {
    await this.row(name).click()
    await expect(this.row(name)).toHaveAttribute('aria-current', 'page')
    await this.window.getByRole('button', { name: messages.writing.more }).click()
    await this.window.getByRole('menuitem', { name: messages.writing.moveToTrash }).click()
    await expect(this.row(name)).toHaveCount(0)
    // Keys go to the page again.
    await expect(this.window.getByRole('menu')).toHaveCount(0)
    await expect(this.window.locator('[role="dialog"]')).toHaveCount(0)
  }

  inWords(day: Temporal.PlainDate): string {
    return dayInWords(day.toString(), today.toString(), this.locale)
  }

  month(day: Temporal.PlainDate): Locator {
    const name = day.toLocaleString(this.locale, { month: 'long', year: 'numeric' })
    return this.rail.getByRole('heading', { name })
  }
}

test.describe('with a few entries', () => {
  let page: Finding
  test.beforeEach(async ({ app }) => {
    await writeSample(entries, app.userData, app.clock.now())
    page = await Finding.open(app)
  })

  test('the calendar goes to any day by keyboard, opens what is written, and begins what is not', {
    tag: '@quick',
  }, async () => {
    const keys = page.window.keyboard
    const yesterday = today.subtract({ days: 1 })
    await expect(page.day(today)).toHaveAttribute('aria-current', 'date')
    await expect(page.day(yesterday)).toHaveAccessibleName(new RegExp(`${words.written}$`))

    await page.day(today).focus()
    await keys.press('ArrowLeft')
    await expect(page.day(yesterday)).toBeFocused()
    await keys.press('Enter')
    await expect(page.heading).toHaveText(page.inWords(yesterday))
    await expect(page.row(/Crème/)).toHaveAttribute('aria-current', 'page')

    await page.day(yesterday).focus()
    await keys.press('PageUp')
    await expect(page.month(yesterday.subtract({ months: 1 }))).toBeVisible()
    await keys.press('Shift+PageUp')
    const longAgo = yesterday.subtract({ months: 1 }).subtract({ years: 1 })
    await expect(page.month(longAgo)).toBeVisible()
    await expect(page.day(longAgo)).toBeFocused()
    await keys.press('Enter')
    await expect(page.rail.getByText(words.nothingOn(page.inWords(longAgo)))).toBeVisible()

    await page.rail.getByRole('button', { name: words.writeOn }).click()
    await expect(page.heading).toHaveText(page.inWords(longAgo))
    await expect(page.answer(0)).toBeFocused()
    await page.type('What I remember of it.')
    await page.saved()
    await expect(page.day(longAgo)).toHaveAccessibleName(new RegExp(words.written))
    await page.rail.getByRole('button', { name: words.today, exact: true }).click()
    await expect(page.heading).toHaveText(page.inWords(today))
    await expect(page.month(today)).toBeVisible()
  })

  test('search finds while typing, without regard to accents and case, and opens at the words', {
    tag: '@quick',
  }, async () => {
    const keys = page.window.keyboard
    await keys.press('ControlOrMeta+f')
    await expect(page.rail.getByRole('searchbox')).toBeFocused()
    await page.type('creme BRU')
    await expect(page.rail.locator('mark')).toHaveText(['Crème', 'Brû'])
    await expect(page.rail.getByText(messages.counted.found(1, '1'))).toBeVisible()
    await keys.press('ArrowDown')
    await expect(page.rail.getByRole('row').filter({ hasText: 'Crème' })).toBeFocused()
    await keys.press('Enter')
    await expect(page.heading).toHaveText(page.inWords(today.subtract({ days: 1 })))
    await expect(page.answer(0)).toBeFocused()

    await keys.press('ControlOrMeta+f')
    await page.rail.getByRole('searchbox').fill('zebra')
    await expect(page.rail.getByText(words.noMatches)).toBeVisible()
    await page.rail.getByRole('button', { name: words.clearSearch, exact: true }).last().click()
    await expect(page.row(/Crème/)).toBeVisible()

    // Enter alone opens what was found first.
    await keys.press('ControlOrMeta+f')
    await page.rail.getByRole('searchbox').fill('old oven')
    await expect(page.row(/Keep the old oven/)).toBeVisible()
    await keys.press('Enter')
    await expect(page.window.getByRole('textbox', { name: messages.writing.title })).toHaveValue('Keep the old oven')
    await keys.press('ControlOrMeta+f')
    await keys.press('Escape')
    await expect(page.rail.getByRole('searchbox')).toHaveValue('')
  })

  test('the list is walked by keys and by first letters', async () => {
    await page.row(/Crème/).focus()
    await page.window.keyboard.press('ArrowDown')
    await expect(page.row(/Keep the old oven/)).toBeFocused()
    await page.type('a qu')
    await expect(page.row(/A quiet morning/)).toBeFocused()
    await page.window.keyboard.press('Enter')
    await expect(page.row(/A quiet morning/)).toHaveAttribute('aria-current', 'page')
    await expect(page.heading).toHaveText(page.inWords(today.subtract({ days: 2 })))
  })

  test('star, practice and template narrow the list and the search', async () => {
    const star = page.rail.getByRole('button', { name: words.starredOnly })
    await star.click()
    await expect(page.row(/Keep the old oven/)).toHaveCount(0)
    await expect(page.row(/Crème/)).toBeVisible()
    await star.click()

    await page.rail.getByRole('button', { name: words.practice }).click()
    await page.window.getByRole('option', { name: practice('ownership').name }).click()
    await expect(page.row(/Keep the old oven/)).toBeVisible()
    await expect(page.row(/Crème/)).toHaveCount(0)

    await page.rail.getByRole('button', { name: words.template }).click()
    await page.window.getByRole('option', { name: 'Blank page' }).click()
    await expect(page.rail.getByText(words.noFiltered)).toBeVisible()
    await page.rail.getByRole('button', { name: words.clearFilters }).click()
    await expect(page.row(/Crème/)).toBeVisible()

    await page.rail.getByRole('searchbox').fill('rota')
    await expect(page.rail.getByText(messages.counted.found(3, '3'))).toBeVisible()
    await star.click()
    await expect(page.rail.getByText(messages.counted.found(1, '1'))).toBeVisible()
  })

  test('an entry goes to the trash and comes back, at once or later', async () => {
    const remove = () => page.trash(/Keep the old oven/)
    await remove()
    const notices = page.window.getByRole('region', { name: words.notices })
    await expect(notices.getByText(messages.writing.movedToTrash)).toBeVisible()
    await page.window.keyboard.press('F6')
    await expect(notices.getByRole('button', { name: messages.writing.undo })).toBeFocused()
    await page.window.keyboard.press('Enter')
    await expect(page.row(/Keep the old oven/)).toBeVisible()

    await remove()
    await page.window.keyboard.press('ControlOrMeta+,')
    const settings = page.window.getByRole('dialog', { name: messages.settings.title })
    await settings.getByRole('button', { name: messages.settings.trash }).click()
    const trash = page.window.getByRole('dialog', { name: words.trashTitle })
    await trash.getByRole('button', { name: words.restoreNamed('Keep the old oven') }).click()
    await expect(trash.getByText(words.restored)).toBeVisible()
    await trash.getByRole('button', { name: messages.writing.close }).click()
    await expect(page.row(/Keep the old oven/)).toBeVisible()
  })

  test('what is deleted for good is gone, but only after a question', async () => {
    await page.trash(/A quiet morning/)
    await page.window.keyboard.press('ControlOrMeta+,')
    await page.window.getByRole('button', { name: messages.settings.trash }).click()
    const trash = page.window.getByRole('dialog', { name: words.trashTitle })
    const erase = trash.getByRole('button', { name: /^Delete permanently: A quiet morning/ })
    const question = page.window.getByRole('alertdialog', { name: words.eraseQuestion })
    await erase.click()
    await expect(question.getByRole('button', { name: messages.writing.cancel })).toBeFocused()
    await page.window.keyboard.press('Enter')
    await expect(question).toHaveCount(0)
    await erase.click()
    await question.getByRole('button', { name: words.erase }).click()
    await expect(trash.getByText(words.trashEmpty)).toBeVisible()
    await expect(trash.getByText(words.erased)).toBeVisible()
  })
})

test('settings are kept as soon as they are chosen', { tag: '@quick' }, async ({ app }) => {
  const page = await Finding.open(app)
  await page.window.keyboard.press('ControlOrMeta+,')
  const settings = page.window.getByRole('dialog', { name: messages.settings.title })
  await settings.getByText(messages.settings.themes.dark).click()
  await settings.getByText(messages.settings.textSizes.large).click()
  await settings.getByRole('textbox', { name: messages.settings.manager }).fill('Dana')
  await settings.getByRole('button', { name: messages.settings.weekStart }).click()
  await page.window.getByRole('option').nth(3).click()
  const hour = settings.getByRole('group', { name: messages.settings.dayEnds }).getByRole('spinbutton').first()
  await hour.focus()
  await page.type('4')
  await page.window.keyboard.press('Escape')
  await expect(settings).toHaveCount(0)
  await expect(page.window.locator('html')).toHaveAttribute('data-text-size', 'large')
  await expect.poll(() => page.window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  const stored = async () => JSON.parse(await readFile(join(app.userData, 'journal/settings.json'), 'utf8'))
  await expect
    .poll(stored)
    .toMatchObject({ theme: 'dark', textSize: 'large', manager: 'Dana', weekStart: 3, dayEnds: '04:00' })

  await app.relaunch()
  const again = await JournalPage.of(app)
  await expect(again.window.locator('html')).toHaveAttribute('data-text-size', 'large')
  const firstWeekday = again.window.getByRole('navigation').locator('th').first()
  await expect(firstWeekday).toHaveText(
    // A Wednesday.
    Temporal.PlainDate.from('2025-01-01').toLocaleString(page.locale, { weekday: 'narrow' }),
  )
})

test('an empty journal asks for one thing', async ({ app }) => {
  const page = await Finding.open(app)
  await expect(page.rail.getByText(words.noEntries)).toBeVisible()
  await expect(page.rail.getByRole('searchbox')).toHaveCount(0)
  await page.type('A first line.')
  await page.saved()
  await expect(page.row(/A first line/)).toHaveAttribute('aria-current', 'page')
})
