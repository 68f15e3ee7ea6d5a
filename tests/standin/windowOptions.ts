import { isAbsolute } from 'node:path'
import type { BrowserWindowConstructorOptions as Options, Rectangle } from 'electron'
import { desktop } from './desktop'
import type { NativeLook } from './nativeWindow'

/** In the middle of the screen. */
export function centered({ width = 800, height = 600 }: { width?: number; height?: number }): Rectangle {
  const { workArea } = desktop
  const x = workArea.x + Math.round((workArea.width - width) / 2)
  const y = workArea.y + Math.round((workArea.height - height) / 2)
  return { x, y, width, height }
}

/** What a person's window is like. */
export function lookOf(options: Options, title: string): NativeLook {
  const { minWidth = 0, minHeight = 0, maxWidth = Infinity, maxHeight = Infinity } = options
  const { frame = true, resizable = true, skipTaskbar = false, alwaysOnTop = false, backgroundColor = '#fff' } = options
  const limits = { minimum: { width: minWidth, height: minHeight }, maximum: { width: maxWidth, height: maxHeight } }
  return { title, backgroundColor, frame, resizable, skipTaskbar, alwaysOnTop, ...limits }
}

/** The double knows sandboxed, isolated pages without Node only; asking for anything else is refused, not ignored. */
export function checkPreferences({ webPreferences = {} }: Options): string | null {
  const {
    sandbox = true,
    contextIsolation = true,
    nodeIntegration = false,
    webviewTag = false,
    webSecurity = true,
    preload,
  } = webPreferences
  if (!sandbox) throw new Error('not in the stand-in: webPreferences.sandbox: false')
  if (!contextIsolation) throw new Error('not in the stand-in: webPreferences.contextIsolation: false')
  if (nodeIntegration) throw new Error('not in the stand-in: webPreferences.nodeIntegration: true')
  if (webviewTag) throw new Error('not in the stand-in: webPreferences.webviewTag: true')
  if (!webSecurity) throw new Error('not in the stand-in: webPreferences.webSecurity: false')
  if (preload !== undefined && !isAbsolute(preload))
    throw new Error(`preload script must have absolute path: ${preload}`)
  return preload ?? null
}

/** Bounds in whole pixels, no smaller and no larger than the options allow. */
export function within(options: Options, bounds: Rectangle): Rectangle {
  const { minWidth = 0, minHeight = 0, maxWidth = Infinity, maxHeight = Infinity } = options
  const between = (value: number, least: number, most: number) =>
    Math.round(Math.min(Math.max(value, least), most || Infinity))
  return {
    x: Math.round(bounds.x),
    y: Math.round(bounds.y),
    width: between(bounds.width, minWidth, maxWidth),
    height: between(bounds.height, minHeight, maxHeight),
  }
}
