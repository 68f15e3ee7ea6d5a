/** A command that was started directly where there is no display, and not through the launcher of its package. */
import { spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { app } from 'electron'
import { headlessSwitch, isCommand } from '../cli/switches'

/**
 * Starts the command once more so that Chromium looks for no display, waits for its end and gives its exit code; null where there is nothing to repair.
 * To be called before anything is waited for: without a display Chromium ends the process when the app's script has run, and a switch that the script
 * appends comes too late (https://github.com/chromium/chromium/blob/main/content/browser/browser_main_loop.cc).
 */
export function relaunchWithoutDisplay(args: readonly string[]): number | null {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('ozone-platform') || !isCommand(args)) return null
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return null
  // A terminal sends them to the command as well, which stores what it has; this process waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  const again = spawnSync(process.execPath, [headlessSwitch, ...process.argv.slice(1)], { stdio: 'inherit' })
  return again.status ?? 128 + (again.signal ? constants.signals[again.signal] : 0)
}
