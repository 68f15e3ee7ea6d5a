/** The headless verbs, as a person types them in a terminal. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchArguments } from '../../scripts/runtime/launchArguments'
import { findRuntime } from '../../scripts/runtime/runtime'
import { headlessSwitch } from '../../src/main/cli/switches'
import { messages } from '../../src/shared/messages/messages'
import { sampleMonth } from '../fixtures/sampleMonth'
import { writeSample } from '../fixtures/writeSample'
import type { JournalApp } from './support/journalApp'
import { expect, test } from './support/launch'
import { secondStart, startAgain } from './support/startAgain'

const repository = join(import.meta.dirname, '../..')

test.use({ start: { at: '2026-11-24T16:00:00Z', zone: 'Europe/Berlin' } })

function run(app: JournalApp, folder: string, ...args: string[]) {
  return spawnSync(
    process.execPath,
    [join(repository, 'node_modules/tsx/dist/cli.mjs'), join(repository, 'scripts/app.ts'), ...args],
    {
      cwd: folder,
      env: { ...secondStart(app), INIT_CWD: folder },
      encoding: 'utf8',
    },
  )
}

/** Without the runner's one line about the runtime. */
function ownLines(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line !== '' && !line.includes('stand-in'))
}

test('exports a period into a folder beside the caller, also while the app is open', async ({ app }) => {
  await writeSample(sampleMonth, app.userData, app.clock.now())
  await app.launch()
  const folder = await mkdtemp(join(tmpdir(), 'throughline-export-'))
  const profile = `--user-data-dir=${app.userData}`
  const all = run(app, folder, profile, '--export=all')
  expect(ownLines(all.stderr)).toEqual([])
  expect(all.status).toBe(0)
  const names = await readdir(join(folder, 'all'))
  expect(names).toHaveLength(sampleMonth.length)
  const week = names.find((name) => name.includes('the-week-the-ledger-moved')) ?? ''
  const text = await readFile(join(folder, 'all', week), 'utf8')
  expect(text).toContain('# The week the ledger moved')
  expect(text).toContain('## What did I deliver this week?')
  expect(text).toContain('Ledger import, first full run')

  const period = run(app, folder, profile, '--export=some', '--from=2026-11-23', '--to=2026-11-24')
  expect(period.status).toBe(0)
  expect(await readdir(join(folder, 'some'))).toHaveLength(3)

  const again = run(app, folder, profile, '--export=some', '--from=2026-11-23', '--to=2026-11-24')
  expect(again.status).toBe(0)
  expect(await readdir(join(folder, 'some'))).toHaveLength(3)
  await rm(folder, { recursive: true })
})

test('backs up into a new file, also while the app is open, and restores into a new folder', { tag: '@quick' }, async ({
  app,
}) => {
  await writeSample(sampleMonth, app.userData, app.clock.now())
  await app.launch()
  const folder = await mkdtemp(join(tmpdir(), 'throughline-backup-'))
  const profile = `--user-data-dir=${app.userData}`
  const made = run(app, folder, profile, '--backup=mine.zip')
  expect(ownLines(made.stderr)).toEqual([])
  expect(made.status).toBe(0)
  expect(made.stdout).toMatch(/files backed up to .*mine\.zip and verified/)
  const before = await readFile(join(folder, 'mine.zip'))
  const again = run(app, folder, profile, '--backup=mine.zip')
  expect(again.status).toBe(1)
  expect(ownLines(again.stderr)).toEqual([
    `throughline: ${messages.headless.notBackedUp(messages.failures['already-there'])}`,
  ])
  expect(await readFile(join(folder, 'mine.zip'))).toEqual(before)
  expect(run(app, folder, profile, `--backup=${join(app.userData, 'journal', 'x.zip')}`).status).toBe(1)

  const restored = run(app, folder, '--restore=mine.zip', '--to=deep/new')
  expect(ownLines(restored.stderr)).toEqual([])
  expect(restored.status).toBe(0)
  const entries = (of: string) => readdir(join(of, 'entries', '2026'))
  expect(await entries(join(folder, 'deep/new'))).toEqual(await entries(join(app.userData, 'journal')))
  expect(run(app, folder, '--restore=mine.zip', '--to=deep/new').status).toBe(1)
  expect(run(app, folder, '--restore=none.zip', '--to=other').status).toBe(1)
  await truncate(join(folder, 'mine.zip'), 400)
  const damaged = run(app, folder, '--restore=mine.zip', '--to=other')
  expect(ownLines(damaged.stderr)).toEqual([
    `throughline: ${messages.headless.notRestored(messages.failures['bad-backup'])}`,
  ])
  expect(await readdir(folder)).toEqual(['deep', 'mine.zip'])
  await rm(folder, { recursive: true })
})

test('checks every file, and says which can’t be read', { tag: '@quick' }, async ({ app }) => {
  await writeSample(sampleMonth, app.userData, app.clock.now())
  const profile = `--user-data-dir=${app.userData}`
  const whole = run(app, app.userData, profile, '--check')
  expect(whole.status).toBe(0)
  expect(whole.stdout).toContain('Everything you wrote can be read.')
  const year = join(app.userData, 'journal', 'entries', '2026')
  const [name = ''] = await readdir(year)
  await writeFile(join(year, name), 'damaged')
  const damaged = run(app, app.userData, profile, '--check')
  expect(damaged.status).toBe(1)
  expect(damaged.stderr).toContain(`entries/2026/${name}: ${messages.health.sentences.damaged}`)
  expect(await readFile(join(year, name), 'utf8')).toBe('damaged')
})

test('says in one line what is wrong, and exits with 1', async ({ app }) => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-export-'))
  const profile = `--user-data-dir=${app.userData}`
  for (const args of [['--export='], ['--export=x', '--from=2026-13-01'], ['--from=2026-01-01'], ['--export=x']]) {
    const { status, stderr } = run(app, folder, profile, ...args)
    expect(status, args.join(' ')).toBe(1)
    expect(ownLines(stderr), args.join(' ')).toHaveLength(1)
  }
  expect(await readdir(folder)).toEqual([])
  expect(run(app, folder, '--version').stdout.trim()).toBe('0.1.0')
  expect(run(app, folder, '--help').stdout).toContain('--export=DIR')
  await rm(folder, { recursive: true })
})

test('a command that breaks ends with one line, too', async ({ app }) => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-broken-'))
  await cp(join(repository, 'out'), join(folder, 'out'), { recursive: true })
  await cp(join(repository, 'package.json'), join(folder, 'package.json'))
  await writeFile(join(folder, 'out/main/runCheck.cjs'), 'throw new Error("not whole")')
  const runtime = await findRuntime()
  const args = launchArguments(runtime, [`--user-data-dir=${app.userData}`, '--check'])
  const { status, stderr } = spawnSync(
    runtime.executable,
    args.map((one) => (one === repository ? folder : one)),
    // Only for one that hangs.
    { encoding: 'utf8', timeout: 120_000 },
  )
  expect(stderr).toContain(`throughline: ${messages.failed(messages.failures.unexpected)}`)
  expect(status).toBe(1)
  await rm(folder, { recursive: true })
})

/** Started by its executable, as by another program, without the launcher of a package or the switch for no display. */
async function directly(
  app: JournalApp,
  ...args: string[]
): Promise<{ executable: string; given: string[]; env: NodeJS.ProcessEnv }> {
  const runtime = await findRuntime()
  const given = launchArguments(runtime, [`--user-data-dir=${app.userData}`, ...args])
  const env = { ...secondStart(app), DISPLAY: '', WAYLAND_DISPLAY: '' }
  return { executable: runtime.executable, given: given.filter((argument) => argument !== headlessSwitch), env }
}

test('a command that is started directly does its work without a display, and gives its own exit code', async ({
  app,
}) => {
  await writeSample(sampleMonth, app.userData, app.clock.now())
  for (const [args, status, said] of [
    [['--check'], 0, 'Everything you wrote can be read.'],
    [['--restore=none.zip', '--to=other'], 1, 'throughline: '],
    [['--version'], 0, '0.1.0'],
    [['--new'], 1, messages.commandLine.needsValue('new')],
  ] as const) {
    const { executable, given, env } = await directly(app, ...args)
    const ended = spawnSync(executable, given, { env, encoding: 'utf8' })
    expect(ended.stdout + ended.stderr).toContain(said)
    expect(ended.status, args.join(' ')).toBe(status)
  }
})

test('a command whose pipe is closed does its work, ends, and leaves nothing in the temporary folder', async ({
  app,
}) => {
  await writeSample(sampleMonth, app.userData, app.clock.now())
  const temporary = await mkdtemp(join(tmpdir(), 'throughline-temporary-'))
  const { executable, given, env } = await directly(app, '--check')
  const child = spawn(executable, [headlessSwitch, ...given], {
    env: { ...env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.destroy()
  // Electron's word on an error that nothing catches would come here.
  let shown = ''
  child.stderr.on('data', (chunk) => {
    shown += chunk
  })
  const [code] = await once(child, 'close')
  expect([code, shown]).toEqual([0, ''])
  expect(await readdir(temporary)).toEqual([])
  expect(await readdir(app.userData)).not.toContain('session')
  await rm(temporary, { recursive: true })
})

test('where the app can’t know whether it is open, it says so instead of ending without a word', async ({ app }) => {
  // What lies there is no lock, and can't be replaced by one.
  await mkdir(join(app.userData, 'SingletonLock', 'inside'), { recursive: true })
  for (const args of [[], ['--quit']]) {
    const { code, stderr } = await startAgain(app, ...args)
    expect(stderr).toContain(`throughline: ${messages.commandLine.notAlone(app.userData)}`)
    expect(code).toBe(1)
  }
})
