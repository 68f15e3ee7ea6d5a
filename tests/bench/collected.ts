/** Memory in use once nothing forgotten is counted. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Of this process's own objects and buffers. */
export function collectedBytes(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Without the flag at the start, which the app's own process would not have either. */
function collect(): void {
  setFlagsFromString('--expose-gc')
  const gc: () => void = runInNewContext('gc')
  // What a first collection frees may hold on to more.
  gc()
  gc()
}
