/// <reference path="../standin/pageSource.d.ts" />
/** What `src` uses of Electron, held against Electron's types and against the stand-in. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pagePrivileges } from '../../src/main/windows/pageOrigin'
import { electronModule } from '../standin/electronModule'

const repository = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(repository, path), 'utf8')
const filesBelow = (folder: string) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, text: read(join(folder, name)) }))

const main = filesBelow('src/main')
const types = read('node_modules/electron/electron.d.ts')

/** The names that listeners are added to in `src/main`, each with its type in Electron's. */
const emitters: Readonly<Record<string, string>> = {
  app: 'App',
  powerMonitor: 'PowerMonitor',
  nativeTheme: 'NativeTheme',
  session: 'Session',
  window: 'BrowserWindow',
  created: 'BrowserWindow',
  webContents: 'WebContents',
  contents: 'WebContents',
  tray: 'Tray',
  notification: 'Notification',
}

/** The platforms on which an event comes; null for all of them, undefined for an event that Electron's types do not have. */
function platformsOf(type: string, event: string): string | null | undefined {
  const from = new RegExp(`^  (?:class|interface) ${type} (?:extends|implements)`, 'm').exec(types)?.index
  if (from === undefined) throw new Error(`Electron has no ${type}`)
  const body = types.slice(from, types.indexOf('\n  }\n', from))
  const at = body.indexOf(`    on(event: '${event}'`)
  if (at === -1) return undefined
  const comment = body.slice(body.lastIndexOf('/**', at), at)
  // Another member's.
  if (comment.includes('): ')) return null
  return /@platform ([\w,]+)/.exec(comment)?.[1] ?? null
}

const listened = main.flatMap(({ name, text }) =>
  [...text.matchAll(/(\w+)\.(?:on|once)\(\s*'([\w-]+)'/g)].flatMap(([, object = '', event = '']) => {
    const type = emitters[object]
    return type === undefined ? [] : [{ name, type, event }]
  }),
)

/** Events that do not come everywhere, each with what is there on the other platforms. */
const notEverywhere: Readonly<Record<string, readonly [platforms: string, elsewhere: string]>> = {
  'App open-url': ['darwin', 'a link is an argument of a second start'],
  'App activate': ['darwin', 'no Dock'],
  'BrowserWindow session-end': ['win32', 'PowerMonitor shutdown'],
  'BrowserWindow query-session-end': ['win32', 'PowerMonitor shutdown'],
  'PowerMonitor shutdown': ['linux,darwin', 'BrowserWindow session-end'],
  'PowerMonitor lock-screen': ['darwin,win32', 'the session bus of Linux'],
  'PowerMonitor unlock-screen': ['darwin,win32', 'the session bus of Linux'],
  'Notification failed': ['darwin,win32', 'a time in which it was not shown'],
}

describe('events that are listened to', () => {
  test('are Electron’s, and what does not come everywhere is known with what is there instead', () => {
    expect(listened.length).toBeGreaterThan(20)
    for (const { name, type, event } of listened) {
      const platforms = platformsOf(type, event)
      expect(platforms, `${name}: ${type} has no event ${event}`).not.toBeUndefined()
      expect(notEverywhere[`${type} ${event}`]?.[0] ?? null, `${name}: ${type} ${event}`).toBe(platforms)
    }
  })
})

test('every call of a part of Electron is in the stand-in', () => {
  const parts: Readonly<Record<string, object>> = { ...electronModule }
  const missing: string[] = []
  let calls = 0
  for (const { name, text } of main) {
    const imported = [...text.matchAll(/^import \{([^}]*)\} from 'electron'/gm)].flatMap(([, list = '']) =>
      list.split(','),
    )
    for (const one of imported.map((part) => part.trim()).filter((part) => part !== '' && !part.startsWith('type '))) {
      const [part = '', local = part] = one.split(' as ')
      for (const [, member = ''] of text.matchAll(new RegExp(`(?<![.\\w'])${local}\\??\\.(\\w+)`, 'g'))) {
        calls++
        if (!(parts[part] && member in parts[part])) missing.push(`${name}: ${part}.${member}`)
      }
    }
  }
  // Asked on Windows and macOS alone, where the stand-in does not run.
  expect(
    missing.filter(
      (one) =>
        !['app.setUserTasks', 'nativeTheme.shouldUseDarkColorsForSystemIntegratedUI'].some((other) =>
          one.endsWith(other),
        ),
    ),
  ).toEqual([])
  expect(calls).toBeGreaterThan(50)
})

test.each([
  ['fetches', /(?<![.\w])fetch\(/, 'supportFetchAPI'],
  ['streams sound or pictures', /<(?:video|audio)\b|new Audio\(/, 'stream'],
  ['has a service worker', /serviceWorker/, 'allowServiceWorkers'],
  ['stores or has an address of its own', /localStorage|sessionStorage|indexedDB|location\./, 'standard'],
  ['asks for what only a secure page has', /navigator\.clipboard|crypto\.subtle|navigator\.locks/, 'secure'],
] as const)('a page that %s has the privilege for it', (_what, pattern, privilege) => {
  const using = filesBelow('src/renderer').filter(({ text }) => pattern.test(text))
  const granted = Object.hasOwn(pagePrivileges, privilege)
  expect(granted ? [] : using.map(({ name }) => name)).toEqual([])
})
