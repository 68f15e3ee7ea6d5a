/** Goes to every screen as a person would and takes its picture into `shots/<theme>-<width>/`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { messages } from '../../src/shared/messages/messages'
import { JournalPage } from '../e2e/support/journalPage'
import { today } from '../e2e/support/journeyClock'
import { expect, test } from '../e2e/support/launch'
import { showIn } from '../e2e/support/showIn'
import { surfacesOf } from '../e2e/support/surfaces'
import { leaveCaptures } from '../fixtures/leaveCaptures'
import { leaveCopy } from '../fixtures/leaveCopy'
import type { SampleEntry } from '../fixtures/sampleMonth'
import { sampleMonth } from '../fixtures/sampleMonth'
import { sampleYear } from '../fixtures/sampleYear'
import { writeSample } from '../fixtures/writeSample'

const folder = join(import.meta.dirname, '../../shots')

const longEntry: SampleEntry = {
  daysAgo: 0,
  at: '08:00',
  template: 'daily',
  title: 'Everything I know about the refund desk, written down once so that nobody has to ask five people again',
  answers: {
    'daily.delivered': Array.from(
      { length: 40 },
      (_, at) =>
        `${at % 7 === 0 ? `## Part ${at / 7 + 1}\n\n` : ''}${at % 5 === 2 ? '- one step\n- another step\n  - a step inside it\n\n' : ''}A refund passes five desks, and each has its own idea of what a refund is. The first asks whether it may happen at all, the second whether it already did, and nobody asks the customer. ${at % 4 === 1 ? 'Averyveryverylongwordthatnobodywouldevertypebutthatapastecanbringalongwithoutwarninganyone. ' : ''}I followed *one* of them to its **end** and took notes.`,
    ).join('\n\n'),
  },
}

const tableEntry: SampleEntry = {
  daysAgo: 0,
  at: '08:00',
  template: 'daily',
  title: 'Who waits for whom',
  answers: {
    'daily.delivered': `Where the refunds stand:

| Desk | Waits for | Days |
| --- | --- | ---: |
| Ledger | **Ana**, who has the list<br>and Ben, who has the key | 3 |
| Support | the \`--dry\` run | 12 |
| Legal | | 1 |

The whole week:

| ${Array.from({ length: 14 }, (_, at) => `Column ${at + 1}`).join(' | ')} |
|${' --- |'.repeat(14)}
| ${Array.from({ length: 14 }, (_, at) => `cell ${at + 1}`).join(' | ')} |

And on.`,
  },
}

const scenes: readonly {
  name: string
  entries: readonly SampleEntry[]
  captures?: boolean
  copy?: boolean
  go: (page: Page) => Promise<unknown>
}[] = [
  { name: 'first-run', entries: [], go: async () => undefined },
  { name: 'today', entries: sampleMonth, go: async () => undefined },
  {
    name: 'week',
    entries: sampleMonth,
    go: (page) => openFromList(page, /The week the ledger moved/),
  },
  {
    name: 'decision',
    entries: sampleMonth,
    go: (page) => openFromList(page, /Move the cut-over/),
  },
  { name: 'long', entries: [longEntry, ...sampleMonth.slice(1)], go: async () => undefined },
  { name: 'table', entries: [tableEntry, ...sampleMonth.slice(1)], go: openTableTools },
  {
    name: 'why',
    entries: sampleMonth,
    go: (page) => page.getByRole('button', { name: messages.writing.whyThisQuestion }).first().click(),
  },
  {
    name: 'formatting',
    entries: sampleMonth,
    async go(page) {
      await page.getByRole('textbox', { name: /What did I get done/ }).click()
      await page.keyboard.press('ControlOrMeta+a')
      await expect(page.getByRole('toolbar')).toBeVisible()
    },
  },
  { name: 'palette', entries: sampleMonth, captures: true, go: (page) => page.keyboard.press('ControlOrMeta+Shift+p') },
  {
    name: 'palette-found',
    entries: sampleMonth,
    captures: true,
    async go(page) {
      await page.keyboard.press('ControlOrMeta+Shift+p')
      await page.keyboard.type('week')
    },
  },
  {
    name: 'keys-recording',
    entries: sampleMonth,
    async go(page) {
      const change = (command: string) => page.getByRole('button', { name: messages.keys.change(command) })
      await page.keyboard.press('ControlOrMeta+/')
      await change(messages.commands.newEntry).press('Enter')
      await page.keyboard.press('ControlOrMeta+j')
      await expect(page.getByRole('button', { name: messages.keys.reset(messages.commands.newEntry) })).toBeVisible()
      await change(messages.commands.today).press('Enter')
      await page.keyboard.press('ControlOrMeta+j')
      await expect(page.getByText(messages.keys.recording)).toBeVisible()
    },
  },
  {
    name: 'lock-settings',
    entries: sampleMonth,
    async go(page) {
      await page.keyboard.press('ControlOrMeta+,')
      await page.getByRole('button', { name: messages.locking.turnOn }).scrollIntoViewIfNeeded()
    },
  },
  { name: 'lock-passphrase', entries: sampleMonth, go: openLock },
  { name: 'lock-code', entries: sampleMonth, go: showCode },
  { name: 'lock-type-back', entries: sampleMonth, go: async (page) => void (await typeBack(page, '0000')) },
  { name: 'lock-done', entries: sampleMonth, go: async (page) => void (await turnLockOn(page)) },
  {
    name: 'locked',
    entries: sampleMonth,
    async go(page) {
      await turnLockOn(page)
      await page.getByRole('button', { name: messages.locking.done }).click()
      await page.keyboard.press('ControlOrMeta+l')
      await expect(page.getByRole('heading', { name: messages.locking.screen.title })).toBeVisible()
    },
  },
  { name: 'lock-keep-key', entries: sampleMonth, go: openKeepKey },
  {
    name: 'lock-settings-on',
    entries: sampleMonth,
    async go(page) {
      await keepKey(page)
      await page.keyboard.press('ControlOrMeta+,')
      await page.getByRole('button', { name: messages.locking.forgetKey }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'locked-with-key',
    entries: sampleMonth,
    async go(page) {
      await keepKey(page)
      await page.keyboard.press('ControlOrMeta+l')
      await expect(page.getByRole('button', { name: messages.locking.screen.here })).toBeVisible()
    },
  },
  {
    name: 'lock-change',
    entries: sampleMonth,
    async go(page) {
      await openLockSettings(page)
      await page.getByRole('button', { name: messages.locking.change }).click()
      await page.getByLabel(messages.locking.newPassphrase).fill('short')
    },
  },
  {
    name: 'lock-new-code',
    entries: sampleMonth,
    async go(page) {
      await openLockSettings(page)
      await page.getByRole('button', { name: messages.locking.renew }).click()
      await expect(page.getByRole('dialog', { name: messages.locking.renewTitle })).toBeVisible()
    },
  },
  {
    name: 'locked-recovery',
    entries: sampleMonth,
    async go(page) {
      await turnLockOn(page)
      await page.getByRole('button', { name: messages.locking.done }).click()
      await page.keyboard.press('ControlOrMeta+l')
      await page.getByRole('button', { name: messages.locking.screen.forgotten }).click()
      await page.getByLabel(messages.locking.code).fill('not a code')
    },
  },
  {
    name: 'search',
    entries: sampleMonth,
    async go(page) {
      await page.keyboard.press('ControlOrMeta+f')
      await page.getByRole('searchbox').fill('refund')
      await expect(page.locator('mark').first()).toBeVisible()
    },
  },
  {
    name: 'found-menu',
    entries: sampleMonth,
    async go(page) {
      await search(page, 'refund')
      await page.getByRole('button', { name: messages.results.all }).click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  {
    name: 'search-help',
    entries: sampleMonth,
    async go(page) {
      await search(page, 'refund')
      await page.getByRole('button', { name: messages.results.help }).click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  {
    name: 'search-mistakes',
    entries: sampleMonth,
    captures: true,
    go: (page) => search(page, 'refund OR ledger kind:wins after:2020-01-01'),
  },
  {
    name: 'saved-searches',
    entries: sampleMonth,
    async go(page) {
      for (const query of ['refund', 'is:starred practice:focus', `kind:win in:${today.year}`])
        await saveSearch(page, query)
      await page.getByRole('button', { name: messages.results.saved }).click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  {
    name: 'saved-edit',
    entries: sampleMonth,
    async go(page) {
      for (const query of ['refund', 'is:starred practice:focus', `kind:win in:${today.year}`])
        await saveSearch(page, query)
      await page.getByRole('button', { name: messages.results.saved }).click()
      await page.getByRole('menuitem', { name: messages.results.edit }).click()
      // The menu that closes is a dialog of the same name.
      await expect(page.getByRole('menu')).toHaveCount(0)
      await expect(page.getByRole('dialog', { name: messages.results.saved })).toBeVisible()
    },
  },
  {
    name: 'save-search',
    entries: sampleMonth,
    async go(page) {
      await saveSearch(page, 'refund')
      await search(page, 'refund')
      await page.getByRole('button', { name: messages.results.saved }).click()
      await page.getByRole('menuitem', { name: messages.results.save }).click()
      await expect(page.getByRole('dialog', { name: messages.results.saveTitle })).toBeVisible()
      await expect(page.getByRole('menu')).toHaveCount(0)
    },
  },
  {
    name: 'no-match',
    entries: sampleMonth,
    async go(page) {
      await page.keyboard.press('ControlOrMeta+f')
      await page.getByRole('searchbox').fill('zebra')
      await expect(page.getByText(messages.finding.noMatches)).toBeVisible()
    },
  },
  {
    name: 'new-entry',
    entries: sampleMonth,
    go: (page) => page.getByRole('button', { name: messages.writing.newEntry }).click(),
  },
  { name: 'focus', entries: sampleMonth, go: (page) => page.keyboard.press('ControlOrMeta+Shift+f') },
  {
    name: 'rail-toggled',
    entries: sampleMonth,
    go: (page) => page.getByRole('button', { name: messages.commands.toggleRail }).click(),
  },
  { name: 'settings', entries: sampleMonth, go: (page) => openDialog(page, 'ControlOrMeta+,') },
  {
    name: 'reminders',
    entries: sampleMonth,
    async go(page) {
      await openDialog(page, 'ControlOrMeta+,')
      await page.getByRole('button', { name: messages.commands.reminders }).click()
      await page.getByRole('button', { name: messages.reminding.editNamed(messages.reminding.usual.weekly) }).click()
    },
  },
  { name: 'export', entries: sampleMonth, go: (page) => openDialog(page, 'ControlOrMeta+Shift+e') },
  {
    name: 'trash',
    entries: sampleMonth,
    async go(page) {
      await page.getByRole('button', { name: messages.writing.more }).click()
      await page.getByRole('menuitem', { name: messages.writing.moveToTrash }).click()
      await expect(page.getByText(messages.writing.movedToTrash)).toBeVisible()
      await openDialog(page, 'ControlOrMeta+,')
      await page.getByRole('button', { name: messages.settings.trash }).click()
      await expect(page.getByRole('dialog', { name: messages.finding.trashTitle }).getByRole('listitem')).toBeVisible()
    },
  },
  {
    name: 'captures',
    entries: sampleMonth,
    captures: true,
    async go(page) {
      await page.getByRole('complementary', { name: messages.capturing.title }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'insert',
    entries: sampleMonth,
    captures: true,
    async go(page) {
      const margin = page.getByRole('complementary', { name: messages.capturing.title })
      await margin.getByRole('button').first().click()
      await page.getByRole('menuitem', { name: messages.capturing.insert }).click()
      await expect(page.getByRole('dialog', { name: messages.capturing.insert })).toBeVisible()
    },
  },
  {
    name: 'capture-menu',
    entries: sampleMonth,
    captures: true,
    async go(page) {
      await page.getByRole('complementary', { name: messages.capturing.title }).getByRole('button').last().click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  { name: 'looking-back', entries: sampleYear(today.toString()), captures: true, go: lookBack },
  {
    name: 'looking-back-words',
    entries: sampleYear(today.toString()),
    async go(page) {
      await lookBack(page)
      await page.getByRole('button', { name: new RegExp(`${messages.overview.show}$`) }).click()
      await page.getByRole('option', { name: messages.overview.measures.words }).click()
      await expect(page.getByRole('listbox')).toHaveCount(0)
      await page.locator('td[tabindex="0"]').focus()
      await page.keyboard.press('ArrowLeft')
    },
  },
  {
    name: 'looking-back-whole',
    entries: sampleYear(today.toString()),
    async go(page) {
      await lookBack(page)
      const table = page.getByRole('button', { name: messages.overview.asTable })
      await table.last().click()
      await page.getByRole('heading', { name: messages.overview.wholeTime }).evaluate((it) => it.scrollIntoView())
    },
  },
  {
    name: 'looking-back-table',
    entries: sampleYear(today.toString()),
    async go(page) {
      await lookBack(page)
      await page.getByRole('button', { name: messages.overview.asTable }).first().click()
    },
  },
  {
    name: 'looking-back-one',
    entries: sampleMonth.slice(0, 1),
    go: lookBack,
  },
  {
    name: 'looking-back-empty',
    entries: [],
    async go(page) {
      await page.keyboard.press('ControlOrMeta+Shift+l')
      await expect(page.getByText(messages.overview.nothingYet)).toBeVisible()
    },
  },
  {
    name: 'copies',
    entries: sampleMonth,
    copy: true,
    async go(page) {
      await page.getByRole('button', { name: messages.copying.compare }).click()
      await expect(page.getByRole('dialog').locator('mark').first()).toBeVisible()
    },
  },
  {
    name: 'history',
    entries: sampleMonth,
    async go(page) {
      const answer = page.getByRole('textbox', { name: /What did I get done/ })
      const { keyboard } = page
      await answer.click()
      await keyboard.press('ControlOrMeta+Home')
      await keyboard.type('Called the refund desk first. ')
      await expect(page.getByText(messages.writing.saved, { exact: true })).toBeVisible()
      await keyboard.press('ControlOrMeta+Shift+h')
      const dialog = page.getByRole('dialog', { name: messages.history.title })
      await expect(dialog.getByRole('insertion')).toBeVisible()
      await expect(dialog.getByText(/All earlier versions use/)).toBeVisible()
    },
  },
  {
    name: 'health',
    entries: sampleMonth,
    copy: true,
    async go(page) {
      await openDialog(page, 'ControlOrMeta+,')
      await page.getByRole('button', { name: messages.health.title }).click()
      await expect(page.getByText(messages.health.sentences.copy)).toBeVisible()
    },
  },
  {
    name: 'health-well',
    entries: sampleMonth,
    async go(page) {
      await openDialog(page, 'ControlOrMeta+,')
      await page.getByRole('button', { name: messages.health.title }).click()
      await expect(page.getByText(/All is well/)).toBeVisible()
    },
  },
  { name: 'backups', entries: sampleMonth, go: backUp },
  {
    name: 'restore',
    entries: sampleMonth,
    async go(page) {
      await changedSinceBackup(page)
      await page.getByRole('button', { name: new RegExp(messages.restoring.fates.newer, 'i') }).click()
    },
  },
  {
    name: 'restore-entries',
    entries: sampleMonth,
    async go(page) {
      await changedSinceBackup(page)
      const dialog = page.getByRole('dialog', { name: messages.restoring.title })
      await dialog.getByRole('radio', { name: messages.restoring.some }).press('Space')
      await dialog.getByRole('checkbox').first().press('Space')
    },
  },
  { name: 'keys', entries: sampleMonth, go: (page) => openDialog(page, 'ControlOrMeta+/') },
  {
    name: 'about',
    entries: sampleMonth,
    async go(page) {
      await openDialog(page, 'ControlOrMeta+,')
      await page.getByRole('button', { name: messages.settings.about }).click()
      await expect(page.getByRole('dialog', { name: messages.appName })).toBeVisible()
    },
  },
]

async function backUp(page: Page): Promise<void> {
  await openDialog(page, 'ControlOrMeta+,')
  const now = page.getByRole('button', { name: messages.backingUp.now })
  await now.click()
  await expect(page.getByText(/Last backup: /)).toBeVisible()
  await now.evaluate((it) => it.closest('section')?.scrollIntoView())
}

/** The dialog to go back, after an entry was written on. */
async function changedSinceBackup(page: Page): Promise<void> {
  await backUp(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('textbox', { name: messages.writing.title }).fill('Another title')
  await expect(page.getByText(messages.writing.saved, { exact: true })).toBeVisible()
  await openDialog(page, 'ControlOrMeta+,')
  await page.getByRole('button', { name: messages.restoring.open }).click()
  await expect(page.getByRole('dialog', { name: messages.restoring.title })).toBeVisible()
  await expect(page.getByText(messages.restoring.looking)).toHaveCount(0)
}

async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('searchbox').fill(query)
  await expect(page.getByRole('grid', { name: messages.finding.found })).toBeVisible()
}

async function saveSearch(page: Page, query: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('searchbox').fill(query)
  await page.getByRole('button', { name: messages.results.saved }).click()
  await page.getByRole('menuitem', { name: messages.results.save }).click()
  const dialog = page.getByRole('dialog', { name: messages.results.saveTitle })
  await dialog.getByRole('button', { name: messages.results.saveAction, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function lookBack(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+l')
  await expect(page.getByRole('heading', { name: messages.overview.wholeTime })).toBeVisible()
}

async function openDialog(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys)
  await expect(page.getByRole('dialog')).toBeVisible()
}

async function openTableTools(page: Page): Promise<void> {
  await page.getByRole('cell', { name: 'Support' }).click()
  await page.keyboard.press('Alt+F10')
  await expect(page.getByRole('toolbar')).toBeVisible()
}

/** On a narrow window the list waits behind its switch. */
async function openFromList(page: Page, name: RegExp): Promise<void> {
  const row = page.getByRole('row', { name })
  if (!(await page.getByRole('searchbox').isVisible())) {
    await page.getByRole('button', { name: messages.commands.toggleRail }).click()
  }
  await row.click()
  await expect(page.getByRole('textbox', { name: messages.writing.title })).not.toHaveValue('')
}

for (const theme of ['light', 'dark'] as const) {
  for (const width of [900, 1440]) {
    for (const { name, entries, captures = false, copy = false, go } of scenes) {
      test(`${name}, ${theme}, ${width} px`, async ({ app }) => {
        const place = join(folder, `${theme}-${width}`)
        await mkdir(place, { recursive: true })
        if (entries.length > 0) await writeSample(entries, app.userData, app.clock.now())
        if (captures) await leaveCaptures(app.userData, today.toString())
        if (copy) await leaveCopy(app.userData)
        const window = { x: 0, y: 0, width, height: 900, maximized: false }
        const device = { schema: 1, window, journalFolder: null, lastOpened: null }
        await writeFile(join(app.userData, 'device.json'), JSON.stringify(device))
        await app.launch()
        await surfacesOf(app.electron).use((surfaces) => surfaces.giveKeyring('a keyring'), null)
        const { window: page } = await JournalPage.of(app)
        await showIn(theme, app, page)
        await go(page)
        // A setting that was changed on the way has brought its own theme.
        await showIn(theme, app, page)
        await page.evaluate(async () => {
          await document.fonts.ready
          await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))
        })
        await page.screenshot({ path: join(place, `${name}.png`) })
      })
    }
  }
}

async function openLock(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,')
  await page.getByRole('button', { name: messages.locking.turnOn }).click()
  await page.getByLabel(messages.locking.newPassphrase).fill('a long walk by the sea')
  await page.getByLabel(messages.locking.again).fill('a long walk by the sea')
}

async function showCode(page: Page): Promise<string> {
  await openLock(page)
  await page.getByRole('button', { name: messages.locking.next }).click()
  return (await page.getByTestId('recovery-code').textContent()) ?? ''
}

async function typeBack(page: Page, typed?: string): Promise<void> {
  const code = await showCode(page)
  await page.getByRole('button', { name: messages.locking.next }).click()
  await page.getByLabel(messages.locking.code).fill(typed ?? code)
  await page.getByRole('button', { name: messages.locking.seal }).click()
}

async function openLockSettings(page: Page): Promise<void> {
  await turnLockOn(page)
  await page.getByRole('button', { name: messages.locking.done }).click()
  await page.keyboard.press('ControlOrMeta+,')
}

async function openKeepKey(page: Page): Promise<void> {
  await openLockSettings(page)
  await page.getByRole('button', { name: messages.locking.keepKey }).click()
  await expect(page.getByRole('dialog', { name: messages.locking.keepTitle })).toBeVisible()
}

async function keepKey(page: Page): Promise<void> {
  await openKeepKey(page)
  await page.getByLabel(messages.locking.screen.passphrase, { exact: true }).fill('a long walk by the sea')
  await page.getByRole('button', { name: messages.locking.keepAction }).click()
  await expect(page.getByText(messages.locking.keepDone)).toBeVisible()
}

async function turnLockOn(page: Page): Promise<void> {
  await typeBack(page)
  await expect(page.getByText(messages.locking.onDone)).toBeVisible()
}
