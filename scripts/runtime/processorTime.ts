import { cpus } from 'node:os'

/**
 * Seconds that the machine's processors have worked, since it started: the difference of two is what a run took, with what other programs
 * did meanwhile. The system's own count of a command leaves out what outlives its parent, as a browser's pages do.
 */
export function processorTime(): number {
  const milliseconds = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0)
  return milliseconds / 1000
}
