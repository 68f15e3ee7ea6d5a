/** Sets main's clock and zone as a spec needs them. The page gets its day from main. */
import type { ElectronApplication } from '@playwright/test'

/** From now on main's clock starts at `instant` (ISO 8601) and goes on from there; the app looks at it at once, as after sleep. */
export async function setClock(electron: ElectronApplication, instant: string, zone: string): Promise<void> {
  await electron.evaluate(
    ({ powerMonitor }, { at, zone }) => {
      process.env.TZ = zone
      const real = Date.now
      const shift = at - real()
      Date.now = () => real() + shift
      powerMonitor.emit('resume')
    },
    { at: Date.parse(instant), zone },
  )
}
