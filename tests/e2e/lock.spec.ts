/** The lock: set, closed by itself, opened, forgotten, recovered, taken away; and not a word anywhere meanwhile. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { isOldForm } from '../../src/main/storage/encryption/cipher/fileCipher'
import { readKeyFile } from '../../src/main/storage/encryption/cipher/keyFile'
import { openVault } from '../../src/main/storage/encryption/cipher/keySlots'
import { messages } from '../../src/shared/messages/messages'
import { madeEntry } from '../services/made'
import { processesWith } from '../standin/processes'
import { writeOldJournal } from '../storage/oldForm'
import { passphrase as passphraseOfOld } from '../storage/sealed'
import { fakeBus } from './support/fakeBus'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { openSettings, passphrase, turnOn, typeTwice } from './support/lockSteps'
import { canLookInto, timesInMemory } from './support/memoryOf'
import { startAgain } from './support/startAgain'
import { surfacesOf } from './support/surfaces'
import { violations } from './support/violations'

const words = messages.locking
const canary = 'Zaunkoenigskanarienvogel'
const next = 'another walk entirely'

/** A page with words, and the lock on. */
async function startedWithLock(app: JournalApp) {
  await app.launch()
  const page = await JournalPage.of(app)
  const { window } = page
  await page.type('Kept. ')
  await page.saved()
  return { page, window, code: await turnOn(window) }
}

async function unlock(window: Page, typed: string): Promise<void> {
  await window.getByLabel(words.screen.passphrase, { exact: true }).fill(typed)
  await window.getByRole('button', { name: words.screen.unlock, exact: true }).click()
}

async function locked(app: JournalApp): Promise<Page> {
  const window = await app.window('Throughline')
  await expect(window.getByRole('heading', { name: words.screen.title })).toBeVisible()
  return window
}

/** Files of the profile in which the words can be read. Backups from before the lock are as they were: the app says so. */
async function readable(folder: string, text: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .filter((path) => !path.includes('journal-backups'))
  const hits: string[] = []
  for (const path of files) {
    // One may go meanwhile.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    if (bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))) hits.push(path)
  }
  return hits
}

test('set, locked by itself, unlocked, forgotten, recovered, taken away', { tag: '@quick' }, async ({ app }) => {
  test.slow()
  const electron = await app.launch()
  const page = await JournalPage.of(app)
  const { window } = page
  await page.type(`${canary} in an answer.`)
  await page.saved()
  expect(await readable(app.userData, canary)).not.toEqual([])
  const checked = async (screen: string) => expect(await violations(window), screen).toEqual([])
  const code = await turnOn(window, checked)
  await expect(page.answer(0)).toContainText(canary)
  await page.answer(0).click()
  await window.keyboard.press('ControlOrMeta+End')
  await page.type(' And on.')
  await page.saved()
  await expect.poll(() => readable(app.userData, canary)).toEqual([])

  // Nobody has touched anything for a while; the app looks at the clock.
  await electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 601
    powerMonitor.emit('resume')
  })
  await locked(app)
  await electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0
  })
  expect(await window.content()).not.toContain(canary)
  await checked('locked')
  await unlock(window, 'guessed, and wrong')
  await expect(window.getByText(words.wrongPassphrase)).toBeVisible()
  await checked('a wrong passphrase')
  await unlock(window, passphrase)
  await expect(page.answer(0)).toContainText(`${canary} in an answer. And on.`)

  await page.answer(0).click()
  await window.keyboard.press('ControlOrMeta+End')
  await page.type(' Typed just before.')
  await window.keyboard.press('ControlOrMeta+l')
  await locked(app)
  await window.getByRole('button', { name: words.screen.forgotten }).click()
  await expect(window.getByRole('heading', { name: words.screen.recoverTitle })).toBeVisible()
  await window.getByLabel(words.code).fill(code)
  await typeTwice(window, next)
  await checked('the recovery code')
  await window.getByRole('button', { name: words.screen.recover }).click()
  await expect(page.answer(0)).toContainText('Typed just before.')

  const settings = await openSettings(window)
  await expect(settings.getByText(words.on)).toBeVisible()
  await checked('settings with a lock')
  await settings.getByRole('button', { name: words.turnOff }).click()
  const dialog = window.getByRole('dialog', { name: words.offTitle })
  await dialog.getByLabel(words.screen.passphrase).fill(passphrase)
  await dialog.getByRole('button', { name: words.offAction }).click()
  await expect(dialog.getByText(words.wrongPassphrase)).toBeVisible()
  await checked('take it away')
  await dialog.getByLabel(words.screen.passphrase).fill(next)
  await dialog.getByRole('button', { name: words.offAction }).click()
  await expect(window.getByText(words.offDone)).toBeVisible()
  await app.relaunch()
  const again = await JournalPage.of(app)
  await expect(again.answer(0)).toContainText('Typed just before.')
  expect(await readdir(join(app.userData, 'journal'))).not.toContain('sealed')
})

test('a locked journal shows nothing, catches thoughts, and keeps what stood in the small field', async ({ app }) => {
  test.slow()
  // Looked through too, with what the browser keeps there. Its name is short: a socket's path has little room.
  const temporary = await mkdtemp(join(tmpdir(), 'tl-'))
  await app.launch({ env: { TMPDIR: temporary, TMP: temporary, TEMP: temporary } })
  const page = await JournalPage.of(app)
  await page.type(`${canary} in an answer.`)
  await page.saved()
  await turnOn(page.window)
  await page.window.keyboard.press('ControlOrMeta+Shift+K')
  const field = await app.window(messages.capturing.window)
  await field.getByRole('textbox', { name: messages.capturing.field }).fill(`${canary} half a thought`)
  await expect.poll(() => readFile(join(app.userData, 'device.json'), 'utf8')).toContain('sealedDrafts')
  await app.relaunch()
  const window = await locked(app)
  expect(await window.title()).toBe('Throughline')
  expect(await window.content()).not.toContain(canary)
  expect((await readdir(temporary)).length).toBeGreaterThan(0)
  expect([...(await readable(app.userData, canary)), ...(await readable(temporary, canary))]).toEqual([])

  const caught = await startAgain(app, `--capture=${canary} from outside`)
  expect(caught.code).toBe(0)
  const exported = await startAgain(app, `--export=${join(app.userData, 'out')}`)
  expect(exported.code).toBe(1)
  expect(exported.stderr).toContain(messages.headless.nothing(messages.failures.locked))
  const looked = await startAgain(app, '--check')
  expect(looked.code).toBe(0)
  expect(looked.stdout).toMatch(/All are encrypted and in place/)
  const backup = await startAgain(app, `--backup=${join(app.userData, 'kept.zip')}`)
  expect(backup.code).toBe(0)
  expect([...(await readable(app.userData, canary)), ...(await readable(temporary, canary))]).toEqual([])

  await unlock(window, passphrase)
  const opened = await JournalPage.of(app)
  await expect(opened.answer(0)).toContainText(canary)
  await expect(
    window.getByRole('complementary', { name: messages.capturing.title }).getByText(`${canary} from outside`),
  ).toBeVisible()
  await window.keyboard.press('ControlOrMeta+Shift+K')
  const small = await app.window(messages.capturing.window)
  await expect(small.getByRole('textbox', { name: messages.capturing.field })).toHaveValue(`${canary} half a thought`)
  expect([...(await readable(app.userData, canary)), ...(await readable(temporary, canary))]).toEqual([])
  // What the browser still writes on its way out is gone with it.
  await app.close()
  await rm(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

test('a page that somebody drops into its folder waits until the person lets it in', async ({ app }) => {
  test.slow()
  const { window } = await startedWithLock(app)
  await window.keyboard.press('ControlOrMeta+l')
  await locked(app)
  const caught = await startAgain(app, `--capture=${canary} from the command line`)
  expect(caught.code).toBe(0)
  const dropped = madeEntry(3, { title: 'Dropped in', day: '2026-03-02' })
  const year = join(app.userData, 'journal', 'entries', '2026')
  await mkdir(year, { recursive: true })
  await writeFile(join(year, `2026-03-02-${dropped.id}.json`), JSON.stringify(dropped))

  await unlock(window, passphrase)
  const page = await JournalPage.of(app)
  const list = window.getByRole('navigation', { name: messages.finding.rail })
  const notice = window.getByText(messages.finding.notice.arrived())
  await expect(notice).toBeVisible()
  // What this device left itself is there without a word.
  await expect(
    window.getByRole('complementary', { name: messages.capturing.title }).getByText(`${canary} from the command line`),
  ).toBeVisible()
  await expect(list.getByText('Dropped in')).toHaveCount(0)
  expect(await readdir(join(app.userData, 'journal'))).not.toContain('entries')
  await window.getByRole('button', { name: messages.health.open }).click()
  const dialog = window.getByRole('dialog', { name: messages.health.title })
  await expect(dialog.getByText(`entries/2026/2026-03-02-${dropped.id}.json`)).toBeVisible()
  await dialog.getByRole('button', { name: /^Show text/ }).click()
  await expect(dialog.getByText(/Dropped in/)).toBeVisible()
  expect(await violations(window), 'files that wait').toEqual([])
  await dialog.getByRole('button', { name: messages.health.admit }).click()
  await expect(dialog.getByText(messages.health.admitted)).toBeVisible()
  await expect(dialog.getByText(/All is well/)).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(notice).toHaveCount(0)
  await expect(list.getByText('Dropped in')).toBeVisible()
  await expect(page.answer(0)).toContainText('Kept.')
})

test('another passphrase and another code take the place of the ones before, by keyboard', async ({ app }) => {
  test.slow()
  const { page, window, code: first } = await startedWithLock(app)

  const change = (await openSettings(window)).getByRole('button', { name: words.change })
  await change.focus()
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: words.changeTitle })
  await expect(dialog.getByLabel(words.oldPassphrase)).toBeFocused()
  await window.keyboard.type('guessed, and wrong')
  for (let field = 0; field < 2; field++) {
    await window.keyboard.press('Tab')
    await window.keyboard.type(next)
  }
  await window.keyboard.press('Enter')
  await expect(dialog.getByText(words.wrongPassphrase)).toBeVisible()
  expect(await violations(window), 'another passphrase').toEqual([])
  await dialog.getByLabel(words.oldPassphrase).fill(passphrase)
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.changeDone)).toBeVisible()

  const renew = (await openSettings(window)).getByRole('button', { name: words.renew })
  await renew.focus()
  await window.keyboard.press('Enter')
  const code = window.getByRole('dialog', { name: words.renewTitle })
  await expect(code.getByLabel(words.screen.passphrase)).toBeFocused()
  await window.keyboard.type(passphrase)
  await window.keyboard.press('Enter')
  await expect(code.getByText(words.wrongPassphrase)).toBeVisible()
  expect(await violations(window), 'another code').toEqual([])
  await code.getByLabel(words.screen.passphrase).fill(next)
  await window.keyboard.press('Enter')
  const second = (await code.getByTestId('recovery-code').textContent()) ?? ''
  expect(second).not.toBe(first)
  await code.getByRole('button', { name: words.next }).press('Enter')
  await expect(code.getByLabel(words.code)).toBeFocused()
  await window.keyboard.type(second)
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.renewDone)).toBeVisible()

  await window.keyboard.press('ControlOrMeta+l')
  await locked(app)
  await unlock(window, passphrase)
  await expect(window.getByText(words.wrongPassphrase)).toBeVisible()
  await unlock(window, next)
  await expect(page.answer(0)).toContainText('Kept.')
  await window.keyboard.press('ControlOrMeta+l')
  await locked(app)
  await window.getByRole('button', { name: words.screen.forgotten }).click()
  const recover = async (typed: string) => {
    await window.getByLabel(words.code).fill(typed)
    await typeTwice(window, passphrase)
    await window.getByRole('button', { name: words.screen.recover }).click()
  }
  await recover(first)
  await expect(window.getByText(messages.failed(messages.failures['wrong-code']))).toBeVisible()
  await recover(second)
  await expect(page.answer(0)).toContainText('Kept.')
})

const signalsOf = (app: JournalApp) => join(app.userData, 'signals')

/** With `npm run test:session-bus` there is a real one, with MATE's screen saver on it. */
const isRealBus = process.env.REAL_SESSION_BUS !== undefined

/** On Linux the session bus says it. */
async function lockScreen(app: JournalApp): Promise<void> {
  if (process.platform !== 'linux') {
    await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'))
    return
  }
  if (isRealBus) {
    const window = await app.window('Throughline')
    // Again and again: nothing says from when on its signals are waited for.
    await expect(async () => {
      for (const what of ['--deactivate', '--activate']) execFileSync('mate-screensaver-command', [what])
      await expect(window.getByRole('heading', { name: words.screen.title })).toBeVisible({ timeout: 3_000 })
    }).toPass()
    return
  }
  await expect.poll(() => processesWith(`-F ${signalsOf(app)}`)).not.toEqual([])
  await appendFile(signalsOf(app), '/: org.mate.ScreenSaver.ActiveChanged (true,)\n')
}

test('from the lock’s screen a backup with another passphrase takes the journal’s place, and shows nothing before', async ({
  app,
}) => {
  test.slow()
  const { page, window } = await startedWithLock(app)
  await page.answer(0).click()
  await page.type(canary)
  await page.saved()
  const settings = await openSettings(window)
  // Before the passphrase is changed the journal is backed up: that backup opens with the old one.
  await settings.getByRole('button', { name: words.change }).click()
  const dialog = window.getByRole('dialog', { name: words.changeTitle })
  await dialog.getByLabel(words.oldPassphrase).fill(passphrase)
  await typeTwice(window, 'forgotten at once')
  await dialog.getByRole('button', { name: words.changeAction }).click()
  await expect(window.getByText(words.changeDone)).toBeVisible()
  await window.keyboard.press('ControlOrMeta+l')
  await locked(app)

  await window.getByRole('button', { name: words.screen.restore }).click()
  const restore = window.getByRole('dialog', { name: messages.restoring.title })
  await expect(restore.getByText(messages.restoring.sealedOnly)).toBeVisible()
  expect(await window.content()).not.toContain(canary)
  await restore.getByRole('button', { name: messages.restoring.doWhole }).click()
  await expect(restore).toHaveCount(0)
  await locked(app)
  await unlock(window, 'forgotten at once')
  await expect(window.getByText(words.wrongPassphrase)).toBeVisible()
  await unlock(window, passphrase)
  await expect(page.answer(0)).toContainText(canary)
  expect((await readdir(app.userData)).filter((name) => name.startsWith('journal-before-restore-'))).toHaveLength(1)
})

test('the system’s own lock and its sleep lock the journal too', async ({ app }) => {
  await writeFile(signalsOf(app), '')
  const electron = await app.launch({ env: isRealBus ? {} : await fakeBus(app.userData, { signals: signalsOf(app) }) })
  const page = await JournalPage.of(app)
  await turnOn(page.window)
  for (const told of ['lock-screen', 'suspend'] as const) {
    await page.answer(0).click()
    await page.window.keyboard.press('ControlOrMeta+End')
    await page.type(`${told}. `)
    if (told === 'suspend') await electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'))
    else await lockScreen(app)
    const window = await locked(app)
    await unlock(window, passphrase)
    await expect(page.answer(0)).toContainText(`${told}. `)
  }
})

/** The main thread goes no further than the system's word: as if the machine slept once its listeners have run. */
async function whileAsleep(app: JournalApp, told: 'suspend' | 'on-ac', look: (pid: number) => void): Promise<void> {
  const [asleep, awake] = ['asleep', 'awake'].map((name) => join(app.userData, `${told}-${name}`))
  const slept = app.electron.evaluate(
    ({ powerMonitor }, { event, begun, over }) => {
      const { existsSync, writeFileSync } = process.getBuiltinModule('node:fs')
      powerMonitor.emit(event)
      writeFileSync(begun, '')
      const clock = new Int32Array(new SharedArrayBuffer(4))
      for (let waited = 0; waited < 30_000 && !existsSync(over); waited += 20) Atomics.wait(clock, 0, 0, 20)
    },
    { event: told, begun: asleep ?? '', over: awake ?? '' },
  )
  await expect.poll(() => existsSync(asleep ?? '')).toBe(true)
  try {
    look(app.electron.process().pid ?? 0)
  } finally {
    await writeFile(awake ?? '', '')
    await slept
  }
}

for (const platform of ['win32', 'darwin'] as const) {
  test(`a sleep that waits for nothing finds the key out of memory: ${platform}`, async ({ app }) => {
    await startedWithLock(app)
    const electron = await app.relaunch({ env: { THROUGHLINE_STANDIN_PLATFORM: platform } })
    test.skip(!(await surfacesOf(electron).present()), 'Electron plays no other platform')
    const pid = electron.process().pid ?? 0
    test.skip(process.platform !== 'linux' || !canLookInto(pid), 'the memory of a process can’t be read here')
    await unlock(await locked(app), passphrase)
    const page = await JournalPage.of(app)
    await page.type('Kept too. ')
    await page.saved()
    const file = readKeyFile(await readFile(join(app.userData, 'journal', 'lock.json')))
    const vault = await openVault(file, { kind: 'passphrase', passphrase })
    const key = vault.withKey((bytes) => Buffer.from(bytes))
    await whileAsleep(app, 'on-ac', (main) => expect(timesInMemory(main, key)).toBeGreaterThan(0))
    await whileAsleep(app, 'suspend', (main) => expect(timesInMemory(main, key)).toBe(0))
    const window = await locked(app)
    await unlock(window, passphrase)
    await expect(window.locator('article')).toContainText('Kept too.')
  })
}

test('while its disk is away a journal is locked all the same', async ({ app }) => {
  const { page, window } = await startedWithLock(app)
  const folder = join(app.userData, 'journal')
  await rename(folder, `${folder}-away`)
  // A sleep locks as well.
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'))
  const trouble = window.getByText(messages.finding.trouble.sentence(messages.failures['folder-missing']))
  await expect(trouble).toBeVisible()
  expect(await window.content()).not.toContain('Kept.')
  await rename(`${folder}-away`, folder)
  await window.getByRole('button', { name: messages.finding.trouble.again }).click()
  await locked(app)
  await unlock(window, passphrase)
  await expect(page.answer(0)).toContainText('Kept.')
})

test('words that wait for a choice are sealed and come back, and lie open once the lock is off', async ({ app }) => {
  test.slow()
  await app.launch()
  const page = await JournalPage.of(app)
  const { window } = page
  const drafts = join(app.userData, 'drafts')
  const journal = join(app.userData, 'journal')
  await page.type('Kept. ')
  await page.saved()
  await rename(journal, `${journal}-away`)
  await page.type(`${canary} unsaved.`)
  await expect(window.getByText(messages.writing.keptHere, { exact: true })).toBeVisible()
  await expect.poll(() => readable(drafts, `${canary} unsaved.`)).not.toEqual([])
  await app.kill()
  await rename(`${journal}-away`, journal)
  const [file = ''] = (await readdir(join(journal, 'entries'), { recursive: true })).filter((name) =>
    name.endsWith('.json'),
  )
  const path = join(journal, 'entries', file)
  const entry = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify({ ...entry, revision: entry.revision + 1, title: 'Theirs' }))

  await app.launch()
  const again = await JournalPage.of(app)
  await expect(again.window.getByRole('button', { name: messages.writing.choose })).toBeVisible()
  await turnOn(again.window)
  await expect.poll(() => readable(app.userData, canary)).toEqual([])
  await again.answer(0).click()
  await again.window.keyboard.press('ControlOrMeta+End')
  await again.type(' And on.')
  // Nothing has to be settled first: the words are safe.
  await again.window.keyboard.press('ControlOrMeta+l')
  await locked(app)
  expect(await again.window.content()).not.toContain(canary)
  await app.relaunch()
  const window_ = await locked(app)
  expect(await window_.content()).not.toContain(canary)
  expect(await readable(app.userData, canary)).toEqual([])

  await unlock(window_, passphrase)
  const opened = await JournalPage.of(app)
  await expect(opened.answer(0)).toHaveText(`Kept. ${canary} unsaved. And on.`)
  await expect(window_.getByRole('button', { name: messages.writing.choose })).toBeVisible()
  const settings = await openSettings(window_)
  await settings.getByRole('button', { name: words.turnOff }).click()
  const dialog = window_.getByRole('dialog', { name: words.offTitle })
  await dialog.getByLabel(words.screen.passphrase).fill(passphrase)
  await dialog.getByRole('button', { name: words.offAction }).click()
  await expect(window_.getByText(words.offDone)).toBeVisible()
  expect(await readable(drafts, `${canary} unsaved. And on.`)).not.toEqual([])
  await app.kill()
  await app.launch()
  const last = await JournalPage.of(app)
  await expect(last.answer(0)).toHaveText(`Kept. ${canary} unsaved. And on.`)
})

test.describe('this computer’s keychain', () => {
  const keyring = 'a keyring of this person'

  async function giveKeyring(app: JournalApp, name: string | null): Promise<void> {
    const surfaces = surfacesOf(app.electron)
    test.skip(!(await surfaces.present()), 'this runtime asks the system’s own keyring')
    await surfaces.use((hook, given: string | null) => hook.giveKeyring(given), name)
  }

  test('unlocks by a button once a copy of the key is in it, until that is taken away', async ({ app }) => {
    test.slow()
    const { window } = await startedWithLock(app)
    await giveKeyring(app, keyring)

    const keep = (await openSettings(window)).getByRole('button', { name: words.keepKey })
    await keep.focus()
    await window.keyboard.press('Enter')
    const dialog = window.getByRole('dialog', { name: words.keepTitle })
    await expect(dialog.getByLabel(words.screen.passphrase)).toBeFocused()
    await window.keyboard.type('guessed, and wrong')
    await window.keyboard.press('Enter')
    await expect(dialog.getByText(words.wrongPassphrase)).toBeVisible()
    expect(await violations(window), 'keep the key').toEqual([])
    await dialog.getByLabel(words.screen.passphrase).fill(passphrase)
    await window.keyboard.press('Enter')
    await expect(window.getByText(words.keepDone)).toBeVisible()

    await app.relaunch()
    const again = await locked(app)
    const here = again.getByRole('button', { name: words.screen.here })
    // Never by itself.
    await expect(here).toBeVisible()
    expect(await violations(again), 'locked, with a copy of the key').toEqual([])
    await here.click()
    await expect(again.getByText(messages.failed(messages.failures.keychain))).toBeVisible()
    await giveKeyring(app, keyring)
    await here.focus()
    await again.keyboard.press('Enter')
    const opened = await JournalPage.of(app)
    await expect(opened.answer(0)).toContainText('Kept.')

    const settings = await openSettings(again)
    await expect(settings.getByText(words.kept)).toBeVisible()
    await settings.getByRole('button', { name: words.forgetKey }).focus()
    await again.keyboard.press('Enter')
    await expect(settings.getByRole('button', { name: words.keepKey })).toBeFocused()
    await again.keyboard.press('Escape')
    await expect(again.getByRole('dialog')).toHaveCount(0)
    await again.keyboard.press('ControlOrMeta+l')
    await locked(app)
    await expect(again.getByRole('button', { name: words.screen.unlock, exact: true })).toBeVisible()
    await expect(here).toHaveCount(0)
    expect(await readFile(join(app.userData, 'device.json'), 'utf8')).not.toContain('"sealed"')
    await unlock(again, passphrase)
    await expect(opened.answer(0)).toContainText('Kept.')
  })

  test('that would only scramble is refused', async ({ app }) => {
    await app.launch()
    const page = await JournalPage.of(app)
    await turnOn(page.window)
    await giveKeyring(app, null)
    const settings = await openSettings(page.window)
    await expect(settings.getByText(words.keepImpossible)).toBeVisible()
    await expect(settings.getByRole('button', { name: words.keepKey })).toHaveCount(0)
  })
})

test('a journal that was locked before files said what they are of is migrated as it is unlocked, behind a backup', async ({
  app,
}) => {
  test.slow()
  const journal = join(app.userData, 'journal')
  writeOldJournal(journal)
  await app.launch()
  await unlock(await locked(app), passphraseOfOld)
  const page = await JournalPage.of(app)
  await page.type('Words of today.')
  await page.saved()
  for (const name of ['lock.json', 'sealed/lock.json'])
    expect(readKeyFile(await readFile(join(journal, name))).schema).toBe(2)
  const found = await readdir(join(journal, 'sealed'), { recursive: true, withFileTypes: true })
  const files = found.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name))
  expect(files.length).toBeGreaterThan(7)
  for (const file of files) expect(isOldForm(await readFile(file)), file).toBe(false)
  const backups = await readdir(`${journal}-backups`)
  expect(backups.filter((name) => name.endsWith('.zip'))).toHaveLength(1)
  await page.window.keyboard.press('ControlOrMeta+l')
  await unlock(await locked(app), passphraseOfOld)
  await expect((await JournalPage.of(app)).answer(0)).toContainText('Words of today.')
})
