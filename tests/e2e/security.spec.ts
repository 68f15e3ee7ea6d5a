/** Electron's security checklist, as far as it can be seen from outside: https://www.electronjs.org/docs/latest/tutorial/security */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import fc from 'fast-check'
import { contentSecurityPolicy } from '../../src/main/windows/contentSecurityPolicy'
import type { JournalBridge } from '../../src/shared/contract/bridge'
import { requestNames } from '../../src/shared/contract/channels'
import { failureCodes } from '../../src/shared/domain/failure'
import { settingsSchema } from '../../src/shared/domain/settings/settings'
import { messages } from '../../src/shared/messages/messages'
import { anyJunk, fixedJunk } from '../contract/junk'
import { deep } from '../effort'
import { sampleMonth } from '../fixtures/sampleMonth'
import { writeSample } from '../fixtures/writeSample'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { surfacesOf } from './support/surfaces'

declare global {
  interface Window {
    readonly journal: JournalBridge
    /** Set by code that must never run. */
    ran?: string[]
    /** Directives of the policy that were broken. */
    broken?: string[]
  }
}

/** What the app hands to the system instead of the system getting it. */
async function catchOpened(electron: ElectronApplication): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedLinks: opened })
    shell.openExternal = async (url) => void opened.push(url)
    shell.openPath = async () => ''
  })
  return () => electron.evaluate(() => (globalThis as unknown as { openedLinks: string[] }).openedLinks)
}

/** The page is where it was, and can still be written on. */
async function expectUntouched(page: Page): Promise<void> {
  await expect(page).toHaveTitle('Throughline')
  expect(await page.evaluate(() => location.pathname)).toBe('/index.html')
  await expect(page.locator('[contenteditable="true"]').first()).toBeVisible()
}

test('2, 3, 4, 20: a page has nothing of Node or Electron but the bridge', { tag: '@quick' }, async ({ app }) => {
  await app.launch()
  const { window: page } = await JournalPage.of(app)
  const found = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.keys(window.journal).sort(),
    prototype: Object.getPrototypeOf(window.journal) === Object.prototype,
    secure: isSecureContext,
  }))
  expect(found).toEqual({ globals: [], bridge: ['on', 'request'], prototype: true, secure: true })
})

test('the browser under the page fetches nothing of its own: no dictionaries, and it finds no host', async ({
  app,
}) => {
  const electron = await app.launch()
  await JournalPage.of(app)
  const found = await electron.evaluate(({ app: main, session }) => ({
    rules: main.commandLine.getSwitchValue('host-resolver-rules'),
    checks: process.platform !== 'darwin' && session.defaultSession.isSpellCheckerEnabled(),
  }))
  expect(found).toEqual({ rules: 'MAP * ~NOTFOUND', checks: false })
  const fetched = await surfacesOf(electron).use(
    ({ records }) => records.filter(({ action }) => action === 'fetchDictionary'),
    null,
  )
  expect(fetched ?? []).toEqual([])
})

test('2, 3: the page can not reach through the bridge', async ({ app }) => {
  await app.launch()
  const { window: page } = await JournalPage.of(app)
  const reached = await page.evaluate(() => {
    const tried: string[] = []
    for (const reach of [window.journal.request, window.journal.on]) {
      // The constructor of a function of the preload would run code there.
      const make = Object.getPrototypeOf(reach).constructor
      tried.push(String(make === Function))
    }
    return tried
  })
  expect(reached).toEqual(['true', 'true'])
})

test.describe('5: permissions', () => {
  test('are all denied', async ({ app }) => {
    await app.launch()
    const { window: page } = await JournalPage.of(app)
    const states = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'window-management',
      ]
      return Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => state,
            () => 'denied',
          ),
        ),
      )
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
    expect(await page.evaluate(() => Notification.permission)).toBe('denied')
    const camera = page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        (error: Error) => error.name,
      ),
    )
    expect(['NotAllowedError', 'NotFoundError']).toContain(await camera)
  })
})

test.describe('6, 7, 8: the content security policy', () => {
  test('comes as a header with every file, word for word', { tag: '@quick' }, async ({ app }) => {
    await app.launch()
    const { window: page } = await JournalPage.of(app)
    const scripts = await page.evaluate(() =>
      Array.from(document.querySelectorAll('script[src]'), (script) => script.getAttribute('src') ?? ''),
    )
    const headers = await page.evaluate(
      (addresses) =>
        Promise.all(
          addresses.map(async (address) => {
            const { status, headers } = await fetch(address)
            return { status, policy: headers.get('content-security-policy') }
          }),
        ),
      ['index.html', ...scripts],
    )
    expect(headers.length).toBeGreaterThan(1)
    for (const header of headers) expect(header).toEqual({ status: 200, policy: contentSecurityPolicy })
  })

  test.describe('is obeyed', () => {
    // One pattern: Playwright takes a list of two for a value and its options.
    test.use({
      expectedProblems: [/Content Security Policy|Trusted|ERR_BLOCKED|Failed to load|origin: https:..example.com/i],
    })

    test('inline script, handlers, styles and eval do nothing', async ({ app }) => {
      await app.launch()
      const { window: page } = await JournalPage.of(app)
      const outcome = await page.evaluate(async () => {
        const broken: string[] = []
        window.broken = broken
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          broken.push(effectiveDirective),
        )
        const attempt = (act: () => unknown) => {
          try {
            act()
          } catch {
            broken.push('thrown')
          }
        }
        const body = document.body
        attempt(() => {
          const script = document.createElement('script')
          script.append('window.ran = ["script"]')
          body.append(script)
        })
        attempt(() => body.appendChild(document.createElement('b')).setAttribute('onclick', 'window.ran = ["handler"]'))
        document.querySelector<HTMLElement>('body > b')?.click()
        attempt(() => body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.ran = [1]">'))
        attempt(() => {
          const link = body.appendChild(document.createElement('a'))
          link.href = 'javascript:window.ran = ["link"]'
          link.click()
        })
        // From a timer: the evaluation of a test itself may do what the page may not.
        await new Promise<void>((resolve) => {
          setTimeout(() => {
            for (const source of [
              // biome-ignore lint/security/noGlobalEval: to see it refused
              () => eval('window.ran = ["eval"]'),
              () => new Function('window.ran = ["function"]')(),
            ])
              attempt(source)
            resolve()
          })
        })
        const style = document.createElement('style')
        style.append('body { outline: 9px solid red }')
        document.head.append(style)
        const outlined = getComputedStyle(body).outlineWidth
        style.remove()
        return { ran: window.ran ?? null, outlined }
      })
      expect(outcome.ran).toBeNull()
      expect(outcome.outlined).not.toBe('9px')
      // Violations are told in tasks of their own.
      await expect
        .poll(() => page.evaluate(() => window.broken))
        .toEqual(expect.arrayContaining(['require-trusted-types-for', 'script-src-elem', 'style-src-elem', 'thrown']))
      await expectUntouched(page)
    })

    test('1: nothing is fetched from elsewhere: fetch, image, font, worker, frame, socket, beacon', async ({ app }) => {
      await app.launch()
      const { window: page } = await JournalPage.of(app)
      const outcome = await page.evaluate(async () => {
        const broken: string[] = []
        window.broken = broken
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          broken.push(effectiveDirective),
        )
        const loads = (element: HTMLElement) =>
          new Promise<string>((resolve) => {
            element.addEventListener('load', () => resolve('loaded'))
            element.addEventListener('error', () => resolve('refused'))
            document.body.append(element)
          })
        const fetched = await fetch('https://example.com/').then(
          () => 'loaded',
          () => 'refused',
        )
        const image = await loads(Object.assign(new Image(), { src: 'https://example.com/x.png' }))
        const script = document.createElement('script')
        const scripted = await new Promise<string>((resolve) => {
          try {
            script.src = 'https://example.com/x.js'
            void loads(script).then(resolve)
          } catch {
            resolve('refused')
          }
        })
        const style = await loads(
          Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://example.com/x.css' }),
        )
        const font = await new FontFace('Far', 'url(https://example.com/x.woff2)').load().then(
          () => 'loaded',
          () => 'refused',
        )
        let socket = 'refused'
        try {
          const opened = new WebSocket('wss://example.com/')
          socket = await new Promise((resolve) => {
            opened.onopen = () => resolve('loaded')
            opened.onerror = () => resolve('refused')
          })
        } catch {}
        navigator.sendBeacon('https://example.com/', 'x')
        const frame = document.createElement('iframe')
        frame.src = 'https://example.com/'
        document.body.append(frame)
        const read = await fetch('file:///etc/passwd').then(
          () => 'loaded',
          () => 'refused',
        )
        frame.remove()
        return { fetched, image, scripted, style, font, socket, read }
      })
      expect(outcome).toMatchObject({
        fetched: 'refused',
        image: 'refused',
        scripted: 'refused',
        style: 'refused',
        font: 'refused',
        socket: 'refused',
        read: 'refused',
      })
      await expect
        .poll(() => page.evaluate(() => window.broken))
        .toEqual(expect.arrayContaining(['connect-src', 'img-src', 'frame-src', 'style-src-elem', 'font-src']))
      await expectUntouched(page)
    })
  })
})

test('1: what gets past the policy is cancelled before it leaves', async ({ app }) => {
  const electron = await app.launch()
  await JournalPage.of(app)
  const cancelled = await electron.evaluate(async ({ BrowserWindow }) => {
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    const loaded = await other.loadURL('http://127.0.0.1:9/').then(
      () => 'loaded',
      (error: Error) => error.message,
    )
    other.destroy()
    return loaded
  })
  expect(cancelled).toContain('ERR_BLOCKED_BY_CLIENT')
})

test.describe('11, 12: a webview', () => {
  test('is no element here', async ({ app }) => {
    await app.launch()
    const { window: page } = await JournalPage.of(app)
    const kind = await page.evaluate(() => Object.getPrototypeOf(document.createElement('webview')).constructor.name)
    expect(['HTMLElement', 'HTMLUnknownElement']).toContain(kind)
  })
})

test.describe('13: navigation', () => {
  test.use({ expectedProblems: [/navigate|Not allowed to load local resource|ERR_|Content Security Policy/i] })

  for (const [what, target] of [
    ['another site', 'https://example.com/'],
    ['a file', 'file:///etc/passwd'],
    ['another page of the app', 'assets/other.html'],
    ['the page again, with a query', 'index.html?again'],
    ['a document in the address', 'data:text/html,<h1>fake</h1>'],
  ] as const)
    test(`to ${what} is blocked`, { tag: what === 'another site' ? '@quick' : [] }, async ({ app }) => {
      await app.launch()
      const { window: page } = await JournalPage.of(app)
      await page.evaluate((address) => {
        const link = document.body.appendChild(document.createElement('a'))
        link.href = address
        link.click()
        link.remove()
      }, target)
      await page.evaluate((address) => {
        try {
          location.assign(address)
        } catch {}
      }, target)
      // Asked of main, so that what the page began had its time.
      expect(await page.evaluate(() => window.journal.request('entries.list', { after: null }))).toMatchObject({
        ok: true,
      })
      await expectUntouched(page)
      expect(await page.evaluate(() => location.search)).toBe('')
    })
})

test('14, 15: no page opens a window, and only web and mail links go to the system', { tag: '@quick' }, async ({
  app,
}) => {
  const electron = await app.launch()
  const { window: page } = await JournalPage.of(app)
  const opened = await catchOpened(electron)
  const good = ['https://example.com/a?b#c', 'http://example.com/', 'mailto:ada@example.com']
  const bad = [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-settings:',
    'vbscript:x',
    'ssh://host',
    'mailto:ada@example.com?attach=/etc/passwd',
    'https://bank.example@evil.example/',
    'app://journal/index.html',
    'about:blank',
  ]
  for (const url of [...bad, ...good]) await page.evaluate((address) => void globalThis.open(address), url)
  await expect.poll(opened).toEqual(good)
  for (const url of good)
    expect(await page.evaluate((link) => window.journal.request('links.open', { url: link }), url)).toEqual({
      ok: true,
      value: null,
    })
  for (const url of bad)
    expect(await page.evaluate((link) => window.journal.request('links.open', { url: link }), url), url).toEqual({
      ok: false,
      failure: { code: 'bad-request' },
    })
  expect(await opened()).toEqual([...good, ...good])
  const titles = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  )
  // Quick capture has a window of its own, hidden and made when there is time.
  expect(titles.filter((title) => title !== messages.capturing.window)).toEqual([messages.appName])
  await expectUntouched(page)
})

test.describe('17: the sender of a message', () => {
  test('an unknown request or event is refused in the preload', async ({ app }) => {
    await app.launch()
    const { window: page } = await JournalPage.of(app)
    const refused = await page.evaluate(async () => {
      // A page that was taken over keeps to no types.
      const request = window.journal.request as (name: unknown, request?: unknown) => Promise<unknown>
      const on = window.journal.on as (name: unknown, listener: () => void) => unknown
      const requests = [
        'shell.openExternal',
        'toString',
        '__proto__',
        'constructor',
        '',
        'app.start ',
        null,
        undefined,
        0,
        ['app.start'],
        {},
      ]
      const answers = await Promise.all(
        requests.map((name) =>
          (async () => request(name))().then(
            () => 'answered',
            (error: Error) => (/unknown request/.test(error.message) ? 'refused' : error.message),
          ),
        ),
      )
      const heard = ['ipc', '__proto__', '', null, 'flushAsked '].map((name) => {
        try {
          on(name, () => {})
          return 'heard'
        } catch {
          return 'refused'
        }
      })
      return [...answers, ...heard]
    })
    expect(new Set(refused)).toEqual(new Set(['refused']))
  })

  test('a page that is not ours gets no answer, also with the preload in it', async ({ app }) => {
    const electron = await app.launch()
    await JournalPage.of(app)
    const answer = await electron.evaluate(async ({ app: main, BrowserWindow }) => {
      const preload = `${main.getAppPath()}/out/preload/index.cjs`
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await other.loadURL('data:text/html,<title>foreign</title>')
      const answered = await other.webContents.executeJavaScript(`
        Promise.all(['app.start', 'entries.list', 'about.read'].map((name) => window.journal.request(name, undefined)))
      `)
      other.destroy()
      return answered
    })
    expect(answer).toEqual(Array(3).fill({ ok: false, failure: { code: 'bad-request' } }))
  })

  test.describe('a frame', () => {
    test.use({ expectedProblems: [/Content Security Policy|frame/i] })
    test('in our page has no bridge of its own', async ({ app }) => {
      await app.launch()
      const { window: page } = await JournalPage.of(app)
      const inside = await page.evaluate(() => {
        const frame = document.createElement('iframe')
        document.body.append(frame)
        const inner = frame.contentWindow
        const has = inner !== null && 'journal' in inner
        frame.remove()
        return has
      })
      expect(inside).toBe(false)
    })
  })
})

test.describe('18: our own scheme', () => {
  test('hostile addresses are not there', async ({ app }) => {
    test.info().annotations.push({
      type: 'addresses',
      description: 'tests/main/windows/pageProtocol.test.ts asks hundreds more',
    })
    const electron = await app.launch()
    await JournalPage.of(app)
    const statuses = await electron.evaluate(async ({ net }) => {
      const addresses = [
        '/',
        '/INDEX.HTML',
        '/index.html/',
        '/index.html%00',
        '/%69ndex.html',
        '/..%2fmain%2findex.cjs',
        '/..%5cmain%5cindex.cjs',
        '/%2e%2e/main/index.cjs',
        '/../licences.json',
        '/licences.json',
        '/package.json',
        '/assets/',
        '/assets/..%2f..%2fmain/index.cjs',
        '/etc/passwd',
        '/C:/Windows/win.ini',
        '//index.html',
        '/__proto__',
        '/constructor',
      ]
      const asked = addresses.map((address) => net.fetch(`app://journal${address}`))
      const posted = net.fetch('app://journal/index.html', { method: 'POST', body: 'x' })
      return Promise.all([...asked, posted].map(async (answer) => (await answer).status))
    })
    expect(new Set(statuses)).toEqual(new Set([404]))
  })
})
test('IPC: junk on every channel is answered with a failure or a value; the app works and no entry has changed', async ({
  app,
}) => {
  test.setTimeout(deep ? 1_800_000 : 600_000)
  await writeSample(sampleMonth, app.userData, app.clock.now())
  const electron = await app.launch()
  const journal = await JournalPage.of(app)
  const page = journal.window
  await catchOpened(electron)
  await electron.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] })
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
  })
  const before = await digests(join(app.userData, 'journal'))
  const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647)
  const random = fc.sample(anyJunk, { seed, numRuns: (deep ? 1_000 : 200) - fixedJunk.length })
  test.info().annotations.push({ type: 'seed', description: `SEED=${seed}` })
  const payloads = [...fixedJunk, ...random].map(wrapped)

  const known = new Set(failureCodes.map((code) => JSON.stringify({ code })))
  if (deep) console.info(`IPC: ${payloads.length} payloads on each of ${requestNames.length} channels`)
  for (const name of requestNames) {
    const answers = await page.evaluate(
      async ({ channel, given }) => {
        const request = window.journal.request as (name: string, request: unknown) => Promise<unknown>
        const ask = async ({ json, value }: { json?: string; value?: unknown }) => {
          try {
            return await request(channel, json === undefined ? value : JSON.parse(json))
          } catch (error) {
            return { thrown: String(error) }
          }
        }
        const all = []
        for (const payload of given) all.push(await ask(payload))
        // Answers that are values can be large; here only their shape counts.
        return all.map((answer) => {
          const { ok, failure, thrown } = answer as { ok?: boolean; failure?: unknown; thrown?: string }
          return { ok, failure, thrown }
        })
      },
      { channel: name, given: payloads },
    )
    expect(answers).toHaveLength(payloads.length)
    const strange = answers.filter(({ ok, failure, thrown }) => {
      // What can't be cloned never leaves the page.
      if (thrown !== undefined) return !/clone/i.test(thrown)
      return ok ? failure !== undefined : !known.has(JSON.stringify(failure))
    })
    expect(strange, name).toEqual([])
    const refused = answers.filter(({ ok }) => !ok).length
    expect(refused, `${name} refuses most of it`).toBeGreaterThan(payloads.length / 2)
  }

  expect(await digests(join(app.userData, 'journal'))).toEqual(before)
  settingsSchema.parse(JSON.parse(await readFile(join(app.userData, 'journal/settings.json'), 'utf8')))
  // The state before the first change of a run, which another device's change is merged against, and no other.
  const kept = join(app.userData, 'journal/versions/settings')
  const states = await readdir(kept).catch(() => [])
  expect(states.length).toBeLessThanOrEqual(1)
  for (const name of states) settingsSchema.parse(JSON.parse(await readFile(join(kept, name), 'utf8')))
  expect(await page.evaluate(() => Object.getOwnPropertyNames(Object.prototype).includes('polluted'))).toBe(false)
  expect(await electron.evaluate(() => 'polluted' in {})).toBe(false)
  await expectUntouched(page)
  await journal.answer(0).click()
  await page.keyboard.press('ControlOrMeta+End')
  await journal.type(' Still here.')
  await journal.saved()
})

/** For the way into the page: as JSON where that keeps everything (also a key `__proto__`), else as Playwright hands it over. */
function wrapped(value: unknown): { json?: string; value?: unknown } {
  try {
    const json = JSON.stringify(value)
    if (json !== undefined && JSON.stringify(JSON.parse(json)) === json && isPlain(value)) return { json }
  } catch {
    // A bigint or a circle.
  }
  return isHandedOver(value) ? { value } : { value: typeof value }
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return ['string', 'number', 'boolean'].includes(typeof value) || value === null
  return (
    (Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value))) &&
    Object.values(value).every(isPlain)
  )
}

/** Playwright knows these; of others it would make something else, or throw. */
function isHandedOver(value: unknown): boolean {
  return (
    value instanceof Date ||
    value instanceof RegExp ||
    ['undefined', 'number', 'bigint', 'boolean', 'string'].includes(typeof value)
  )
}

/** Of every file of the journal but the lock, whose owner renews it, and the settings: `{ manager: '' }` is no junk. */
async function digests(folder: string): Promise<Record<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: Record<string, string> = {}
  for (const file of files) {
    const path = join(file.parentPath, file.name)
    const isOfSettings = file.name === 'settings.json' || path.includes(join('versions', 'settings'))
    if (!file.isFile() || path.includes('lock') || isOfSettings) continue
    found[path] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  }
  return found
}
