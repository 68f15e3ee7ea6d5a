import type { ElectronApplication } from '@playwright/test'
import type { Surfaces } from '../../standin/surfacesHook'

/**
 * The surfaces outside the windows (tray, notifications, global shortcuts, the system's color scheme …), where the runtime has a
 * hook for them. On Electron there is none: `use` answers `undefined` and nothing happens, so that a spec can skip visibly.
 */
export function surfacesOf(electron: ElectronApplication) {
  return {
    use: <Result, Argument>(
      work: (surfaces: Surfaces, argument: Argument) => Result,
      argument: Argument,
    ): Promise<Result | undefined> => {
      return electron.evaluate(
        (_electron, { source, value }) => {
          const { __surfaces } = globalThis as { __surfaces?: unknown }
          // The function comes as text: Playwright hands over data only.
          return (
            __surfaces &&
            new Function('surfaces', 'argument', `return (${source})(surfaces, argument)`)(__surfaces, value)
          )
        },
        { source: String(work), value: argument },
      )
    },
    /** Whether the runtime has the hook at all. */
    present: () => electron.evaluate(() => '__surfaces' in globalThis),
  }
}
