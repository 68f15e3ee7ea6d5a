import { existsSync, readFileSync } from 'node:fs'
import Module from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, becomeReady, describeApp } from './app'
import { browser } from './browser'
import { openDebuggingEndpoint } from './debuggingEndpoint'
import { desktop, findDesktop } from './desktop'
import { dialog } from './dialog'
import { launch } from './launch'
import { hookModules } from './moduleHooks'
import { playPlatform } from './playedPlatform'
import { offerSurfaces } from './surfaces'

/** The launcher's own part of Electron: finds the app, runs it, and lets it become ready. */
declare const electronVersion: string

const privateModule = Module as unknown as {
  _load: (path: string, parent: unknown, isMain: boolean) => unknown
  _preloadModules: (names: readonly string[]) => void
}

async function boot(): Promise<void> {
  pretendElectron()
  process.on('uncaughtException', showUncaught)
  hookModules()
  offerSurfaces()
  if (launch.version) {
    process.stdout.write(`v${electronVersion}\n`)
    process.exit(0)
  }
  playPlatform()
  if (launch.debuggingPort) void openDebuggingEndpoint(browser())
  privateModule._preloadModules(launch.modules)
  if (launch.appPath === null) return fail('the stand-in needs the folder of an app')
  // Electron runs until it is told to quit, also without a window.
  setInterval(() => undefined, 2 ** 30)
  await run(resolve(launch.appPath))
  expectDisplay()
  await findDesktop()
  setImmediate(() => {
    becomeReady(app)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  })
}

/**
 * Chromium opens its display when the app's script has run, and chose it before: a switch that the script appends changes nothing, and what the script
 * waits for never comes. https://github.com/electron/electron/blob/main/shell/app/electron_main_delegate.cc
 */
function expectDisplay(): void {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY || launch.noDisplayAsked) return
  process.stderr.write('Missing X server or $DISPLAY\nThe platform failed to initialize.  Exiting.\n')
  process.exit(1)
}

function pretendElectron(): void {
  process.argv = [...launch.argv]
  process.execPath = launch.executable
  Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true })
  Object.assign(process, { type: 'browser', resourcesPath: launch.resources })
  if (!launch.isPackaged) Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
}

async function run(path: string): Promise<void> {
  const entry = introduce(path)
  try {
    if (isEsModule(path, entry)) await import(pathToFileURL(entry).href)
    else privateModule._load(entry, Module, true)
  } catch (error) {
    showUncaught(error)
  }
}

/** Electron shows what nothing catches in a dialog, and goes on: https://github.com/electron/electron/blob/main/lib/browser/init.ts */
function showUncaught(error: unknown): void {
  if (process.listenerCount('uncaughtException') > 1) return
  const stack = error instanceof Error ? (error.stack ?? '') : String(error)
  dialog.showErrorBox('A JavaScript error occurred in the main process', `Uncaught Exception:\n${stack}`)
}

/** Gives the app its name and version from its package, and finds its entry. */
function introduce(path: string): string {
  const manifest = join(path, 'package.json')
  if (!existsSync(manifest)) {
    if (existsSync(path)) return path
    return fail(`Unable to find Electron app at ${path}`)
  }
  const {
    name = 'Electron',
    productName,
    desktopName,
    version = '0.0.0',
    main = 'index.js',
  } = JSON.parse(readFileSync(manifest, 'utf8'))
  describeApp(app, { name: productName ?? name, version, path })
  desktop.appId = (desktopName ?? defaultDesktopName(productName ?? name)).replace(/\.desktop$/, '')
  const entry = join(path, main)
  return existsSync(entry) ? entry : fail(`Unable to find Electron app at ${path}\n\nCannot find module '${entry}'`)
}

/** https://github.com/electron/electron/blob/main/lib/browser/desktop-name.ts */
function defaultDesktopName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return `${plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'electron'}.desktop`
}

function isEsModule(path: string, entry: string): boolean {
  if (entry.endsWith('.mjs')) return true
  if (entry.endsWith('.cjs') || !existsSync(join(path, 'package.json'))) return false
  return JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')).type === 'module'
}

function fail(message: string): never {
  process.stderr.write(`Error launching app\n${message}\n`)
  process.exit(1)
}

void boot()
