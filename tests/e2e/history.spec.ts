/** Nothing is ever gone: earlier versions compared and brought back, damage found and repaired, the trash searched and emptied. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { messages } from '../../src/shared/messages/messages'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { showIn } from './support/showIn'
import { violations } from './support/violations'

const { history, health, finding, writing } = messages

async function filesIn(app: JournalApp, folder: string): Promise<string[]> {
  const place = join(app.userData, 'journal', folder)
  const names = await readdir(place, { recursive: true }).catch(() => [])
  return names.filter((name) => name.endsWith('.json')).map((name) => join(place, name))
}

async function wordsIn(app: JournalApp, folder: string): Promise<string> {
  return (await Promise.all((await filesIn(app, folder)).map((path) => readFile(path, 'utf8')))).join()
}

/** A page written in two sittings. */
async function writtenTwice(app: JournalApp): Promise<JournalPage> {
  await app.launch()
  const first = await JournalPage.of(app)
  await first.type('Asked two customers. ')
  await first.saved()
  await app.relaunch()
  const page = await JournalPage.of(app)
  await page.answer(0).fill('Asked three customers. ')
  await page.saved()
  return page
}

async function openHistory(page: JournalPage): Promise<Locator> {
  await page.window.keyboard.press('ControlOrMeta+Shift+H')
  const dialog = page.window.getByRole('dialog', { name: history.title })
  await expect(dialog.getByRole('region', { name: history.comparison })).toContainText('customers')
  return dialog
}

async function openHealth(page: JournalPage): Promise<Locator> {
  await page.window.keyboard.press('ControlOrMeta+,')
  await page.window.getByRole('button', { name: health.title }).click()
  return page.window.getByRole('dialog', { name: health.title })
}

test('a version is compared by keyboard and brought back; what was there is a version then', { tag: '@quick' }, async ({
  app,
}) => {
  const page = await writtenTwice(app)
  // Still in the editor when the list is asked for.
  await page.type('And a fourth. ')
  const dialog = await openHistory(page)
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await expect(dialog.getByRole('option')).toContainText(messages.counted.words(3, '3'))
  await expect(dialog.getByRole('deletion')).toContainText('two')
  await expect(dialog.getByRole('insertion').first()).toContainText('three')
  await expect(dialog.getByText(/All earlier versions use .* of 500 MB/)).toBeVisible()
  expect(await violations(page.window)).toEqual([])
  await dialog.getByRole('button', { name: history.restore }).focus()
  await page.window.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.window.getByText(history.restored)).toBeVisible()
  await expect(page.answer(0)).toHaveText('Asked two customers. ')
  expect(await wordsIn(app, 'versions')).toContain('And a fourth.')
  // The page goes on from there, and the way forth is the same as the way back.
  await page.answer(0).click()
  await page.window.keyboard.press('End')
  await page.type('Written on. ')
  await page.saved()
  const again = await openHistory(page)
  await expect(again.getByRole('option')).toHaveCount(2)
  await page.window.keyboard.press('ArrowDown')
  await expect(again.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
})

test('a version is kept as an entry of its own, and the page stays', async ({ app }) => {
  const page = await writtenTwice(app)
  const dialog = await openHistory(page)
  await dialog.getByRole('button', { name: history.keepAsCopy }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.window.getByText(history.keptAsCopy)).toBeVisible()
  await expect(page.answer(0)).toHaveText('Asked two customers. ')
  expect(await filesIn(app, 'entries')).toHaveLength(2)
  expect(await wordsIn(app, 'entries')).toContain('Asked three customers.')
  const list = page.window.getByRole('navigation', { name: finding.rail })
  await list.getByText('Asked three customers.').click()
  await expect(page.answer(0)).toHaveText('Asked three customers. ')
})

test('another program’s change is not overwritten by what is brought back', async ({ app }) => {
  const page = await writtenTwice(app)
  const dialog = await openHistory(page)
  const [path = ''] = await filesIn(app, 'entries')
  const theirs = { ...JSON.parse(await readFile(path, 'utf8')), title: 'Theirs' }
  await writeFile(path, JSON.stringify(theirs))
  await dialog.getByRole('button', { name: history.restore }).click()
  await expect(dialog.getByText(history.conflict)).toBeVisible()
  expect(await wordsIn(app, 'entries')).toContain('Theirs')
  // What is there now was read: from it the version can be brought back.
  await dialog.getByRole('button', { name: history.restore }).click()
  await expect(dialog).toHaveCount(0)
  expect(await wordsIn(app, 'versions')).toContain('Theirs')
})

test('a page in the trash shows its versions, and gives one back as a new entry', async ({ app }) => {
  const page = await writtenTwice(app)
  await page.window.getByRole('button', { name: writing.more }).click()
  await page.window.getByRole('menuitem', { name: writing.moveToTrash }).click()
  await expect(page.window.getByText(writing.movedToTrash)).toBeVisible()
  const trash = await openTrash(page)
  await trash.getByRole('button', { name: history.openNamed('Asked three customers.') }).click()
  const dialog = page.window.getByRole('dialog', { name: history.title })
  await expect(dialog.getByText(history.trashHint)).toBeVisible()
  await expect(dialog.getByRole('button', { name: history.restore })).toBeDisabled()
  await dialog.getByRole('button', { name: history.keepAsCopy }).click()
  await expect(page.answer(0)).toHaveText('Asked two customers. ')
  expect(await filesIn(app, 'trash')).not.toEqual([])
})

async function openTrash(page: JournalPage): Promise<Locator> {
  await page.window.keyboard.press('ControlOrMeta+,')
  await page.window.getByRole('button', { name: messages.settings.trash }).click()
  return page.window.getByRole('dialog', { name: finding.trashTitle })
}

test('the trash is searched by any word of a page, and emptied after a question', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  for (const words of ['Señora Ibáñez called. ', 'The ledger moved. ']) {
    await page.type(words)
    await page.saved()
    await page.window.getByRole('button', { name: writing.more }).click()
    await page.window.getByRole('menuitem', { name: writing.moveToTrash }).click()
    await expect(page.answer(0)).toHaveText('')
    await page.answer(0).click()
  }
  const trash = await openTrash(page)
  await expect(trash.getByRole('listitem')).toHaveCount(2)
  await trash.getByRole('searchbox').fill('ibanez')
  await expect(trash.getByRole('listitem')).toHaveCount(1)
  await expect(trash.getByText(finding.foundInTrash(messages.counted.items(1, '1')))).toBeVisible()
  await trash.getByRole('searchbox').fill('nobody')
  await expect(trash.getByText(finding.noneInTrash)).toBeVisible()
  expect(await violations(page.window)).toEqual([])
  await trash.getByRole('button', { name: finding.empty }).click()
  const question = page.window.getByRole('alertdialog')
  await expect(question).toContainText(finding.emptyExplanation(messages.counted.items(2, '2')))
  await question.getByRole('button', { name: writing.cancel }).click()
  expect((await filesIn(app, 'trash')).filter((path) => !path.endsWith('ages.json'))).toHaveLength(2)
  await trash.getByRole('button', { name: finding.empty }).click()
  await question.getByRole('button', { name: finding.empty }).click()
  await expect(trash.getByText(finding.emptied)).toBeVisible()
  await expect(trash.getByRole('listitem')).toHaveCount(0)
  // What another device is told by holds no word.
  const left = await filesIn(app, 'trash')
  expect(left.filter((path) => !path.includes('given-up'))).toEqual([])
  for (const path of left) expect(await readFile(path, 'utf8')).not.toMatch(/Ibáñez|ledger/)
})

test('damage is replaced by the last good copy, and the notice leads to what can be done', async ({ app }) => {
  await writtenTwice(app)
  const [path = ''] = await filesIn(app, 'entries')
  await app.close()
  await writeFile(path, '{"text": "half of it')
  await app.launch()
  const page = await JournalPage.of(app)
  await expect(page.answer(0)).toHaveText('Asked two customers. ')
  await page.window.getByRole('button', { name: health.open }).click()
  const dialog = page.window.getByRole('dialog', { name: health.title })
  await expect(dialog.getByText(/All is well/)).toBeVisible()
  const item = dialog.getByRole('listitem')
  await expect(item).toContainText(health.done.replaced)
  await item.getByRole('button', { name: /^Show text/ }).click()
  await expect(dialog.getByRole('region', { name: health.textTitle })).toHaveText('half of it')
  await item.getByRole('button', { name: /^Dismiss/ }).click()
  await expect(dialog.getByText(health.fileDismissed)).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(0)
  expect(await wordsIn(app, 'quarantine')).toBe('{"text": "half of it')
})

test('a page whose file is gone is brought back from its last version', async ({ app }) => {
  const page = await writtenTwice(app)
  await expect((await openHealth(page)).getByText(/All is well/)).toBeVisible()
  const dialog = page.window.getByRole('dialog', { name: health.title })
  const [path = ''] = await filesIn(app, 'entries')
  await rm(path)
  await writeFile(join(app.userData, 'journal', 'shopping.txt'), 'Milk')
  await dialog.getByRole('button', { name: health.again }).click()
  await expect(dialog.getByText(health.sentences.missing)).toBeVisible()
  await expect(dialog.getByText(health.sentences.foreign)).toBeVisible()
  await dialog.getByRole('button', { name: /^Restore last version/ }).click()
  await expect(dialog.getByText(health.broughtBack)).toBeVisible()
  // What was saved here last is newer than its version: where the page had rested, it is offered beside it.
  const isBack = dialog.getByText(/All is well/).or(dialog.getByText(health.sentences.copy, { exact: true }))
  await expect(isBack).toBeVisible()
  expect(await readFile(path, 'utf8')).toContain('Asked two customers.')
  expect(await readFile(join(app.userData, 'journal', 'shopping.txt'), 'utf8')).toBe('Milk')
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ app }) => {
    const page = await writtenTwice(app)
    await showIn(theme, app, page.window)
    const dialog = await openHistory(page)
    await expect(dialog.getByText(/All earlier versions use/)).toBeVisible()
    expect(await violations(page.window)).toEqual([])
    await page.window.screenshot({ path: test.info().outputPath('history.png') })
    await page.window.keyboard.press('Escape')
    await expect(page.window.getByRole('dialog')).toHaveCount(0)
    const [path = ''] = await filesIn(app, 'entries')
    await rm(path)
    await writeFile(join(app.userData, 'journal', 'quarantine.txt'), '')
    const found = await openHealth(page)
    await expect(found.getByText(health.sentences.missing)).toBeVisible()
    expect(await violations(page.window)).toEqual([])
    await page.window.screenshot({ path: test.info().outputPath('health.png') })
  })
}
