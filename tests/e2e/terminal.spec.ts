/** A page written in the terminal or from a pipe is the page that the window opens, whatever happens meanwhile. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messages } from '../../src/shared/messages/messages'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { today } from './support/journeyClock'
import { expect, test } from './support/launch'
import { passphrase, turnOn } from './support/lockSteps'
import { hasPseudoTerminal, keys, PseudoTerminal, terminalOf } from './support/pseudoTerminal'
import { secondStart } from './support/startAgain'

const repository = join(import.meta.dirname, '../..')
const words = messages.terminal
const delivered = 'What did I get done today that helps someone?'
const tomorrow = 'What is the one thing I want to do tomorrow?'

/** A command with its standard input from a pipe. */
function piped(app: JournalApp, input: string, ...args: string[]) {
  const tsx = join(repository, 'node_modules/tsx/dist/cli.mjs')
  const command = [tsx, join(repository, 'scripts/app.ts'), `--user-data-dir=${app.userData}`, ...args]
  return spawnSync(process.execPath, command, { env: secondStart(app), encoding: 'utf8', input })
}

async function entryFiles(app: JournalApp): Promise<string[]> {
  return readdir(join(app.userData, 'journal/entries', String(today.year).padStart(4, '0')))
}

test.describe('in a terminal', () => {
  test.skip(!hasPseudoTerminal, 'needs `script` of util-linux')

  test('a whole daily page is asked, interrupted and gone on with; the window and the export have the same page', {
    tag: '@quick',
  }, async ({ app }) => {
    const first = terminalOf(app, '--write')
    await first.shows(delivered)
    await first.type('Shipped the **ledger** import.', '- for finance', '')
    await first.shows(words.saved)
    await first.shows('2 of 5')
    await first.type('/why')
    await first.shows('Based on Scot Herrick')
    await first.type('/back')
    await first.shows('| for finance')
    await first.type('')
    first.press('Half a thought')
    await first.shows('> Half a thought')
    first.press(keys.interrupt)
    expect(await first.ended()).toBe(0)
    const [name = ''] = await entryFiles(app)
    expect(first.shown).toContain(join(app.userData, 'journal/entries', String(today.year), name))

    const second = terminalOf(app, '--write')
    await second.shows('3 of 5')
    await second.type('', 'Call Dana', '', '')
    expect(await second.ended()).toBe(0)
    expect(await entryFiles(app)).toEqual([name])

    const shown = piped(app, '', '--show')
    expect(shown.status).toBe(0)
    expect(shown.stdout).toContain('Shipped the **ledger** import.\n\n- for finance')
    expect(shown.stdout).toContain(`## ${tomorrow}\n\nCall Dana\n`)

    await app.launch()
    const page = await JournalPage.of(app)
    await expect(page.answer(0)).toContainText('Shipped the ledger import.')
    await expect(page.answer(0).getByRole('listitem')).toHaveText('for finance')
    await expect(page.answer(1)).toHaveText('Half a thought')
    await expect(page.answer(3)).toHaveText('Call Dana')
    const folder = await mkdtemp(join(tmpdir(), 'throughline-terminal-'))
    expect(piped(app, '', `--export=${folder}`).status).toBe(0)
    const [file = ''] = await readdir(folder)
    const body = shown.stdout.slice(shown.stdout.indexOf('## ')).trimEnd()
    expect(await readFile(join(folder, file), 'utf8')).toContain(body)
    await rm(folder, { recursive: true })
  })

  test('while the window is open its words come to the page there, beside what is typed there', async ({ app }) => {
    await app.launch()
    const page = await JournalPage.of(app)
    const terminal = terminalOf(app, '--write')
    await terminal.shows(delivered)
    await terminal.type('From the terminal.', '')
    await terminal.shows('2 of 5')
    // The same section, begun in the window after the terminal had read it.
    await page.type('From the window. ')
    await page.saved()
    await terminal.type('Focus from the terminal.', '', '/end')
    expect(await terminal.ended()).toBe(0)
    await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
    await expect(page.answer(0)).toContainText('From the window. ')
    await expect(page.answer(0)).toContainText('From the terminal.')
    await expect(page.answer(1)).toHaveText('Focus from the terminal.')
    // The caret stayed where it was.
    await page.type('And on.')
    await page.saved()
    await expect(page.answer(0)).toContainText('From the window. And on.')
    expect(await entryFiles(app)).toHaveLength(1)
    const shown = piped(app, '', '--show')
    expect(shown.stdout).toContain('From the window. And on.')
    expect(shown.stdout).toContain('From the terminal.')
    expect(await readdir(join(app.userData, 'journal/entries/inbox'))).toEqual([])
  })

  test('is what `npm start` begins without a display', async ({ app }) => {
    const start = [join(repository, 'scripts/start.ts'), `--user-data-dir=${app.userData}`]
    const terminal = new PseudoTerminal(app, start, { DISPLAY: '', WAYLAND_DISPLAY: '' })
    await terminal.shows(delivered)
    await terminal.type('Without a display.')
    terminal.press(keys.endOfFile)
    expect(await terminal.ended()).toBe(0)
    expect(piped(app, '', '--show').stdout).toContain('Without a display.')
  })

  test('a terminal that is closed takes no word along', async ({ app }) => {
    const terminal = terminalOf(app, '--write')
    await terminal.shows(delivered)
    await terminal.type('A line')
    terminal.press('and anoth')
    await terminal.shows('> and anoth')
    terminal.close()
    await terminal.ended()
    await expect.poll(() => piped(app, '', '--show').stdout).toContain('A line\\\nand anoth\n')
  })

  test('a locked journal asks for the passphrase, shows it nowhere and writes nothing without it', async ({ app }) => {
    test.slow()
    await app.launch()
    const page = await JournalPage.of(app)
    await page.type('Under the lock.')
    await page.saved()
    await turnOn(page.window)
    await app.close()
    const wrong = terminalOf(app, '--write')
    await wrong.shows(words.passphrase)
    await wrong.type('a long walk by the lake')
    expect(await wrong.ended()).toBe(1)
    expect(wrong.shown).toContain(messages.failures['wrong-passphrase'])

    const terminal = terminalOf(app, '--write')
    await terminal.shows(words.passphrase)
    await terminal.type(passphrase)
    await terminal.shows('2 of 5')
    await terminal.type('Zaunkönig', '', '/end')
    expect(await terminal.ended()).toBe(0)
    expect(terminal.shown).not.toContain(passphrase)

    const refused = piped(app, 'words', '--write')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain(words.isLocked)
    const given = piped(app, `${passphrase}\n---\n---\nFrom a pipe`, '--write', '--passphrase-stdin')
    expect(given.stderr).not.toContain('throughline:')
    expect(given.status).toBe(0)
    expect(piped(app, 'no\n', '--show', '--passphrase-stdin').status).toBe(1)
    const shown = piped(app, `${passphrase}\n`, '--show', '--passphrase-stdin')
    expect(shown.stdout).toContain('Under the lock.')
    expect(shown.stdout).toContain('Zaunkönig')
    expect(shown.stdout).toContain('From a pipe')
    const locked = (...asked: string[]) => piped(app, `${passphrase}\n`, ...asked, '--passphrase-stdin')
    expect(JSON.parse(locked('--find=zaunkonig', '--json').stdout)).toHaveLength(1)
    expect(piped(app, '', '--find=zaunkonig').stderr).toContain(words.isLocked)
    expect(locked('--list=tags').status).toBe(0)
    const exported = await mkdtemp(join(tmpdir(), 'throughline-exported-'))
    const out = join(exported, 'out')
    expect(locked(`--export=${out}`).status).toBe(0)
    expect(spawnSync('grep', ['-rl', 'Zaunk', out], { encoding: 'utf8' }).stdout).toContain('.md')
    await rm(exported, { recursive: true })
    expect(locked('--check').stdout).toContain(messages.headless.checked(''))
    expect(piped(app, 'no\n', '--check', '--passphrase-stdin').stderr).toContain(messages.failures['wrong-passphrase'])
    const found = spawnSync('grep', ['-rl', 'Zaunk', app.userData], { encoding: 'utf8' })
    expect(found.stdout).toBe('')
  })
})

test('from a pipe the answers go to the questions in their order, to the page of any day and template', async ({
  app,
}) => {
  const day = today.subtract({ days: 3 }).toString()
  const paragraphs = piped(app, 'First line\nand second\n\nFocus\n', '--write', `--day=${day}`)
  expect(paragraphs.status).toBe(0)
  const marked = piped(app, '---\n\nMore focus\n---\n---\nTomorrow', '--write', `--day=${day}`)
  expect(marked.status).toBe(0)
  const other = piped(app, 'Only this', '--write=blank', `--day=${day}`)
  expect(other.status).toBe(0)
  const { stdout } = piped(app, '', `--show=${day}`)
  expect(stdout).toContain(`## ${delivered}\n\nFirst line\\\nand second\n`)
  expect(stdout).toContain('Focus\n\nMore focus\n')
  expect(stdout).toContain(`## ${tomorrow}\n\nTomorrow\n`)
  expect(stdout).toContain('Only this')
  expect(piped(app, '', '--show').stdout).toBe('')
  await app.launch()
  const page = await JournalPage.of(app)
  // The day's one thing stands on the next page.
  await expect(page.window.locator('article')).toContainText('Tomorrow')
})

test('what makes no sense is refused in one sentence and changes nothing', async ({ app }) => {
  for (const [input, args, sentence] of [
    [' \n\n', ['--write'], words.nothingGiven],
    ['words', ['--write=poem'], messages.commandLine.noTemplate('poem')],
    ['words', ['--write', '--day=2026-02-30'], messages.commandLine.notADay('2026-02-30')],
    ['', ['--show=someday'], messages.commandLine.notADay('someday')],
  ] as const) {
    const { status, stdout, stderr } = piped(app, input, ...args)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr.split('\n').filter((line) => line.startsWith('throughline: '))).toEqual([`throughline: ${sentence}`])
  }
  const latin = spawnSync(
    process.execPath,
    [
      join(repository, 'node_modules/tsx/dist/cli.mjs'),
      join(repository, 'scripts/app.ts'),
      `--user-data-dir=${app.userData}`,
      '--write',
    ],
    { env: secondStart(app), encoding: 'utf8', input: Buffer.from([0xfc, 0x62, 0x65, 0x72]) },
  )
  expect(latin.stderr).toContain(words.notUtf8)
  await expect(entryFiles(app)).rejects.toThrow()
})
