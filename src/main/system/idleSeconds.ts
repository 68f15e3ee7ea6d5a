/** Seconds since somebody last touched keyboard or mouse, anywhere. 0 where the system does not tell. */
import { powerMonitor } from 'electron'

export function idleSeconds(): number {
  return powerMonitor.getSystemIdleTime()
}
