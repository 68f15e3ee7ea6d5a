/** axe finds nothing on any screen, in either theme. */
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { messages } from '../../src/shared/messages/messages'
import { leaveCaptures } from '../fixtures/leaveCaptures'
import { sampleMonth } from '../fixtures/sampleMonth'
import { writeSample } from '../fixtures/writeSample'
import { JournalPage } from './support/journalPage'
import { today } from './support/journeyClock'
import { expect, test } from './support/launch'
import { showIn } from './support/showIn'
import { violations } from './support/violations'

for (const theme of ['light', 'dark'] as const) {
  test(`every screen, ${theme}`, { tag: theme === 'light' ? '@quick' : [] }, async ({ app }) => {
    await writeSample(sampleMonth, app.userData, app.clock.now())
    await leaveCaptures(app.userData, today.toString())
    await app.launch()
    const page = await JournalPage.of(app)
    await showIn(theme, app, page.window)
    const { window } = page
    const check = async (screen: string) => expect(await violations(window), screen).toEqual([])
    await expect(window.getByRole('complementary', { name: messages.capturing.title })).toBeVisible()
    await check('today')

    await window.getByRole('button', { name: messages.writing.newEntry }).click()
    await expect(window.getByRole('menu')).toBeVisible()
    await check('new entry')
    await window.keyboard.press('Escape')

    await window.getByRole('button', { name: messages.writing.more }).click()
    await expect(window.getByRole('menu')).toBeVisible()
    await check('the page’s menu')
    await window.getByRole('menuitem', { name: messages.writing.moveTo }).click()
    const move = window.getByRole('dialog', { name: messages.writing.moveTo })
    await expect(move).toBeVisible()
    await check('another day')
    await move.getByRole('button', { name: messages.writing.moveDay }).click()
    await expect(window.getByRole('grid', { name: /20\d\d/ }).last()).toBeVisible()
    await check('calendar of a date field')
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toHaveCount(1)
    await expect(move.locator(':focus')).toHaveCount(1)
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toHaveCount(0)

    const caught = window.getByRole('complementary', { name: messages.capturing.title })
    for (const action of [messages.capturing.insert, messages.capturing.edit]) {
      await caught.getByRole('button').first().click()
      await window.getByRole('menuitem', { name: action }).click()
      await expect(window.getByRole('dialog', { name: action })).toBeVisible()
      await check(action)
      await window.keyboard.press('Escape')
      await expect(window.getByRole('dialog')).toHaveCount(0)
    }

    await page.answer(0).click()
    await window.getByRole('button', { name: messages.writing.whyThisQuestion }).first().click()
    await check('why this question')

    await window.getByRole('button', { name: new RegExp(messages.finding.anyPractice) }).click()
    await expect(window.getByRole('listbox')).toBeVisible()
    await check('filter')
    await window.keyboard.press('Escape')

    await page.answer(0).click()
    await window.keyboard.press('ControlOrMeta+a')
    await expect(window.getByRole('toolbar')).toBeVisible()
    await check('formatting')
    await window.keyboard.press('ArrowRight')

    // On its way out it is there for a moment, beside the one that opens next.
    const closeMenu = async () => {
      await window.keyboard.press('Escape')
      await expect(window.getByRole('menu')).toHaveCount(0)
    }
    await window.keyboard.press('ControlOrMeta+Shift+p')
    await window.getByRole('combobox', { name: messages.palette.field }).fill('@')
    await expect(window.getByRole('option').first()).toBeVisible()
    await check('command palette')
    await window.keyboard.press('Escape')

    await window.keyboard.press('ControlOrMeta+f')
    await window.getByRole('searchbox').fill('refund')
    await expect(window.locator('mark').first()).toBeVisible()
    await check('search')
    await window.getByRole('button', { name: messages.results.all }).click()
    await expect(window.getByRole('menu')).toBeVisible()
    await check('all results')
    await closeMenu()
    await window.getByRole('button', { name: messages.results.help }).click()
    await expect(window.getByRole('menu')).toBeVisible()
    await check('search tips')
    await closeMenu()
    await window.getByRole('button', { name: messages.results.saved }).click()
    await window.getByRole('menuitem', { name: messages.results.save }).click()
    const save = window.getByRole('dialog', { name: messages.results.saveTitle })
    await expect(save).toBeVisible()
    await check('save a search')
    await save.getByRole('button', { name: messages.results.saveAction }).click()
    await expect(save).toHaveCount(0)
    await window.getByRole('button', { name: messages.results.saved }).click()
    await expect(window.getByRole('menuitem', { name: 'refund' })).toBeVisible()
    await check('saved searches')
    await window.getByRole('menuitem', { name: messages.results.edit }).click()
    // It is named like the dialog.
    await expect(window.getByRole('menu')).toHaveCount(0)
    await expect(window.getByRole('dialog', { name: messages.results.saved })).toBeVisible()
    await check('saved searches to change')
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toHaveCount(0)
    await window.getByRole('searchbox').fill('refund kind:wins before:someday')
    await expect(window.getByRole('button', { name: messages.results.showMistake('') }).first()).toBeVisible()
    await check('mistakes of a search')
    await window.getByRole('searchbox').fill('')

    for (const [command, title] of [
      ['settings', messages.settings.title],
      ['reminders', messages.reminding.title],
      ['trash', messages.finding.trashTitle],
      ['health', messages.health.title],
      ['exportPeriod', messages.settings.exportTitle],
      ['keys', messages.keys.title],
      ['about', messages.appName],
    ] as const) {
      await app.emit('commandChosen', { command })
      await expect(window.getByRole('dialog', { name: title })).toBeVisible()
      await check(command)
      if (command === 'reminders') {
        await window.getByRole('button', { name: messages.reminding.add }).click()
        await expect(window.getByRole('textbox', { name: messages.reminding.name })).toBeVisible()
        await check('a new reminder')
      }
      await window.keyboard.press('Escape')
      await expect(window.getByRole('dialog')).toHaveCount(0)
    }

    await window.keyboard.press('ControlOrMeta+Shift+L')
    await expect(window.getByRole('heading', { name: messages.overview.wholeTime })).toBeVisible()
    await check('looking back')
    for (const table of await window.getByRole('button', { name: messages.overview.asTable }).all()) await table.click()
    await expect(window.getByRole('main').getByRole('table')).toHaveCount(2)
    await check('looking back, as tables')
    await window.keyboard.press('Escape')
    await expect(page.answer(0)).toBeVisible()

    await app.emit('commandChosen', { command: 'capture' })
    const capture = await app.window(messages.capturing.window)
    await expect(capture.getByRole('textbox')).toBeVisible()
    expect(await violations(capture), 'capture').toEqual([])
    await capture.screenshot({ path: test.info().outputPath('capture.png') })
    await capture.keyboard.press('Escape')

    await rename(join(app.userData, 'journal'), join(app.userData, 'away'))
    await page.answer(0).click()
    await page.type('Not saved.')
    await expect(window.getByRole('button', { name: messages.writing.copyText })).toBeVisible()
    await check('not saved')
    await rename(join(app.userData, 'away'), join(app.userData, 'journal'))
    await window.getByRole('button', { name: messages.writing.retry }).click()
    await page.saved()
  })

  test(`first run, ${theme}`, { tag: theme === 'light' ? '@quick' : [] }, async ({ app }) => {
    await app.launch()
    const page = await JournalPage.of(app)
    await showIn(theme, app, page.window)
    await expect(page.window.getByText(messages.writing.welcome)).toBeVisible()
    expect(await violations(page.window)).toEqual([])
    await page.window.keyboard.press('ControlOrMeta+Shift+L')
    await expect(page.window.getByText(messages.overview.nothingYet)).toBeVisible()
    expect(await violations(page.window), 'looking back').toEqual([])
  })
}
