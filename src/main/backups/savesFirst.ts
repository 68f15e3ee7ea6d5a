/** Saves go before backups: main counts those under way in memory that both threads see, and the backup's thread waits while there are any. */

import type { WriteCount } from '../disk/countedWrites'

/** One number: saves under way. */
export function newSaves(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}

/** Counts writes among the saves under way; `begun` is called with each. */
export function countInto(saves: Int32Array, begun: () => void): WriteCount {
  return {
    begin() {
      Atomics.add(saves, 0, 1)
      begun()
    },
    end() {
      Atomics.sub(saves, 0, 1)
      Atomics.notify(saves, 0)
    },
  }
}

/** A save that hangs on a disk must not hang the backup of another one. */
const saveTimeoutMs = 30_000

/** To be called before each file. Blocks the thread it is called on, which has nothing else to do; what was waited for in vain is not waited for again. */
export function savesFirst(saves: Int32Array): () => void {
  let hanging = 0
  return () => {
    const underWay = Atomics.load(saves, 0)
    hanging = Math.min(hanging, underWay)
    if (underWay > hanging && Atomics.wait(saves, 0, underWay, saveTimeoutMs) === 'timed-out') hanging = underWay
  }
}
