import type { ElectronApplication, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFixture } from './harness'

/** What the fixture's preload exposes, and what its page and main process set. */
interface Bridge {
  invoke: (channel: string, ...args: unknown[]) => Promise<unknown>
  send: (channel: string, ...args: unknown[]) => void
  on: (channel: string, listener: (...args: unknown[]) => void) => () => void
  [name: string]: unknown
}

let app: ElectronApplication
let page: Page

/** Runs in the page, with the bridge as its argument. */
function inPage<T>(work: string): Promise<T> {
  return page.evaluate(`(async (bridge) => (${work}))(window.bridge)`) as Promise<T>
}

beforeAll(async () => {
  app = await launchFixture('window')
  page = await app.firstWindow()
})

afterAll(() => app.close())

test('an invoke brings an answer back, and values survive as structured clone keeps them', async () => {
  expect(await inPage('bridge.invoke("echo", { a: [1, "two", null] })')).toEqual({ a: [1, 'two', null] })
  expect(await inPage<boolean[]>('bridge.describeEcho()')).toEqual(Array(8).fill(true))
})

test('what cannot be cloned is refused with the words Electron has', async () => {
  for (const way of ['sendFunction', 'sendSymbol', 'sendNode']) {
    expect(await inPage(`bridge.${way}()`)).toBe('An object could not be cloned.')
  }
  expect(await inPage('bridge.invoke("bad-answer").catch((error) => error.message)')).toBe(
    "Error invoking remote method 'bad-answer': Error: An object could not be cloned.",
  )
})

test('a rejected invoke carries the message only', async () => {
  const failure = 'bridge.invoke("fail").catch((error) => [error.message, error.constructor.name, error.secret])'
  expect(await inPage(failure)).toEqual([
    "Error invoking remote method 'fail': RangeError: too far",
    'Error',
    undefined,
  ])
  expect(await inPage('bridge.invoke("nobody").catch((error) => error.message)')).toBe(
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  )
})

test('a channel has one handler', async () => {
  const second = app.evaluate(({ ipcMain }) => ipcMain.handle('echo', () => 1))
  await expect(second).rejects.toThrow("Attempted to register a second handler for 'echo'")
})

test('the sender is known by the address of its own scheme', async () => {
  expect(await inPage('bridge.invoke("sender")')).toEqual({
    url: 'app://fixture/',
    origin: 'app://fixture',
    parent: null,
    isMain: true,
    isTop: true,
  })
})

test('main sends to the page, the page to main, and listeners leave', async () => {
  await page.evaluate(() => {
    const { bridge } = window as unknown as { bridge: Bridge }
    const heard: unknown[] = []
    Object.assign(window, { heard, leave: bridge.on('news', (...args) => heard.push(args)) })
  })
  const send = (value: string) =>
    app.evaluate(
      ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.send('news', text, { n: 1 }),
      value,
    )
  await send('one')
  await expect.poll(() => page.evaluate('window.heard')).toEqual([['one', { n: 1 }]])
  await page.evaluate('window.leave()')
  await send('two')
  const answer = app.evaluate(
    ({ ipcMain }) =>
      new Promise((resolve) =>
        ipcMain.once('post', (event, value) => {
          event.reply('news', 0)
          resolve([...(value as Map<number, number>)])
        }),
      ),
  )
  await inPage('bridge.send("post", new Map([[1, 2]]))')
  expect(await answer).toEqual([[1, 2]])
  expect(await page.evaluate('window.heard.length')).toBe(1)
})

test('a sandboxed preload may require four modules and has no more of electron than the double', async () => {
  expect(await inPage('bridge.requires')).toEqual({
    electron: 'object',
    events: 'function',
    'node:timers': 'object',
    url: 'object',
    fs: 'module not found: fs',
    'node:path': 'module not found: node:path',
    './other.cjs': 'module not found: ./other.cjs',
  })
  expect(await inPage('bridge.traces')).toEqual([])
  expect(await inPage('bridge.unknown')).toBe('not in the stand-in: electron (in a preload).webFrame')
  expect(await inPage('bridge.sendSync')).toBe('not in the stand-in: ipcRenderer.sendSync')
  expect(await inPage('bridge.process')).toEqual({
    type: 'renderer',
    sandboxed: true,
    electron: expect.stringMatching(/^\d+\./),
  })
})

test('the page gets nothing of the preload but what it exposes, copied and frozen', async () => {
  expect(await page.evaluate('[typeof preloadSecret, typeof require, typeof process, typeof module]')).toEqual(
    Array(4).fill('undefined'),
  )
  expect(
    await page.evaluate(
      'Object.isFrozen(bridge) && Object.isFrozen(bridge.nested) && Object.isFrozen(bridge.nested.list[1])',
    ),
  ).toBe(true)
  expect(
    await page.evaluate('(() => { "use strict"; try { window.bridge = 1 } catch (error) { return error.name } })()'),
  ).toBe('TypeError')
  expect(await inPage('bridge.twice')).toBe('Cannot bind an API on top of an existing property on the window object')
  const names = 'Object.getOwnPropertyNames(window).filter((name) => /standin|pageScript|electron/i.test(name))'
  expect(await page.evaluate(names)).toEqual([])
})

test('functions and errors cross between the worlds', async () => {
  expect(await inPage('bridge.callTwice((n) => n * 10)')).toEqual([10, 20])
  expect(
    await inPage(
      '(() => { try { bridge.failing() } catch (error) { return [error.message, error instanceof Error] } })()',
    ),
  ).toEqual(['from the preload', true])
})

test('a preload that fails says so and reports to main', async () => {
  const broken = await launchFixture('window', ['--preload=broken'])
  const window = await broken.firstWindow()
  const said = window.waitForEvent('console', (message) => message.text().includes('Unable to load preload script'))
  const reported = broken.evaluate(() => {
    const { webContents } = (globalThis as unknown as { window: Electron.BrowserWindow }).window
    return new Promise((resolve) => {
      webContents.once('preload-error', (_event, path, error) => resolve([path, error.message]))
      webContents.reload()
    })
  })
  expect(await reported).toEqual([expect.stringMatching(/broken\.cjs$/), 'this preload is broken'])
  expect((await said).type()).toBe('error')
  await broken.close()
})
