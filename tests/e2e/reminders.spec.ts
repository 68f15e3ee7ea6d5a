/** Reminders: offered once, at their time under a set clock, answered in the window or the notification, silent when the day is written. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import type { Reminder, ReminderPlan } from '../../src/shared/domain/reminder/reminder'
import { findTemplate } from '../../src/shared/domain/template/builtIn/builtInTemplates'
import { messages } from '../../src/shared/messages/messages'
import { type BusSays, fakeBus } from './support/fakeBus'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { surfacesOf } from './support/surfaces'

const words = messages.reminding
const delivered = findTemplate('delivered')?.name ?? 'no such template'

/** A Tuesday, a quarter of an hour before the reminder. */
test.use({ start: { at: '2026-11-24T15:30:00Z', zone: 'Europe/Berlin' } })

const reminder = {
  id: '11111111-1111-4111-8111-111111111111',
  name: 'End of day',
  weekdays: [1, 2, 3, 4, 5],
  time: '16:45',
  template: 'delivered',
  onlyIfUnwritten: true,
  enabled: true,
} satisfies Reminder

/** A journal in which the person chose this reminder. */
async function choose(
  app: JournalApp,
  part: Partial<Reminder> = {},
  silent: Partial<Omit<ReminderPlan, 'reminders'>> = {},
): Promise<void> {
  await app.launch()
  await JournalPage.of(app)
  await app.close()
  const path = join(app.userData, 'journal/settings.json')
  const settings = await readFile(path, 'utf8').then(JSON.parse, () => ({
    schema: 1,
    theme: 'system',
    textSize: 'medium',
    dayEnds: '00:00',
    weekStart: null,
    manager: null,
  }))
  const reminders = { reminders: [{ ...reminder, ...part }], pausedUntil: null, holidays: [], ...silent }
  await mkdir(join(app.userData, 'journal'), { recursive: true })
  await writeFile(path, JSON.stringify({ ...settings, reminders }))
}

async function atWork(app: JournalApp, notifications: BusSays['notifications'] = 'answers') {
  const electron = await app.launch({ env: await fakeBus(app.userData, { notifications }) })
  return { electron, page: await JournalPage.of(app), later: (at: string) => app.setClock(at) }
}

const shown = (electron: ElectronApplication) =>
  surfacesOf(electron).use(
    ({ records }) =>
      records
        .filter(({ surface, action }) => surface === 'notification' && action === 'show')
        .map(({ detail }) => detail),
    null,
  )

const waiting = (page: JournalPage) => page.window.getByText(/^It is time for End of day \(4:45\sPM\)\.$/)

test('are offered once, never imposed, and planned in words', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  const { keyboard } = page.window
  await expect(page.window.getByText(words.offer.sentence)).toBeVisible()
  // The caret is not taken.
  await page.type('Writing first.')
  await page.saved()
  await page.window.getByRole('button', { name: words.offer.choose }).press('Enter')
  const dialog = page.window.getByRole('dialog', { name: words.title })
  await expect(dialog.getByText(words.usual.daily, { exact: true })).toBeVisible()
  await expect(dialog.getByText(/Friday, .*4:00.*, Weekly review/).first()).toBeVisible()
  await expect(page.window.getByText(words.offer.sentence)).toHaveCount(0)
  // Off, renamed, deleted: by keyboard alone.
  await dialog.getByRole('switch', { name: words.enabled(words.usual.weekly) }).press('Space')
  await expect(dialog.getByText(/Weekly review$/)).toHaveCount(1)
  await dialog.getByRole('button', { name: words.editNamed(words.usual.daily) }).press('Enter')
  await expect(dialog.getByRole('textbox', { name: words.name })).toBeFocused()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('Close the laptop')
  await keyboard.press('Enter')
  await expect(dialog.getByText('Close the laptop', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: /, Close the laptop$/ })).toHaveCount(5)
  await dialog.getByRole('button', { name: words.removeNamed('Close the laptop') }).press('Enter')
  await expect(dialog.getByText(words.nextNone)).toBeVisible()
  await app.relaunch()
  const again = await JournalPage.of(app)
  await again.window.keyboard.press('ControlOrMeta+,')
  await again.window.getByRole('button', { name: messages.commands.reminders }).click()
  await expect(again.window.getByRole('switch')).toHaveCount(1)
  await expect(again.window.getByRole('switch')).not.toBeChecked()
})

test('a refusal is kept', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  await page.window.getByRole('button', { name: words.offer.no }).click()
  await expect(page.window.getByText(words.offer.sentence)).toHaveCount(0)
  await app.relaunch()
  const again = await JournalPage.of(app)
  await again.window.keyboard.press('ControlOrMeta+,')
  await expect(again.window.getByRole('dialog')).toBeVisible()
  await expect(again.window.getByText(words.offer.sentence)).toHaveCount(0)
})

test('one fires at its time, once, and a click opens its page in the same window', { tag: '@quick' }, async ({
  app,
}) => {
  await choose(app)
  const { electron, page, later } = await atWork(app)
  await later('2026-11-24T15:45:01Z')
  await expect(waiting(page)).toBeVisible()
  const seen = await shown(electron)
  test.skip(seen === undefined, 'the runtime shows its notifications to nobody')
  await expect.poll(() => shown(electron)).toEqual([{ title: 'End of day', body: delivered }])
  await later('2026-11-24T15:46:00Z')
  await surfacesOf(electron).use((surfaces) => surfaces.clickNotification(), null)
  await expect(page.window.locator('article header')).toContainText(delivered)
  await expect(waiting(page)).toHaveCount(0)
  expect((await shown(electron))?.length).toBe(1)
  // Written: the day is done, also for what would come later.
  await page.type('It is out.')
  await page.saved()
  await later('2026-11-24T19:00:00Z')
  expect((await shown(electron))?.length).toBe(1)
})

test('what counts as written is chosen by keyboard, and kept', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  await page.window.getByRole('button', { name: words.offer.choose }).press('Enter')
  const dialog = page.window.getByRole('dialog', { name: words.title })
  const counts = dialog.getByRole('button', { name: words.silencedBy })
  await dialog.getByRole('button', { name: words.editNamed(words.usual.weekly) }).press('Enter')
  await expect(counts).toContainText(words.silencers.week('Weekly review'))
  await page.window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.window.keyboard.press('ControlOrMeta+,')
  await page.window.getByRole('button', { name: messages.commands.reminders }).press('Enter')
  await dialog.getByRole('button', { name: words.editNamed(words.usual.daily) }).press('Enter')
  await expect(counts).toContainText(words.silencers.template('Daily reflection'))
  await counts.press('Enter')
  await page.window.getByRole('option', { name: words.silencers.any('') }).press('Enter')
  await expect(counts).toContainText(words.silencers.any(''))
  await dialog.getByRole('switch', { name: words.onlyIfUnwritten }).press('Space')
  await expect(counts).toHaveCount(0)
  await dialog.getByRole('switch', { name: words.onlyIfUnwritten }).press('Space')
  await expect(counts).toContainText(words.silencers.any(''))
  await dialog.getByRole('button', { name: words.save }).press('Enter')
  await expect(counts).toHaveCount(0)
  // The form closes while the disk is being asked.
  await expect
    .poll(
      async () => JSON.parse(await readFile(join(app.userData, 'journal/settings.json'), 'utf8')).reminders.reminders,
    )
    .toMatchObject([
      { name: words.usual.daily, onlyIfUnwritten: true, silencedBy: 'any' },
      { name: words.usual.weekly, onlyIfUnwritten: true, silencedBy: 'week' },
    ])
})

test('a page of the morning does not silence the evening’s, and a start in the evening opens that', async ({ app }) => {
  app.clock.set({ at: '2026-11-24T08:00:00Z', zone: app.clock.now().zone })
  await choose(app)
  const { page, later } = await atWork(app)
  await page.type('Written in the morning.')
  await page.saved()
  await later('2026-11-24T15:45:01Z')
  await expect(waiting(page)).toBeVisible()
  await app.relaunch()
  const evening = await JournalPage.of(app)
  await expect(evening.window.locator('article header')).toContainText(delivered)
  await expect(evening.window.getByRole('row', { name: /Written in the morning/ })).toBeVisible()
  await evening.type('Written in the evening.')
  await evening.saved()
  await expect(waiting(evening)).toHaveCount(0)
  await app.relaunch()
  await expect((await JournalPage.of(app)).answer(0)).toHaveText('Written in the evening.')
})

test('it is silent when something is written that day, where any page counts', async ({ app }) => {
  await choose(app, { silencedBy: 'any' })
  const { electron, page, later } = await atWork(app)
  await page.window.keyboard.press('ControlOrMeta+t')
  await expect(page.heading).toContainText('November 24')
  await page.type('Written in time.')
  await page.saved()
  await later('2026-11-24T15:45:01Z')
  await later('2026-11-25T15:45:01Z')
  // The next day's comes, and it is the only one.
  await expect(waiting(page)).toHaveCount(1)
  const seen = await shown(electron)
  if (seen !== undefined) await expect.poll(async () => (await shown(electron))?.length).toBe(1)
})

test('put off it comes again; skipped it does not', async ({ app }) => {
  await choose(app)
  const { page, later } = await atWork(app)
  await later('2026-11-24T15:45:01Z')
  await page.window.getByRole('button', { name: words.snoozeNamed('End of day') }).press('Enter')
  await page.window.getByRole('menuitem', { name: words.snoozes[30] }).press('Enter')
  await expect(waiting(page)).toHaveCount(0)
  await later('2026-11-24T16:15:05Z')
  await expect(waiting(page)).toBeVisible()
  await page.window.getByRole('button', { name: words.skipNamed('End of day') }).press('Enter')
  await expect(waiting(page)).toHaveCount(0)
  await later('2026-11-24T20:00:00Z')
  await later('2026-11-25T15:45:01Z')
  await expect(waiting(page)).toBeVisible()
})

test('what sleep missed is told once, in one line', async ({ app }) => {
  await choose(app)
  const { page, later } = await atWork(app)
  await later('2026-11-26T08:00:00Z')
  const line = page.window.getByText(
    words.missed(words.missedOn('End of day', 'Tuesday, November 24 and Wednesday, November 25')),
  )
  await expect(line).toBeVisible()
  await expect(waiting(page)).toHaveCount(0)
  await page.window.getByRole('button', { name: words.dismiss }).press('Enter')
  await expect(line).toHaveCount(0)
})

test('on a holiday and in a pause none comes, and none is told afterwards', async ({ app }) => {
  await choose(app, {}, { holidays: [{ from: '2026-11-24', to: '2026-11-24' }] })
  const { electron, page, later } = await atWork(app)
  test.skip(!(await surfacesOf(electron).present()), 'the runtime shows its tray to nobody')
  await later('2026-11-24T15:45:01Z')
  await expect(waiting(page)).toHaveCount(0)
  // After midnight, as the calendar has it.
  await later('2026-11-25T00:30:00Z')
  await surfacesOf(electron).use((surfaces, label) => surfaces.clickTrayMenu(label), messages.tray.untilTomorrow)
  await page.window.getByRole('button', { name: messages.commands.settings }).click()
  await page.window.getByRole('button', { name: messages.commands.reminders }).click()
  const dialog = page.window.getByRole('dialog', { name: words.title })
  await expect(dialog.getByText(words.isPaused('Thursday, November 26'))).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: /End of day$/ })).toHaveCount(5)
  await page.window.keyboard.press('Escape')
  await later('2026-11-25T15:45:01Z')
  await later('2026-11-26T08:00:00Z')
  await app.relaunch()
  const again = await JournalPage.of(app)
  await app.setClock('2026-11-26T15:45:01Z')
  await expect(waiting(again)).toHaveCount(1)
  // Neither missed: nobody was to be asked.
  await expect(again.window.getByText(/^Reminders not shown in time/)).toHaveCount(0)
})

test('without a notification service a reminder is in the window, and that is said', async ({ app }) => {
  test.skip(process.platform !== 'linux', 'only Linux has services that may be absent')
  await choose(app)
  const { electron, page, later } = await atWork(app, 'nobody')
  await later('2026-11-24T15:45:01Z')
  await expect(waiting(page)).toBeVisible()
  await page.window.getByRole('button', { name: messages.commands.settings }).click()
  await page.window.getByRole('button', { name: messages.commands.reminders }).click()
  await expect(page.window.getByRole('dialog', { name: words.title }).getByText(words.notShown)).toBeVisible()
  expect(await shown(electron)).toEqual([])
})

test('a service that hangs keeps nobody waiting: main answers while it is being asked', async ({ app }) => {
  test.skip(process.platform !== 'linux', 'only Linux has services that may hang')
  await choose(app)
  const { electron, page, later } = await atWork(app, 'hangs')
  // From the moment at which the reminder is told main has the service before it, until it gives that up.
  const order = page.window.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const seen: string[] = []
        const happened = (what: string) => {
          seen.push(what)
          if (seen.length === 3) resolve(seen)
        }
        window.journal.on('remindersChanged', ({ waiting: waits, notifies }) => {
          if (waits.length === 1 && seen.length === 0) {
            happened('asked')
            void window.journal
              .request('settings.change', { manager: 'Ines' })
              .then((answer) => happened(answer.ok ? 'answered' : 'refused'))
          }
          if (!notifies && !seen.includes('given up')) happened('given up')
        })
      }),
  )
  await later('2026-11-24T15:45:01Z')
  expect(await order).toEqual(['asked', 'answered', 'given up'])
  await expect(waiting(page)).toBeVisible()
  expect(await shown(electron)).toEqual([])
})
