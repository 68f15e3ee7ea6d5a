/** Takes a window from the screen, to be shown again. */

/** The part of Electron's window that is needed. */
export interface Hideable {
  isFullScreen(): boolean
  setFullScreen(flag: boolean): void
  once(event: 'leave-full-screen', left: () => void): unknown
  hide(): void
}

export function hideWindow(window: Hideable, platform: string): void {
  if (platform !== 'darwin' || !window.isFullScreen()) {
    window.hide()
    return
  }
  // Hidden in its full-screen space it leaves that space black: https://github.com/electron/electron/issues/39572
  window.once('leave-full-screen', () => window.hide())
  window.setFullScreen(false)
}
