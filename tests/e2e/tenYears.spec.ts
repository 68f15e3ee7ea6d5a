/** Ten years of writing: opened, searched, scrolled and looked over; files that others changed; an index that is lost. */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { addDays } from '../../src/shared/domain/day'
import { messages } from '../../src/shared/messages/messages'
import { type Corpus, corpusOf, seed } from '../bench/corpus/corpus'
import { corpusEntry, isRare, lastDay, rareWord, zone } from '../bench/corpus/corpusEntry'
import { linkedCopy } from '../bench/corpus/linkedCopy'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'

const words = messages.finding
/** Reading ten years for the first time takes as long as the machine needs. */
const patiently = { timeout: 600_000 }
test.describe.configure({ timeout: 1_200_000 })

// The day after the corpus ends.
test.use({ start: { at: `${addDays(lastDay, 1)}T09:00:00Z`, zone } })

/** The days of the entries that hold the rare word. */
function rareDays({ size, words: vocabulary }: Corpus): readonly string[] {
  return Array.from({ length: size }, (_, number) => number)
    .filter(isRare)
    .map((number) => corpusEntry(seed, number, vocabulary))
    .filter(({ sections }) => sections.some(({ text }) => text.includes(rareWord)))
    .map(({ day }) => day)
}

class TenYears extends JournalPage {
  static async open(app: JournalApp): Promise<TenYears> {
    await app.launch()
    return new TenYears((await JournalPage.of(app)).window)
  }

  get list(): Locator {
    return this.window.getByRole('grid', { name: words.rail })
  }

  get found(): Locator {
    return this.window.getByRole('grid', { name: words.found })
  }

  async read(): Promise<void> {
    await expect(this.window.getByText(words.stillReading)).toHaveCount(0, patiently)
  }

  async search(query: string): Promise<void> {
    await this.window.keyboard.press('ControlOrMeta+f')
    await this.window.getByRole('searchbox').fill(query)
  }

  async finds(query: string, entries: number): Promise<void> {
    await this.search(query)
    await expect(this.window.getByText(messages.counted.found(entries, String(entries)), { exact: true })).toBeVisible(
      patiently,
    )
  }
}

test('ten thousand entries: written on at once, found by words and operators, walked from end to end, looked over', async ({
  app,
}) => {
  const corpus = corpusOf(10_000)
  const rare = rareDays(corpus)
  linkedCopy(corpus.folder, join(app.userData, 'journal'))
  const page = await TenYears.open(app)
  const keys = page.window.keyboard
  // Before anything else is read.
  await page.type('Written at once.')
  await page.saved()
  await page.read()
  await page.finds(rareWord, rare.length)
  const year = rare.at(-1)?.slice(0, 4)
  const ofYear = rare.filter((day) => day.slice(0, 4) === year)
  expect(ofYear.length).toBeLessThan(rare.length)
  await page.finds(`${rareWord} in:${year}`, ofYear.length)
  await page.found.getByRole('row').first().click()
  await expect(page.window.locator('article')).toContainText(rareWord)
  await expect.poll(() => page.window.evaluate(() => CSS.highlights.get('found')?.size ?? 0)).toBeGreaterThan(0)
  await page.search('')
  await page.list.locator('[tabindex="0"]').focus()
  await keys.press('End')
  const total = Number(await page.list.getAttribute('aria-rowcount'))
  expect(total).toBeGreaterThan(10_000)
  await expect(page.list.locator(':focus')).toHaveAttribute('aria-rowindex', String(total))
  await expect(page.list.locator(':focus')).toBeInViewport()
  await keys.press('Home')
  await expect(page.list.locator(':focus')).toBeInViewport()
  expect(await page.list.getByRole('row').count()).toBeLessThan(80)
  // The year by keyboard: a day of the past opens its page.
  await keys.press('ControlOrMeta+Shift+l')
  const view = page.window.getByRole('region', { name: messages.overview.title })
  await view.getByRole('button', { name: messages.overview.previousYear }).click()
  const { map, measures } = messages.overview
  await expect(view.getByRole('grid')).toHaveAccessibleName(
    map(measures.entries, String(Number(addDays(lastDay, 1).slice(0, 4)) - 1)),
  )
  await view.getByRole('grid').locator('[tabindex="0"]').focus()
  await keys.press('ArrowRight')
  await keys.press('Enter')
  await expect(view).toHaveCount(0)
  await expect(page.window.locator('article')).toBeVisible()
  // A second start has it all from its index.
  await app.relaunch()
  const again = new TenYears((await JournalPage.of(app)).window)
  await again.finds(rareWord, rare.length)
})

test('what another program changed is found when the machine wakes, and a damaged index is made anew', async ({
  app,
}) => {
  const corpus = corpusOf(1_000)
  const journal = linkedCopy(corpus.folder, join(app.userData, 'journal'))
  const page = await TenYears.open(app)
  await page.read()
  const year = join(journal, 'entries/2025')
  const [first = '', second = ''] = (await readdir(year)).sort()
  const theirs = (await readFile(join(year, first), 'utf8')).replaceAll('"text":"', '"text":"quixotically ')
  await writeFile(join(year, 'theirs.tmp'), theirs)
  await rename(join(year, 'theirs.tmp'), join(year, first))
  await rm(join(year, second))
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
  await page.finds('quixotically', 1)
  await app.close()
  const [cache = ''] = await readdir(join(app.userData, 'library'))
  await writeFile(join(app.userData, 'library', cache), 'not an index')
  await app.launch()
  const again = new TenYears((await JournalPage.of(app)).window)
  await again.finds('quixotically', 1)
  await again.finds(rareWord, rareDays(corpus).length)
})
