/** A list longer than the screen, and what is done with all that a search finds. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { EntryId } from '../../src/shared/domain/entry/entry'
import type { EntryRow } from '../../src/shared/domain/entry/entryRow'
import { messages } from '../../src/shared/messages/messages'
import { leaveCaptures } from '../fixtures/leaveCaptures'
import type { SampleEntry } from '../fixtures/sampleMonth'
import { writeSample } from '../fixtures/writeSample'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { today } from './support/journeyClock'
import { expect, test } from './support/launch'

const words = messages.finding
const results = messages.results

const name = (number: number) => `Page ${String(number).padStart(3, '0')}`

/** From yesterday on, one a day; every tenth tells of the harbour. */
const pages = (count: number): readonly SampleEntry[] =>
  Array.from({ length: count }, (_, at) => ({
    daysAgo: at + 1,
    at: '16:30',
    template: 'daily',
    title: name(at),
    answers: { 'daily.delivered': at % 10 === 0 ? `The harbour plan, part ${at}.` : `An ordinary day, ${at}.` },
  }))

class Timeline extends JournalPage {
  static async open(app: JournalApp): Promise<Timeline> {
    await app.launch()
    const page = new Timeline((await JournalPage.of(app)).window)
    await expect(page.window.getByText(words.stillReading)).toHaveCount(0)
    return page
  }

  get list(): Locator {
    return this.window.getByRole('grid', { name: words.rail })
  }

  get field(): Locator {
    return this.window.getByRole('searchbox')
  }

  row(title: string): Locator {
    return this.window.getByRole('row', { name: new RegExp(`^${title}`) })
  }

  async search(query: string): Promise<void> {
    await this.window.keyboard.press('ControlOrMeta+f')
    await this.field.fill(query)
  }

  /** Of the list's upper edge, when it has come to rest. */
  scrolled(): Promise<number> {
    return this.list.evaluate(async (list) => {
      let [before, now] = [-1, list.scrollTop]
      while (before !== now) {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
        before = now
        now = list.scrollTop
      }
      return now
    })
  }

  /** The first row that is wholly in view. */
  async inView(): Promise<Locator> {
    const title = await this.list.evaluate((list) => {
      const { top, bottom } = list.getBoundingClientRect()
      const rows = [...list.querySelectorAll('[role="row"][aria-label]')]
      const found = rows.find((row) => {
        const place = row.getBoundingClientRect()
        return place.top >= top && place.bottom <= bottom
      })
      return found?.getAttribute('aria-label') ?? ''
    })
    return this.row(title)
  }

  async choose(menu: string, item: string | RegExp): Promise<void> {
    await this.window.getByRole('button', { name: menu, exact: true }).click()
    await this.window.getByRole('menuitem', { name: item }).click()
    await expect(this.window.getByRole('menu')).toHaveCount(0)
  }

  notice(text: string | RegExp): Locator {
    return this.window.getByRole('region', { name: words.notices }).getByText(text)
  }
}

test.describe('three hundred entries', () => {
  let page: Timeline
  test.beforeEach(async ({ app }) => {
    await writeSample(pages(300), app.userData, app.clock.now())
    page = await Timeline.open(app)
  })

  test('are walked by keys from end to end, with few of them in the page', { tag: '@quick' }, async () => {
    const keys = page.window.keyboard
    await expect(page.list).toHaveAttribute('aria-rowcount', '600')
    expect(await page.list.getByRole('row').count()).toBeLessThan(60)
    await page.row(name(0)).focus()
    await keys.press('ArrowDown')
    await expect(page.row(name(1))).toBeFocused()
    await keys.press('Space')
    await expect(page.window.getByRole('textbox', { name: messages.writing.title })).toHaveValue(name(1))
    await expect(page.window.locator('[contenteditable="true"]:focus')).toHaveCount(1)
    await page.row(name(1)).focus()
    await keys.press('End')
    await expect(page.row(name(299))).toBeFocused()
    await expect(page.row(name(299))).toBeInViewport()
    await expect(page.row(name(299))).toHaveAttribute('aria-rowindex', '600')
    await keys.press('ArrowUp')
    await keys.press('PageUp')
    await expect(page.row(name(298))).not.toBeFocused()
    await expect(page.list.locator(':focus')).toBeInViewport()
    await keys.press('Home')
    await expect(page.row(name(0))).toBeFocused()
    await expect(page.row(name(0))).toBeInViewport()
    await keys.press('PageDown')
    await expect(page.row(name(0))).not.toBeFocused()
    await page.type('page 150')
    await expect(page.row(name(150))).toBeFocused()
    await expect(page.row(name(150))).toBeInViewport()
    // One tab stop, which stays in the page while the list is scrolled away from it.
    await page.list.hover()
    await page.window.mouse.wheel(0, 6000)
    await expect(page.row(name(150))).not.toBeInViewport()
    await expect(page.row(name(150))).toBeFocused()
    await expect(page.list.locator('[tabindex="0"]')).toHaveCount(1)
    await keys.press('Enter')
    await expect(page.window.getByRole('textbox', { name: messages.writing.title })).toHaveValue(name(150))
    await expect(page.row(name(150))).toHaveAttribute('aria-current', 'page')
  })

  test('stay where they are when one searches, hides the list, or opens a page and comes back', async () => {
    const keys = page.window.keyboard
    await page.list.hover()
    // The rows come in slices, and the list is no longer than those that are there.
    await expect(async () => {
      await page.window.mouse.wheel(0, 9000)
      expect(await page.scrolled()).toBeGreaterThan(8000)
    }).toPass()
    const place = await page.scrolled()

    await page.search('harbour')
    await expect(page.window.getByRole('grid', { name: words.found })).toBeVisible()
    await keys.press('Escape')
    await expect(page.list).toBeVisible()
    expect(await page.scrolled()).toBe(place)

    await keys.press('ControlOrMeta+\\')
    await expect(page.list).toHaveCount(0)
    await keys.press('ControlOrMeta+\\')
    await expect(page.list).toBeVisible()
    expect(await page.scrolled()).toBe(place)

    await (await page.inView()).click()
    await expect(page.list.locator('[aria-current="page"]')).toHaveCount(1)
    expect(await page.scrolled()).toBe(place)
    await page.type('Something more. ')
    await page.saved()
    expect(await page.scrolled()).toBe(place)
  })

  test('hold what is in view and what has the focus while an entry comes above', async ({ app }) => {
    // All rows came: those of the start are fewer.
    await expect(page.list).toHaveAttribute('aria-rowcount', '600')
    await page.row(name(0)).focus()
    await page.type('page 100')
    await expect(page.row(name(100))).toBeFocused()
    const top = () => page.row(name(100)).evaluate((row) => row.getBoundingClientRect().top)
    await page.scrolled()
    const before = await top()
    const row: EntryRow = {
      kind: 'entry',
      id: '01900000-0000-7000-8000-00000000abcd' as EntryId,
      day: today.toString(),
      createdAt: `${today}T08:00:00Z`,
      zone: 'UTC',
      updatedAt: `${today}T08:00:00Z`,
      template: 'blank',
      title: 'Came meanwhile',
      starred: false,
      revision: 1,
      firstWords: '',
      practices: [],
    }
    await app.emit('rowsChanged', { rows: [row], removed: [], days: [] })
    await expect(page.list).toHaveAttribute('aria-rowcount', '602')
    await expect(page.row(name(100))).toBeFocused()
    await page.scrolled()
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
  })

  test('are found as many as there are: more come when the end is in view', async () => {
    await page.search('day')
    const found = page.window.getByRole('grid', { name: words.found })
    await expect(found).toHaveAttribute('aria-rowcount', '270')
    await page.window.keyboard.press('ArrowDown')
    await expect(found.locator(':focus')).toHaveAttribute('aria-rowindex', '1')
    const last = async () => {
      await page.window.keyboard.press('End')
      return Number(await found.locator(':focus').getAttribute('aria-rowindex'))
    }
    expect(await last()).toBe(40)
    await expect.poll(last).toBe(270)
    await expect(page.row(name(299))).toBeFocused()
  })
})

test.describe('a few entries', () => {
  let page: Timeline
  test.beforeEach(async ({ app }) => {
    await writeSample(pages(12), app.userData, app.clock.now())
    await leaveCaptures(app.userData, today.toString())
    page = await Timeline.open(app)
  })

  test('a kind of capture narrows the list and the search', async () => {
    await page.window.getByRole('button', { name: results.kind }).click()
    await page.window.getByRole('option', { name: messages.capturing.kinds.kudos }).click()
    await expect(page.row(name(0))).toHaveCount(0)
    await expect(page.list.getByRole('row', { name: new RegExp(`${messages.capturing.kinds.kudos}$`) })).toHaveCount(1)
    await page.window.getByRole('button', { name: words.clearFilters }).click()
    await expect(page.row(name(0))).toBeVisible()
  })

  test('a search is saved, chosen, renamed and removed by keyboard', async ({ app }) => {
    const keys = page.window.keyboard
    const open = async () => {
      await page.window.getByRole('button', { name: results.saved }).focus()
      await keys.press('Enter')
      await expect(page.window.getByRole('menu', { name: results.saved })).toBeVisible()
    }
    await page.search('harbour')
    await open()
    await keys.press('Enter')
    const dialog = page.window.getByRole('dialog', { name: results.saveTitle })
    await expect(dialog.getByRole('textbox', { name: results.name })).toBeFocused()
    await keys.press('ControlOrMeta+a')
    await keys.press('Delete')
    await keys.press('Enter')
    await expect(dialog.getByText(results.nameMissing)).toBeVisible()
    await page.type('The port')
    await keys.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(page.notice(results.savedAs('The port'))).toBeVisible()

    await page.search('')
    await open()
    await expect(page.window.getByRole('menuitem', { name: /The port/ })).toBeFocused()
    await keys.press('Enter')
    await expect(page.field).toHaveValue('harbour')
    await expect(page.field).toBeFocused()
    await expect(page.window.getByRole('grid', { name: words.found })).toBeVisible()

    await app.relaunch()
    page = new Timeline((await JournalPage.of(app)).window)
    const again = page.window.keyboard
    await page.window.getByRole('button', { name: results.saved }).focus()
    await again.press('Enter')
    await expect(page.window.getByRole('menuitem', { name: /The port/ })).toBeFocused()
    await again.press('End')
    await again.press('Enter')
    const kept = page.window.getByRole('dialog', { name: results.saved })
    const field = kept.getByRole('textbox', { name: results.name })
    await field.focus()
    await again.press('ControlOrMeta+a')
    await page.type('Harbour')
    await again.press('Enter')
    const stored = async () =>
      JSON.parse(await readFile(join(app.userData, 'journal/settings.json'), 'utf8')).savedSearches
    await expect.poll(stored).toEqual([{ name: 'Harbour', query: 'harbour' }])
    await expect(field).toBeFocused()
    await again.press('Tab')
    await again.press('Enter')
    await expect(kept.getByText(results.noSaved)).toBeVisible()
    await expect.poll(stored).toEqual([])
    await expect(kept.locator(':focus')).toHaveCount(1)
  })

  test('what a search can say is at hand, and goes into the field', async () => {
    const keys = page.window.keyboard
    await page.search('harbour')
    await keys.press('Tab')
    await expect(page.window.getByRole('button', { name: results.help })).toBeFocused()
    await keys.press('Enter')
    await page.window.getByRole('menuitem', { name: /practice:focus/ }).focus()
    await keys.press('Enter')
    await expect(page.field).toHaveValue('harbour practice:focus')
    await expect(page.field).toBeFocused()
    expect(await page.window.evaluate(() => String(getSelection()))).toBe('focus')
  })

  test('all that was found gets its star, also the page that is being written on, and loses it again', async () => {
    await page.row(name(0)).click()
    await expect(page.row(name(0))).toHaveAttribute('aria-current', 'page')
    await page.answer(0).click()
    await page.window.keyboard.press('ControlOrMeta+End')
    await page.type(' Typed before.')
    await page.search('harbour')
    await expect(page.window.getByRole('grid', { name: words.found }).getByRole('row')).toHaveCount(2)
    await page.choose(results.all, results.starAll)
    await expect(page.notice(results.starred(messages.counted.entries(2, '2')))).toBeVisible()
    await expect(page.window.getByRole('button', { name: messages.writing.unstar })).toBeVisible()

    await page.answer(0).click()
    await page.window.keyboard.press('ControlOrMeta+End')
    await page.type(' Typed after.')
    await page.saved()
    await expect(page.window.getByRole('button', { name: messages.writing.choose })).toHaveCount(0)
    await expect(page.answer(0)).toContainText('Typed before. Typed after.')

    await page.search('')
    await page.window.getByRole('button', { name: words.starredOnly }).click()
    // Each below its day.
    await expect(page.list).toHaveAttribute('aria-rowcount', '4')
    await page.window.keyboard.press('F6')
    await page.window.keyboard.press('Enter')
    await expect(page.notice(results.starsBack)).toBeVisible()
    await expect(page.window.getByText(words.noFiltered)).toBeVisible()
    await expect(page.window.getByRole('button', { name: messages.writing.star })).toBeVisible()
    await page.answer(0).click()
    await page.type('And on. ')
    await page.saved()
  })

  test('all that was found is exported, and nothing else', async ({ app }) => {
    const folder = join(app.userData, 'out')
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, folder)
    await page.search('harbour')
    await expect(page.window.getByRole('grid', { name: words.found })).toBeVisible()
    await page.choose(results.all, results.exportAll)
    await expect(page.notice(messages.settings.exported(messages.counted.files(2, '2')))).toBeVisible()
    const files = await readdir(folder)
    expect(files).toHaveLength(2)
    for (const file of files) expect(await readFile(join(folder, file), 'utf8')).toContain('The harbour plan')
  })
})
