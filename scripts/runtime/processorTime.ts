import { existsSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second, whatever its kernel's own clock does (man 5 proc). */
const ticksPerSecond = 100

/**
 * Seconds of processor time, user and system, of every process that this one started and that has ended, and of theirs. `null` where the
 * system does not say. The stand-in's Chromium outlives the app that started it; it leaves its times in the file that `CHROMIUM_TIMES` names.
 */
export function childrensProcessorTime(chromiumTimes: string): number | null {
  if (process.platform !== 'linux') return null
  // The name in the second field may hold spaces and parentheses; the times of children are the 16th and 17th field.
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user = 0, system = 0] = fields.slice(13, 15).map(Number)
  return (
    (user + system) / ticksPerSecond + (existsSync(chromiumTimes) ? secondsIn(readFileSync(chromiumTimes, 'utf8')) : 0)
  )
}

/** What the shell's `times` prints: "0m1.25s 0m0.5s" for itself and a line for its children. */
function secondsIn(times: string): number {
  const parts = [...times.matchAll(/(\d+)m([\d.]+)s/g)]
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0)
}
