import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { headlessSwitch } from '../../src/main/cli/switches'
import { executable, fixture, launchFixture, ownTemporaryFolder, startFixture } from './harness'
import { processesWith } from './processes'

const userData = () => `--user-data-dir=${ownTemporaryFolder()}`

/** Neither a process nor a file remains of an app that had this temporary folder. */
async function expectNothingLeft(folder: string): Promise<void> {
  await expect.poll(() => processesWith(folder)).toEqual([])
  await expect.poll(() => readdirSync(folder)).toEqual([])
}

test('events come in the order Electron has', async () => {
  const { code, lines, errors } = await startFixture('order').finished
  expect(lines).toEqual([
    'ready at start: false',
    'will-finish-launching',
    'ready',
    'when ready',
    'web-contents-created',
    'browser-window-created',
    'loaded',
    'before-quit',
    'window close',
    'contents destroyed',
    'after quit',
    'window closed',
    'will-quit',
    'quit',
  ])
  expect([code, errors]).toEqual([0, ''])
})

test('a window that prevents its close stops the quitting, until it is asked again', async () => {
  const { lines } = await startFixture('order', ['--keep-window']).finished
  expect(lines.filter((line) => /quit|window close$/.test(line))).toEqual([
    'before-quit',
    'window close',
    'after quit',
    'before-quit',
    'window close',
    'will-quit',
    'quit',
  ])
})

test('a second instance hands its arguments to the first and gets no lock', async () => {
  const profile = userData()
  const first = startFixture('order', [profile, '--lock'])
  await expect.poll(first.lines).toContain('ready')
  const second = await startFixture('order', [profile, '--lock', 'more "words"\n']).finished
  expect([second.code, second.lines.at(-2)]).toEqual([7, 'lock: false'])
  const { lines } = await first.finished
  const handed = lines.find((line) => line.startsWith('second-instance: '))?.slice('second-instance: '.length) ?? '{}'
  const { args, ...rest } = JSON.parse(handed)
  expect({ ...rest, args: args.filter((argument: string) => argument !== headlessSwitch) }).toEqual({
    args: [
      '--allow-file-access-from-files',
      expect.stringContaining('fixtures/order'),
      profile,
      '--lock',
      'more "words"\n',
    ],
    directory: process.cwd(),
    data: { note: 'hello' },
  })
  expect(readdirSync(profile.split('=')[1] ?? '')).toEqual([])
})

test('the lock of a killed instance is free again', async () => {
  const profile = userData()
  const first = startFixture('order', [profile, '--lock'])
  await expect.poll(first.lines).toContain('ready')
  first.child.kill('SIGKILL')
  await first.finished
  const next = startFixture('order', [profile, '--lock'])
  await expect.poll(next.lines).toContain('ready')
  expect(next.lines()).toContain('lock: true')
  next.child.kill('SIGTERM')
  expect((await next.finished).code).toBe(0)
})

test('headless verbs need no Chromium', async () => {
  const folder = ownTemporaryFolder()
  const none = { CHROMIUM_PATH: '/nowhere/chromium', TMPDIR: folder }
  const fast = await startFixture('verb', ['--fast'], none).finished
  expect(fast).toMatchObject({ code: 3, lines: ['0.0.1 verb-fixture'], errors: '' })
  const slow = await startFixture('verb', [], none).finished
  expect(slow).toMatchObject({ code: 4, lines: ['ready: true'], errors: '' })
  const windowed = await startFixture('crash', [], none).finished
  expect(windowed).toMatchObject({ code: 1, errors: 'CHROMIUM_PATH names /nowhere/chromium, which does not exist.\n' })
  expect(readdirSync(folder)).toEqual([])
})

test('without a display only what the script does at once is done, unless the switch is there from the first', async () => {
  const none = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const run = (...args: string[]) => spawnSync(executable, args, { env: none, encoding: 'utf8' })
  expect(run(fixture('verb'), '--fast')).toMatchObject({ status: 3, stdout: '0.0.1 verb-fixture\n' })
  for (const late of [[], ['--append']]) {
    const { status, stdout, stderr } = run(fixture('verb'), ...late)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('Missing X server or $DISPLAY')
  }
  expect(run(headlessSwitch, fixture('verb'))).toMatchObject({ status: 4, stdout: 'ready: true\n' })
})

test('an ES module gets the same double as a CommonJS one', async () => {
  const { lines, errors } = await startFixture('esm').finished
  expect([lines, errors]).toEqual([['true true true', 'browser true true string'], ''])
})

test.each([
  [
    'quits',
    [],
    (child: { kill: (signal: NodeJS.Signals) => void }) => child.kill('SIGTERM'),
    { code: 0, signal: null },
  ],
  [
    'is killed',
    [],
    (child: { kill: (signal: NodeJS.Signals) => void }) => child.kill('SIGKILL'),
    { code: null, signal: 'SIGKILL' },
  ],
] as const)('nothing is left behind when the app %s', async (_how, args, end, expected) => {
  const folder = ownTemporaryFolder()
  const app = startFixture('crash', [...args], { TMPDIR: folder })
  await expect.poll(app.lines).toContain('open')
  expect(processesWith(folder).length).toBeGreaterThan(2)
  end(app.child)
  expect(await app.finished).toMatchObject(expected)
  await expectNothingLeft(folder)
})

test.each([
  [
    'a rejection that is not handled is warned of',
    '--reject',
    /UnhandledPromiseRejectionWarning: Error: the app has a fault/,
  ],
  [
    'an error that is not caught is shown',
    '--throw',
    /^A JavaScript error occurred in the main process\nUncaught Exception:\nError: the app has a fault/,
  ],
])('%s, and the app goes on', async (_what, how, shown) => {
  const app = startFixture('crash', [how])
  await expect.poll(app.lines).toEqual(['open', 'goes on'])
  app.child.kill('SIGTERM')
  const { code, errors } = await app.finished
  expect(errors).toMatch(shown)
  expect(code).toBe(0)
})

test('nothing is left behind by Playwright, whether it closes the app or kills its main process', async () => {
  const folder = ownTemporaryFolder()
  const closed = await launchFixture('window', [], { TMPDIR: folder })
  await closed.firstWindow()
  await closed.close()
  await expectNothingLeft(folder)

  const killed = await launchFixture('window', [], { TMPDIR: folder })
  await killed.firstWindow()
  const gone = new Promise((resolve) => killed.once('close', () => resolve(undefined)))
  expect(processesWith(folder).length).toBeGreaterThan(2)
  killed.process().kill('SIGKILL')
  await gone
  await expectNothingLeft(folder)
})
