import type { Rectangle } from 'electron'
import { headless } from './browser'
import { X11Display } from './x11/x11Display'

/** What the windows are shown on. */
export const desktop = {
  /** By which desktops find the app's icon and group its windows: its desktop file's name, without the ending. */
  appId: 'electron',
  /** Null where nobody looks, and on a desktop without X. */
  x11: null as X11Display | null,
  /** Whether another program says which window is next when one is hidden. */
  hasWindowManager: true,
  size: { x: 0, y: 0, width: 1920, height: 1080 } as Rectangle,
  /** What panels leave free of it. */
  workArea: { x: 0, y: 0, width: 1920, height: 1080 } as Rectangle,
}

/** Before `ready`: from then on the app asks how large the screen is. */
export async function findDesktop(): Promise<void> {
  const { DISPLAY } = process.env
  if (headless || !DISPLAY) return
  const x11 = await X11Display.open(DISPLAY)
  if (!x11) return
  const { root, width, height } = x11.screen
  desktop.x11 = x11
  desktop.size = { x: 0, y: 0, width, height }
  const [x = 0, y = 0, freeWidth = width, freeHeight = height] = await x11.numbers(root, '_NET_WORKAREA')
  desktop.hasWindowManager = (await x11.numbers(root, '_NET_SUPPORTING_WM_CHECK')).length > 0
  desktop.workArea = { x, y, width: freeWidth, height: freeHeight }
}
