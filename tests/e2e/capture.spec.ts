/** A thought caught in passing, from the terminal or in the small window: kept at once, on its day's page, in the trash and back, out as Markdown. */
import { readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { messages } from '../../src/shared/messages/messages'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { startAgain } from './support/startAgain'

const words = messages.capturing

/** The tick at which the app looks into the inbox, without waiting for it. */
const tick = (electron: ElectronApplication) =>
  electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))

const margin = (page: JournalPage): Locator => page.window.getByRole('complementary', { name: words.title })

/** In the menu of one capture, by keyboard alone. */
async function choose(page: JournalPage, text: string, action: string): Promise<void> {
  await margin(page)
    .getByRole('button', { name: words.more(text) })
    .press('Enter')
  await page.window.getByRole('menuitem', { name: action }).press('Enter')
}

async function caught(app: JournalApp, ...args: string[]): Promise<void> {
  const { code, stdout, stderr } = await startAgain(app, ...args)
  expect(stderr.split('\n').filter((line) => line !== '' && !line.includes('stand-in'))).toEqual([])
  expect({ code, said: stdout.trim() }).toEqual({ code: 0, said: words.caught })
}

test('before the app was ever open it begins the journal, and is there at the first start', async ({ app }) => {
  await caught(app, '--capture=The very first thought')
  await app.launch()
  const page = await JournalPage.of(app)
  await expect(margin(page)).toContainText('The very first thought')
  await expect(margin(page)).toContainText(words.kinds.note)
  // It stands in the list, and can be searched for, before there is any entry.
  const list = page.window.getByRole('grid', { name: messages.finding.rail })
  await expect(list.getByRole('row', { name: /The very first thought/ })).toBeVisible()
  await expect(page.window.getByRole('searchbox')).toBeVisible()
})

test('while the app runs it comes onto the page, and the caret stays where it is', { tag: '@quick' }, async ({
  app,
}) => {
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  await page.type('Writing')
  await caught(app, '--capture=Dana: "ship it" = yes\n<b>& done</b>', '--kind=decision')
  await tick(electron)
  await expect(margin(page)).toContainText('Dana: "ship it" = yes\n<b>& done</b>')
  await expect(margin(page)).toContainText(words.kinds.decision)
  await page.type(' on.')
  await expect(page.answer(0)).toHaveText('Writing on.')
  expect(await readdir(join(app.userData, 'journal/captures/inbox'))).toEqual([])
  // Caught while nobody can bring it in: the app was killed.
  await app.kill()
  await caught(app, '--capture=After the end')
  await app.launch()
  const again = margin(await JournalPage.of(app))
  await expect(again).toContainText('ship it')
  await expect(again).toContainText('After the end')
})

test('it goes to the trash and comes back by keyboard: at once, or from the trash', async ({ app }) => {
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  const { keyboard } = page.window
  await caught(app, '--capture=Thrown away')
  await tick(electron)
  const discard = () => choose(page, 'Thrown away', messages.writing.moveToTrash)
  await discard()
  await expect(margin(page)).toHaveCount(0)
  await keyboard.press('F6')
  await keyboard.press('Enter')
  await expect(margin(page)).toContainText('Thrown away')
  await discard()
  await expect(margin(page)).toHaveCount(0)
  await page.window.getByRole('button', { name: messages.commands.settings }).click()
  await page.window.getByRole('button', { name: messages.settings.trash }).click()
  const trash = page.window.getByRole('dialog', { name: messages.finding.trashTitle })
  await expect(trash.getByText('Thrown away', { exact: true })).toBeVisible()
  await trash.getByRole('button', { name: messages.finding.restoreNamed('Thrown away') }).press('Enter')
  await expect(trash.getByText(messages.finding.trashEmpty)).toBeVisible()
  await keyboard.press('Escape')
  await expect(margin(page)).toContainText('Thrown away')
})

test('it is rewritten, and moved to another day and back', async ({ app }) => {
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  await caught(app, '--capture=Thanks')
  await tick(electron)
  await choose(page, 'Thanks', words.edit)
  const dialog = page.window.getByRole('dialog', { name: words.edit })
  await expect(dialog.getByRole('textbox', { name: words.text })).toBeFocused()
  await page.window.keyboard.press('End')
  await page.type(' @Dana\nfor the review')
  await dialog.getByRole('button', { name: messages.reminding.save }).press('Enter')
  await expect(margin(page)).toContainText('Thanks @Dana\nfor the review')
  const capture = 'Thanks @Dana\nfor the review'
  await choose(page, capture, messages.writing.moveTo)
  const days = page.window.getByRole('dialog', { name: messages.writing.moveTo })
  await days.getByRole('spinbutton', { name: /year/ }).press('ArrowDown')
  await days.getByRole('button', { name: messages.writing.move, exact: true }).press('Enter')
  await expect(margin(page)).toHaveCount(0)
  await page.window.keyboard.press('F6')
  await page.window.keyboard.press('Enter')
  await expect(margin(page)).toContainText(capture)
})

test('it is put into an answer as text or bullet; undo takes the words and the mark, redo brings both', {
  tag: '@quick',
}, async ({ app }) => {
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  const { keyboard } = page.window
  await page.type('Before.')
  await caught(app, '--capture=1 * 2 # not a heading\nsecond line')
  await tick(electron)
  const text = '1 * 2 # not a heading\nsecond line'
  await choose(page, text, words.insert)
  const dialog = page.window.getByRole('dialog', { name: words.insert })
  // The answer in which the caret was is offered first.
  await expect(dialog.getByRole('button', { name: words.insertAction })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.answer(0).locator('p')).toHaveText(['Before.', '1 * 2 # not a heading', 'second line'])
  await expect(margin(page)).toContainText(words.usedHere)
  // Writing goes on behind it.
  await expect(page.answer(0)).toBeFocused()
  await page.type('!')
  await expect(page.answer(0).locator('p')).toHaveText(['Before.', '1 * 2 # not a heading', 'second line!'])
  await keyboard.press('ControlOrMeta+z')
  await expect(page.answer(0).locator('p').last()).toHaveText('second line')
  await expect(margin(page)).toContainText(words.usedHere)
  await keyboard.press('ControlOrMeta+z')
  await expect(page.answer(0)).toHaveText('Before.')
  await expect(margin(page)).not.toContainText(words.usedHere)
  await keyboard.press('ControlOrMeta+Shift+z')
  await expect(margin(page)).toContainText(words.usedHere)
  await keyboard.press('ControlOrMeta+z')
  await expect(margin(page)).not.toContainText(words.usedHere)
  await choose(page, text, words.insert)
  await dialog.getByRole('radio', { name: words.asBullet }).press('Space')
  await dialog.getByRole('button', { name: words.insertAction }).press('Enter')
  await expect(page.answer(0).getByRole('listitem')).toHaveText('1 * 2 # not a headingsecond line')
  await page.saved()
  // From another page the mark leads back.
  await page.window.getByRole('button', { name: messages.writing.newEntry }).click()
  await page.window.getByRole('menuitem', { name: /Blank/ }).click()
  await expect(page.answer(0)).toHaveText('')
  await margin(page)
    .getByRole('button', { name: words.usedIn('Before.') })
    .press('Enter')
  await expect(page.answer(0)).toContainText('Before.')
  await choose(page, text, words.markUnused)
  await expect(margin(page)).not.toContainText(words.usedHere)
})

test('the entry it was put into may be thrown away: the mark says so, and leads there again once it is back', async ({
  app,
}) => {
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  await caught(app, '--capture=Put somewhere')
  await tick(electron)
  // On a page that was never stored.
  await choose(page, 'Put somewhere', words.insert)
  await page.window
    .getByRole('dialog', { name: words.insert })
    .getByRole('button', { name: words.insertAction })
    .press('Enter')
  await expect(margin(page)).toContainText(words.usedHere)
  await page.saved()
  await page.window.getByRole('button', { name: messages.writing.more, exact: true }).click()
  await page.window.getByRole('menuitem', { name: messages.writing.moveToTrash }).click()
  await expect(margin(page)).toContainText(words.usedInGone)
  await expect(margin(page).getByRole('button', { name: words.usedIn('') })).toHaveCount(0)
  await page.window.getByRole('button', { name: messages.writing.undo }).click()
  await expect(margin(page)).toContainText(words.usedHere)
})

test('it is dragged into answers, and nowhere else on the page', async ({ app }) => {
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  // Wide enough that the margin is beside the answers.
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1700, 900))
  await page.type('Here:')
  await caught(app, '--capture=carried over')
  await tick(electron)
  const grip = margin(page).locator('[draggable="true"]')
  const title = page.window.getByRole('textbox', { name: messages.writing.title })
  await grip.dragTo(title)
  // Beside words that are selected, it comes alone.
  await margin(page).evaluate((element) => getSelection()?.selectAllChildren(element))
  await grip.dragTo(page.answer(0).locator('p'), { targetPosition: { x: 50, y: 10 } })
  await expect(page.answer(0)).toContainText('carried over')
  await expect(page.answer(0)).toHaveText(/^.{17}$/)
  await expect(title).toHaveValue('')
  await expect(margin(page)).toContainText(words.usedHere)
  await grip.dragTo(page.answer(1))
  await expect(page.answer(1)).toHaveText('carried over')
  const { keyboard } = page.window
  await keyboard.press('ControlOrMeta+z')
  await expect(page.answer(1)).toHaveText('')
  await expect(margin(page)).toContainText(words.usedHere)
  await keyboard.press('ControlOrMeta+z')
  await expect(page.answer(0)).toHaveText('Here:')
  await expect(margin(page)).not.toContainText(words.usedHere)
})

test('it stands in the list, below the entries of its day', async ({ app }) => {
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  await page.type('The page.')
  await page.saved()
  await caught(app, '--capture=In the list', '--kind=win')
  await tick(electron)
  const rows = page.window.getByRole('grid', { name: messages.finding.rail }).getByRole('row')
  await expect(rows.filter({ hasText: 'In the list' })).toContainText(words.kinds.win)
  await page.window.getByRole('button', { name: messages.writing.newEntry }).click()
  await page.window.getByRole('menuitem', { name: /Blank/ }).click()
  await expect(page.answer(0)).toHaveText('')
  await rows.filter({ hasText: 'In the list' }).click()
  await expect(page.answer(0)).toHaveText('The page.')
})

test('it is found as soon as it is there, and opens the page of its day', async ({ app }) => {
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  await page.type('A page of today.')
  await page.saved()
  await page.window.getByRole('button', { name: messages.writing.newEntry }).click()
  await page.window.getByRole('menuitem', { name: /Blank/ }).click()
  await expect(page.answer(0)).toHaveText('')
  // The keys are the page's again.
  await expect(page.window.locator('[role="dialog"]')).toHaveCount(0)
  await page.window.keyboard.press('ControlOrMeta+f')
  await page.type('cafe')
  await expect(page.window.getByText(messages.finding.noMatches)).toBeVisible()
  await caught(app, '--capture=Meet Priya in the Café', '--kind=commitment')
  await tick(electron)
  const hit = page.window.getByRole('row', { name: new RegExp(words.kinds.commitment) })
  await expect(hit.locator('mark')).toHaveText('Café')
  await page.window.keyboard.press('Enter')
  await expect(page.answer(0)).toHaveText('A page of today.')
  await expect(margin(page)).toContainText('Meet Priya in the Café')
})

test('it leaves as Markdown, letter for letter, also before the app saw it', async ({ app }) => {
  await caught(app, '--capture=Thanks @Dana, 1 * 2 * 3 #retro', '--kind=kudos')
  const { code } = await startAgain(app, `--export=${join(app.userData, 'out')}`)
  expect(code).toBe(0)
  const [name = ''] = await readdir(join(app.userData, 'out'))
  expect(name).toMatch(/^\d{4}-\d\d-\d\d-captures\.md$/)
  const text = await readFile(join(app.userData, 'out', name), 'utf8')
  expect(text).toContain('## Kudos\n\nThanks @Dana, 1 * 2 * 3 #retro\n')
  expect(text).toContain('    people:\n      - Dana\n')
})

test('what can’t be kept says why in one line, and leaves nothing behind', async ({ app }) => {
  for (const args of [['--capture='], ['--capture=x', '--kind=dream'], ['--kind=win']]) {
    const { code, stderr } = await startAgain(app, ...args)
    expect(code, args.join(' ')).toBe(1)
    expect(stderr.split('\n').filter((line) => line.startsWith('throughline: '))).toHaveLength(1)
  }
  expect(await readdir(app.userData)).toEqual([])
})

test.describe('the field', () => {
  const chooseField = (electron: ElectronApplication) =>
    electron.evaluate(({ Menu }, label) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
      items.find((item) => item.label === label)?.click()
    }, messages.commands.capture)
  const isShown = (electron: ElectronApplication) =>
    electron.evaluate(
      ({ BrowserWindow }, title) =>
        BrowserWindow.getAllWindows()
          .filter((window) => window.getTitle() === title)
          .map((window) => window.isVisible()),
      words.window,
    )
  const field = (window: Page) => window.getByRole('textbox', { name: words.field })

  test('keeps a thought by keyboard alone, hides, and is there again at once', { tag: '@quick' }, async ({ app }) => {
    const electron = await app.launch()
    const page = await JournalPage.of(app)
    await chooseField(electron)
    const window = await app.window(words.window)
    await expect(field(window)).toBeFocused()
    await window.keyboard.type('First line')
    await window.keyboard.press('Shift+Enter')
    await window.keyboard.type('second line')
    await window.keyboard.press('Alt+2')
    await expect(window.getByRole('radio', { name: words.kinds.win })).toBeChecked()
    await window.keyboard.press('Enter')
    await expect.poll(() => isShown(electron)).toEqual([false])
    await expect(margin(page)).toContainText('First line\nsecond line')
    await expect(margin(page)).toContainText(words.kinds.win)
    expect((await startAgain(app, '--capture')).code).toBe(0)
    await expect.poll(() => isShown(electron)).toEqual([true])
    await expect(field(window)).toHaveValue('')
    await expect(window.getByRole('radio', { name: words.kinds.note })).toBeChecked()
  })

  test('Escape leaves it for later; what was written survives a kill', async ({ app }) => {
    const electron = await app.launch()
    await JournalPage.of(app)
    await chooseField(electron)
    const window = await app.window(words.window)
    await expect(field(window)).toBeFocused()
    await window.keyboard.type('Half a tho')
    await window.keyboard.press('Escape')
    await expect.poll(() => isShown(electron)).toEqual([false])
    await expect
      .poll(async () => JSON.parse(await readFile(join(app.userData, 'device.json'), 'utf8')).captureDraft)
      .toEqual({ kind: 'note', text: 'Half a tho' })
    await app.kill()
    await app.launch({ args: ['--capture'] })
    const again = await app.window(words.window)
    await expect(field(again)).toHaveValue('Half a tho')
    await again.keyboard.press('End')
    await again.keyboard.type('ught')
    await again.keyboard.press('Enter')
    await expect(margin(await JournalPage.of(app))).toContainText('Half a thought')
  })

  test('what was written survives the end of its page, and of the app the next moment', async ({ app }) => {
    const electron = await app.launch()
    await JournalPage.of(app)
    await chooseField(electron)
    const window = await app.window(words.window)
    await expect(field(window)).toBeFocused()
    await window.keyboard.type('Half a tho')
    await electron.evaluate(
      ({ BrowserWindow }, title) =>
        BrowserWindow.getAllWindows()
          .find((one) => one.getTitle() === title)
          ?.webContents.forcefullyCrashRenderer(),
      words.window,
    )
    await expect.poll(() => isShown(electron)).toEqual([])
    await chooseField(electron)
    const again = await app.window(words.window)
    await expect(field(again)).toHaveValue('Half a tho')
    await expect(field(again)).toBeFocused()
    await again.keyboard.press('End')
    await again.keyboard.type('ught')
    await app.close()
    await app.launch({ args: ['--capture'] })
    await expect(field(await app.window(words.window))).toHaveValue('Half a thought')
  })

  test('says why it could not keep a thought, and still has it', async ({ app }) => {
    const electron = await app.launch()
    const page = await JournalPage.of(app)
    await chooseField(electron)
    const window = await app.window(words.window)
    await expect(field(window)).toBeFocused()
    await rename(join(app.userData, 'journal'), join(app.userData, 'away'))
    await window.keyboard.type('Not lost')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('alert')).toContainText(messages.failures['folder-missing'])
    await expect(field(window)).toHaveValue('Not lost')
    await rename(join(app.userData, 'away'), join(app.userData, 'journal'))
    await window.keyboard.press('Enter')
    await expect(margin(page)).toContainText('Not lost')
  })

  test('hidden, it does not keep the app from ending when the journal’s window is closed', async ({ app }) => {
    const electron = await app.launch()
    await JournalPage.of(app)
    await chooseField(electron)
    const window = await app.window(words.window)
    await expect(field(window)).toBeFocused()
    await window.keyboard.press('Escape')
    const ended = electron.waitForEvent('close')
    await electron.evaluate(({ BrowserWindow }, title) => {
      BrowserWindow.getAllWindows()
        .find((one) => one.getTitle() !== title)
        ?.close()
    }, words.window)
    await ended
  })
})
