/** Idle time through Electron. To be called before any window is made. */
import { app, powerMonitor } from 'electron'
import { createIdle } from './createIdle'

export function createElectronIdle(): () => number {
  // Under Wayland it is known of KWin 5 and Mutter alone: ui/ozone/platform/wayland/host/wayland_screen.cc
  const mayBeSilent = process.platform === 'linux' && Boolean(process.env.WAYLAND_DISPLAY)
  const idle = createIdle({
    systemSeconds: () => powerMonitor.getSystemIdleTime(),
    mayBeSilent,
    now: () => performance.now(),
  })
  if (mayBeSilent) app.on('web-contents-created', (_, contents) => contents.on('input-event', idle.touched))
  return idle.seconds
}
