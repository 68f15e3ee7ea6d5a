import type { ElectronApplication, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchFixture } from './harness'

let app: ElectronApplication
let page: Page

const seen = () => app.evaluate(() => (globalThis as unknown as { seen: string[][] }).seen)

beforeAll(async () => {
  app = await launchFixture('window')
  page = await app.firstWindow()
})

beforeEach(async () => {
  await app.evaluate(() => void (globalThis as unknown as { seen: string[][] }).seen.splice(0))
})

afterAll(() => app.close())

test('a page cannot leave, whichever way it tries', async () => {
  await page.evaluate(() => {
    location.href = '/other'
  })
  // Prevented at the first question, so that the second is not asked.
  await expect.poll(seen).toEqual([['will-frame-navigate', 'app://fixture/other']])
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.com/', textContent: 'away' })
    document.body.append(link)
  })
  await page.getByText('away').click()
  await expect.poll(seen).toContainEqual(['will-frame-navigate', 'https://example.com/'])
  expect(await page.title()).toBe('Fixture')
  expect(await page.evaluate('scriptRan')).toBe(true)
})

test('a page that may leave does, and main is asked first', async () => {
  await app.evaluate(() => Object.assign(globalThis, { allowNavigation: true }))
  await page.evaluate(() => {
    location.href = '/other'
  })
  await expect.poll(() => page.title()).toBe('Other')
  expect(await seen()).toEqual([
    ['will-frame-navigate', 'app://fixture/other'],
    ['will-navigate', 'app://fixture/other'],
  ])
  await app.evaluate(async () => {
    const fixture = globalThis as unknown as {
      allowNavigation: boolean
      window: Electron.BrowserWindow
      seen: unknown[]
    }
    fixture.allowNavigation = false
    fixture.seen.length = 0
    await fixture.window.loadURL('app://fixture/')
  })
  expect(await seen()).toEqual([])
  expect(await page.title()).toBe('Fixture')
  await page.reload()
  expect(await seen()).toEqual([])
})

test('a page opens no window, neither by script nor by a link', async () => {
  expect(await page.evaluate('window.open("/other") === null')).toBe(true)
  await expect.poll(seen).toEqual([['open', 'app://fixture/other']])
  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('a'), { href: '/linked', target: '_blank', textContent: 'new' }),
    )
  })
  await page.getByText('new').click()
  await expect.poll(seen).toContainEqual(['open', 'app://fixture/linked'])
  await expect.poll(() => app.windows().length).toBe(1)
})

test('permissions that the app denies are denied', async () => {
  const states = page.evaluate(async () => {
    const names = ['notifications', 'geolocation', 'camera', 'microphone'] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(await states).toEqual(Array(4).fill('denied'))
  expect(await page.evaluate('Notification.requestPermission()')).toBe('denied')
  expect(
    await page.evaluate('navigator.mediaDevices.getUserMedia({ audio: true }).catch((error) => error.name)'),
  ).toMatch(/NotAllowedError|NotFoundError/)
})

test('the headers of the scheme are applied, and requests elsewhere are cancelled', async () => {
  const violated = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), { once: true })
        document.body.append(
          Object.assign(document.createElement('script'), { textContent: 'globalThis.injected = true' }),
        )
      }),
  )
  expect(await violated).toBe('script-src-elem')
  expect(await page.evaluate('typeof injected')).toBe('undefined')
  expect(
    await page.evaluate('fetch("/", { method: "POST", body: "x" }).then((answer) => answer.headers.get("x-fixture"))'),
  ).toBe('POST')
  expect(await page.evaluate('fetch("/missing").then((answer) => answer.status)')).toBe(404)
  expect(await page.evaluate('fetch("https://example.com/").catch((error) => error.name)')).toBe('TypeError')
  expect(await page.evaluate('isSecureContext')).toBe(true)
})

test('a page fetches from a scheme that allows it alone; main from either', async () => {
  const other = await launchFixture('window', ['--no-fetch'])
  const fetched = async (of: ElectronApplication) =>
    (await of.firstWindow()).evaluate('fetch("/page.js").then(({ status }) => status, (error) => error.name)')
  const asked = (of: ElectronApplication) =>
    of.evaluate(async ({ net }) => (await net.fetch('app://fixture/page.js')).text())
  expect([await fetched(app), await fetched(other)]).toEqual([200, 'TypeError'])
  expect([await asked(app), await asked(other)]).toEqual(Array(2).fill('globalThis.scriptRan = true'))
  await other.close()
})
