/** Words that the page called saved are on disk, whatever happens to the app afterwards. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { messages } from '../../src/shared/messages/messages'
import { sampleMonth } from '../fixtures/sampleMonth'
import { writeSample } from '../fixtures/writeSample'
import { JournalPage } from './support/journalPage'
import { today } from './support/journeyClock'
import { expect, test } from './support/launch'

async function entryFiles(userData: string): Promise<string[]> {
  const folder = join(userData, 'journal/entries')
  const files = await readdir(folder, { recursive: true }).catch(() => [])
  return files.filter((file) => file.endsWith('.json')).map((file) => join(folder, file))
}

test('first run, write, quit, reopen: the same words', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  expect(await entryFiles(app.userData)).toEqual([])
  await page.type('The first sentence, written without a click.')
  await page.saved()
  await app.relaunch()
  const again = await JournalPage.of(app)
  await expect(again.answer(0)).toHaveText('The first sentence, written without a click.')
})

test('kill -9 as soon as the page says Saved loses nothing', { tag: '@quick' }, async ({ app }) => {
  for (const words of ['one', 'two', 'three']) {
    await app.launch()
    const page = await JournalPage.of(app)
    await page.answer(1).click()
    await page.window.keyboard.press('ControlOrMeta+End')
    await page.type(`${words}. `)
    await page.saved()
    await app.kill()
  }
  await app.launch()
  const page = await JournalPage.of(app)
  await expect(page.answer(1)).toContainText('one. two. three.')
})

test('kill -9 while typing loses at most the last second’s keys', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  const typed: { text: string; at: number }[] = []
  let text = ''
  const until = Date.now() + 4_000
  for (let at = 0; Date.now() < until; at++) {
    const word = `w${at} `
    await page.window.keyboard.type(word)
    text += word
    typed.push({ text: text.trim(), at: Date.now() })
  }
  const killedAt = Date.now()
  await app.kill()
  const stored = await storedText(app.userData)
  // What was typed a second before the kill must be there; 300 ms more for the way from the key to the disk on a busy machine.
  const owed = typed.filter(({ at }) => at < killedAt - 1_300).at(-1)?.text ?? ''
  expect(stored.startsWith(owed)).toBe(true)
  expect(text.startsWith(stored)).toBe(true)
})

async function storedText(userData: string): Promise<string> {
  const [file] = await entryFiles(userData)
  if (!file) return ''
  const { sections } = JSON.parse(await readFile(file, 'utf8'))
  return sections[0].text
}

test('a damaged entry file: notice, quarantine byte for byte, the rest intact', async ({ app }) => {
  await writeSample(sampleMonth, app.userData, app.clock.now())
  const files = await entryFiles(app.userData)
  const [damaged = ''] = files.filter((file) => !file.includes(today.toString()))
  const bytes = '{"schema":1,"id":"not an entry'
  await writeFile(damaged, bytes)
  await app.launch()
  const page = await JournalPage.of(app)
  await expect(page.window.getByText(/could not be read/)).toBeVisible()
  const quarantine = join(app.userData, 'journal/quarantine')
  const kept = await readdir(quarantine, { recursive: true, withFileTypes: true })
  const contents = await Promise.all(
    kept.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
  )
  expect(contents).toContain(bytes)
  expect(await entryFiles(app.userData)).toHaveLength(files.length - 1)
})

test.describe('a minute before midnight', () => {
  test.use({ start: { at: '2026-11-24T22:59:00Z', zone: 'Europe/Berlin' } })

  test('typing across midnight stays on its day, and the new day appears without a restart', async ({ app }) => {
    await app.launch()
    const page = await JournalPage.of(app)
    await expect(page.heading).toContainText('24')
    await page.type('Late, but still today. ')
    await page.saved()
    await app.setClock('2026-11-24T23:01:00Z')
    await expect(page.window.getByText(messages.writing.newDay)).toBeVisible()
    await page.type('A minute past midnight.')
    await page.saved()
    expect((await entryFiles(app.userData)).map((file) => file.replace(/.*\//, '').slice(0, 10))).toEqual([
      '2026-11-24',
    ])
    expect(await storedText(app.userData)).toBe('Late, but still today. A minute past midnight.')
    await page.window.getByRole('button', { name: messages.writing.openToday }).click()
    await expect(page.heading).toContainText('25')
  })

  test('a page nobody wrote on gives way to the new day by itself', async ({ app }) => {
    await app.launch()
    const page = await JournalPage.of(app)
    await expect(page.heading).toContainText('24')
    await app.setClock('2026-11-25T07:00:00Z')
    await expect(page.heading).toContainText('25')
    await expect(page.window.locator('[contenteditable="true"]:focus')).toHaveCount(1)
    await page.type('Good morning.')
    await page.saved()
    expect((await entryFiles(app.userData)).map((file) => file.replace(/.*\//, '').slice(0, 10))).toEqual([
      '2026-11-25',
    ])
  })
})

test('a save that fails is shown with its reason, keeps the words, and is tried again', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  await page.type('Before. ')
  await page.saved()
  const [file = ''] = await entryFiles(app.userData)
  const before = JSON.parse(await readFile(file, 'utf8'))
  // Another program wrote a newer revision.
  await writeFile(file, JSON.stringify({ ...before, revision: before.revision + 1, title: 'From elsewhere' }))
  await page.type('After.')
  await page.window.getByRole('button', { name: messages.writing.choose }).click()
  await expect(page.window.getByText(messages.writing.conflict.title)).toBeVisible()
  expect(JSON.parse(await readFile(file, 'utf8')).title).toBe('From elsewhere')
  await page.window.getByRole('button', { name: messages.writing.conflict.keepBoth }).click()
  await page.saved()
  // On a slow machine the page rests before the other program writes: then what was saved here last is there once more, as a copy.
  const titles = async () => {
    const files = await entryFiles(app.userData)
    return new Set(await Promise.all(files.map(async (one) => JSON.parse(await readFile(one, 'utf8')).title)))
  }
  await expect.poll(titles).toEqual(new Set(['', 'From elsewhere']))
  expect(JSON.parse(await readFile(file, 'utf8')).title).toBe('From elsewhere')
})
