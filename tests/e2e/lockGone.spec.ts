/** Somebody took the journal's lock away: the question, what is kept until it is answered, and the way back to all of it. */
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { messages } from '../../src/shared/messages/messages'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { passphrase, turnOn } from './support/lockSteps'
import { startAgain } from './support/startAgain'
import { violations } from './support/violations'

const { gone, former, screen } = messages.locking
const canary = 'Zaunkoenigskanarienvogel'

async function readable(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = found.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name))
  const hits: string[] = []
  for (const path of paths) if ((await readFile(path).catch(() => Buffer.alloc(0))).includes(canary)) hits.push(path)
  return hits
}

async function sealedIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name))
  const heads = await Promise.all(paths.map(async (path) => (await readFile(path)).subarray(0, 8).toString()))
  return paths.filter((_, at) => heads[at] === 'TLSEALED')
}

test('asked before anything is written; on purpose, what was kept meanwhile joins the journal', async ({ app }) => {
  test.slow()
  await app.launch()
  const first = await JournalPage.of(app)
  await first.type('Kept. ')
  await first.saved()
  await turnOn(first.window)
  await app.close()
  const journal = join(app.userData, 'journal')
  for (const name of ['lock.json', 'sealed']) await rm(join(journal, name), { recursive: true })

  await app.launch()
  const page = await JournalPage.of(app)
  const { window } = page
  await expect(window.getByText(gone.question)).toBeVisible()
  expect(await violations(window), 'the question').toEqual([])
  const before = (await readdir(journal)).sort()
  await page.type(`${canary} on the page.`)
  await expect(window.getByText(messages.writing.keptHere, { exact: true })).toBeVisible()
  const caught = await startAgain(app, `--capture=${canary} from outside`)
  expect(caught.stdout).toContain(messages.capturing.keptLockGone)
  await window.keyboard.press('ControlOrMeta+Shift+K')
  const small = await app.window(messages.capturing.window)
  await small.getByRole('textbox', { name: messages.capturing.field }).fill(`${canary} in the small window`)
  await small.keyboard.press('Enter')
  await expect(small.getByText(messages.capturing.keptLockGone)).toBeVisible()
  expect(await readable(app.userData)).toEqual([])
  expect((await readdir(journal)).sort()).toEqual(before)

  // It is asked again after a start, and what was written is still kept.
  await app.kill()
  await app.launch()
  const again = await JournalPage.of(app)
  await again.window.getByRole('button', { name: gone.onPurpose }).click()
  await expect(again.window.getByText(gone.accepted)).toBeVisible()
  await expect(again.window.getByText(gone.question)).toHaveCount(0)
  await again.window.getByRole('button', { name: former.open }).click()
  const dialog = again.window.getByRole('dialog', { name: former.title })
  await dialog.getByLabel(screen.passphrase).fill('guessed, and wrong')
  await dialog.getByRole('button', { name: former.action }).click()
  await expect(dialog.getByText(messages.locking.wrongPassphrase)).toBeVisible()
  expect(await violations(again.window), 'the passphrase of before').toEqual([])
  await dialog.getByLabel(screen.passphrase).fill(passphrase)
  await dialog.getByRole('button', { name: former.action }).click()
  await expect(again.window.getByText(former.opened)).toBeVisible()
  await expect(again.window.getByRole('button', { name: former.open })).toHaveCount(0)
  const margin = again.window.getByRole('complementary', { name: messages.capturing.title })
  for (const text of [`${canary} from outside`, `${canary} in the small window`])
    await expect(margin.getByText(text)).toBeVisible()
  await expect(again.answer(0)).toContainText(`${canary} on the page.`)
  await expect.poll(async () => (await readable(journal)).length).toBeGreaterThan(1)
  // What this device had saved last, too.
  await expect.poll(() => sealedIn(join(app.userData, 'states'))).toEqual([])
})
