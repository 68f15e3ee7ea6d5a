/** The window and the app around it: where it stands, one at a time, and closed only when its words are saved. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { findTemplate } from '../../src/shared/domain/template/builtIn/builtInTemplates'
import { messages } from '../../src/shared/messages/messages'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { startAgain } from './support/startAgain'
import { surfacesOf } from './support/surfaces'

function bounds(electron: ElectronApplication) {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
}

async function rememberPlace(userData: string, window: object): Promise<void> {
  const path = join(userData, 'device.json')
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), window }))
}

test.describe("the window's place", () => {
  test('is remembered over restarts', async ({ app }) => {
    const place = { x: 130, y: 90, width: 900, height: 700 }
    const electron = await app.launch()
    await JournalPage.of(app)
    await electron.evaluate(({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.setBounds(given), place)
    // What the system made of it: it may keep the window off its own bars.
    const placed = await bounds(electron)
    expect(placed).toMatchObject({ width: 900, height: 700 })
    const again = await app.relaunch()
    await JournalPage.of(app)
    expect(await bounds(again)).toEqual(placed)
  })

  test('also when it was maximized', async ({ app }) => {
    const electron = await app.launch()
    await JournalPage.of(app)
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize())
    const again = await app.relaunch()
    await JournalPage.of(app)
    await expect
      .poll(() => again.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMaximized()))
      .toBe(true)
    // Not before there was something to see.
    const unpainted = await surfacesOf(again).use(
      ({ records }) => records.filter(({ action }) => action === 'showUnpainted').length,
      null,
    )
    expect(unpainted ?? 0).toBe(0)
  })

  for (const [what, place] of [
    ['on a screen that is gone', { x: 90_000, y: 40_000, width: 900, height: 700, maximized: false }],
    ['with its top above the screen', { x: 100, y: -600, width: 900, height: 700, maximized: false }],
    ['on a larger screen', { x: -50_000, y: 0, width: 9_000, height: 7_000, maximized: false }],
  ] as const)
    test(`is put back on screen when it was ${what}`, async ({ app }) => {
      await app.launch()
      await JournalPage.of(app)
      await app.close()
      await rememberPlace(app.userData, place)
      const electron = await app.launch()
      await JournalPage.of(app)
      const { window, area } = await electron.evaluate(({ BrowserWindow, screen }) => ({
        window: BrowserWindow.getAllWindows()[0]?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 },
        area: screen.getPrimaryDisplay().workArea,
      }))
      expect(window.x).toBeGreaterThanOrEqual(area.x)
      expect(window.y).toBeGreaterThanOrEqual(area.y)
      expect(window.x + window.width).toBeLessThanOrEqual(area.x + area.width)
      expect(window.y + window.height).toBeLessThanOrEqual(area.y + area.height)
    })
})

/** The open page's head, which names its template. */
const head = (page: JournalPage) => page.window.locator('article header')
const nameOf = (template: string) => findTemplate(template)?.name ?? 'no such template'

test.describe('a second start on the same profile', () => {
  test('brings the first one forward and ends', { tag: '@quick' }, async ({ app }) => {
    const electron = await app.launch()
    await JournalPage.of(app)
    // The window of quick capture may be there too, hidden.
    const ours = 'Throughline'
    await electron.evaluate(
      ({ BrowserWindow }, title) =>
        BrowserWindow.getAllWindows()
          .find((window) => window.getTitle() === title)
          ?.minimize(),
      ours,
    )
    const { code, stderr } = await startAgain(app)
    expect(stderr.split('\n').filter((line) => line !== '' && !line.includes('stand-in'))).toEqual([])
    expect(code).toBe(0)
    const state = () =>
      electron.evaluate(
        ({ BrowserWindow }, title) =>
          BrowserWindow.getAllWindows()
            .filter((window) => window.getTitle() === title)
            .map((window) => ({ minimized: window.isMinimized(), visible: window.isVisible() })),
        ours,
      )
    await expect.poll(state).toEqual([{ minimized: false, visible: true }])
  })

  test('hands over the page it asks for; what was written before is saved and stays', async ({ app }) => {
    await app.launch()
    const page = await JournalPage.of(app)
    await page.type('Written before it came.')
    expect((await startAgain(app, '--new=weekly')).code).toBe(0)
    await expect(head(page)).toContainText(nameOf('weekly'))
    await expect(page.window.locator('[contenteditable="true"]:focus')).toHaveCount(1)
    await page.type('The week.')
    await page.saved()
    expect((await startAgain(app, '--today')).code).toBe(0)
    await expect(page.answer(0)).toHaveText('The week.')
    await expect(page.window.getByRole('row', { name: /Written before it came/ })).toBeVisible()
  })

  test('that asks for a page that does not exist says so and asks the first for nothing', async ({ app }) => {
    await app.launch()
    const page = await JournalPage.of(app)
    await page.type('Undisturbed.')
    const { code, stderr } = await startAgain(app, '--new=nonsense')
    expect(code).toBe(1)
    expect(stderr).toContain(messages.commandLine.noTemplate('nonsense'))
    await expect(page.answer(0)).toHaveText('Undisturbed.')
  })

  test('with arguments longer than 16 KB is refused before it asks for the lock', async ({ app }) => {
    const electron = await app.launch()
    await JournalPage.of(app)
    await electron.evaluate(({ app: main }) => {
      main.on('second-instance', () => Object.assign(globalThis, { secondInstance: true }))
    })
    const { code, stderr } = await startAgain(app, `--unknown=${'x'.repeat(17_000)}`)
    expect(code).toBe(1)
    expect(stderr).toContain(messages.commandLine.tooLong)
    expect(await electron.evaluate(() => 'secondInstance' in globalThis)).toBe(false)
  })
})

test.describe('quitting', () => {
  test('waits for the words of the page: what was typed last is there again', { tag: '@quick' }, async ({ app }) => {
    await app.launch()
    const page = await JournalPage.of(app)
    await page.type('Typed in the very last moment.')
    await app.relaunch()
    const again = await JournalPage.of(app)
    await expect(again.answer(0)).toHaveText('Typed in the very last moment.')
  })

  test('closing the window saves as well', async ({ app }) => {
    const electron = await app.launch()
    const page = await JournalPage.of(app)
    await page.type('Closed by its button.')
    const ended = electron.waitForEvent('close')
    await electron.evaluate(({ BrowserWindow }) => {
      // Twice, as an impatient person does.
      BrowserWindow.getAllWindows()[0]?.close()
      BrowserWindow.getAllWindows()[0]?.close()
    })
    await ended
    await app.launch()
    const again = await JournalPage.of(app)
    await expect(again.answer(0)).toHaveText('Closed by its button.')
  })

  test('with words that are in neither the journal nor a draft asks first, stays when asked to, and saves them when the disk is back', async ({
    app,
  }) => {
    await writeFile(join(app.userData, 'drafts'), 'in the way')
    const electron = await app.launch()
    const page = await JournalPage.of(app)
    await page.type('Saved. ')
    await page.saved()
    const [journal, away] = [join(app.userData, 'journal'), join(app.userData, 'away')]
    await rename(journal, away)
    await page.type('Not saved yet.')
    await expect(page.window.getByText(messages.failures['folder-missing'], { exact: false }).first()).toBeVisible()
    const asked = () => electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
    await electron.evaluate(({ dialog }) => {
      const questions: string[] = []
      Object.assign(globalThis, { asked: questions })
      dialog.showMessageBox = async (...given: unknown[]) => {
        questions.push((given.at(-1) as { message: string }).message)
        return { response: 0, checkboxChecked: false }
      }
    })
    await electron.evaluate(({ app: main }) => main.quit())
    await expect.poll(asked).toEqual([messages.unsaved.question])
    await expect(page.answer(0)).toHaveText('Saved. Not saved yet.')
    await rename(away, journal)
    await app.relaunch()
    const again = await JournalPage.of(app)
    await expect(again.answer(0)).toHaveText('Saved. Not saved yet.')
  })

  test('with words that are kept as a draft ends without a question, and they are there again', async ({ app }) => {
    const electron = await app.launch()
    const page = await JournalPage.of(app)
    await page.type('Saved. ')
    await page.saved()
    const [journal, away] = [join(app.userData, 'journal'), join(app.userData, 'away')]
    await rename(journal, away)
    await page.type('Kept.')
    const ended = electron.waitForEvent('close')
    await electron.evaluate(({ app: main }) => main.quit())
    await ended
    await rename(away, journal)
    await app.launch()
    const again = await JournalPage.of(app)
    await expect(again.answer(0)).toHaveText('Saved. Kept.')
    await again.saved()
  })

  test('with words that are in neither goes on when the person says so', async ({ app }) => {
    await writeFile(join(app.userData, 'drafts'), 'in the way')
    const electron = await app.launch()
    const page = await JournalPage.of(app)
    await page.type('Saved. ')
    await page.saved()
    await rename(join(app.userData, 'journal'), join(app.userData, 'away'))
    await page.type('Given up.')
    await electron.evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
    })
    const ended = electron.waitForEvent('close')
    await electron.evaluate(({ app: main }) => main.quit())
    await ended
  })
})

test('what is written is saved when the computer sleeps and when the session ends, not only after a while', async ({
  app,
}) => {
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  await page.type('Saved.')
  await page.saved()
  // From here on nothing is saved by time alone.
  await page.window.clock.install()
  await page.window.clock.pauseAt(Date.now() + 60_000)
  const onDisk = async () => {
    const folder = join(app.userData, 'journal/entries')
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'))
    return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join()
  }
  await page.type(' Asleep.')
  expect(await onDisk()).not.toContain('Asleep')
  await electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await expect.poll(onDisk).toContain('Saved. Asleep.')
  await page.type(' Shut down.')
  const ended = electron.waitForEvent('close')
  await electron.evaluate(({ powerMonitor }) => powerMonitor.emit('shutdown', { preventDefault() {} }))
  await ended
  expect(await onDisk()).toContain('Saved. Asleep. Shut down.')
})

test('a page that is loaded again shows what was saved', async ({ app }) => {
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  await page.type('Saved before.')
  await page.saved()
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await expect(page.answer(0)).toHaveText('Saved before.')
})

test('a start that asks for a page opens with it', async ({ app }) => {
  await app.launch({ args: ['--new=decision'] })
  const page = await JournalPage.of(app)
  await expect(head(page)).toContainText(nameOf('decision'))
  // Loaded again, the page is today's: what was asked for once was shown.
  await page.window.reload()
  await expect(head(page)).toContainText(nameOf('daily'))
})

test('quitting while the page is loaded again waits for no answer of it', async ({ app }) => {
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  await page.type('Saved before.')
  await page.saved()
  const ended = electron.waitForEvent('close')
  await electron.evaluate(({ app: main, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.reload()
    main.quit()
  })
  await ended
})

test('the menu has the roles of its platform, and every command with its keys', { tag: '@quick' }, async ({ app }) => {
  const electron = await app.launch()
  await JournalPage.of(app)
  const { roles, labels } = await electron.evaluate(({ Menu }) => {
    const items: Electron.MenuItem[] = []
    const collect = (menu: Electron.Menu | null | undefined) => {
      for (const item of menu?.items ?? []) {
        items.push(item)
        collect(item.submenu)
      }
    }
    collect(Menu.getApplicationMenu())
    return { roles: items.flatMap(({ role }) => role?.toLowerCase() ?? []), labels: items.map(({ label }) => label) }
  })
  const edit = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectall']
  const view = ['resetzoom', 'zoomin', 'zoomout', 'togglefullscreen']
  const platform = process.platform === 'darwin' ? ['services', 'hide', 'hideothers', 'unhide', 'quit'] : ['quit']
  expect(roles).toEqual(expect.arrayContaining([...edit, ...view, ...platform, 'minimize']))
  expect(labels).toEqual(expect.arrayContaining(Object.values(messages.commands)))
  // The manifest names no homepage before a release gives it one.
  expect(labels).not.toContain(messages.menu.newVersion)
  for (const dangerous of ['reload', 'forcereload', 'toggledevtools']) expect(roles).not.toContain(dangerous)
})
