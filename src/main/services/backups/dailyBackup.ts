/** When the day's backup is made: once nothing was saved for a while, and in any case before the day is over. */

/** Looks at the clock, some 15 seconds each, that have to pass without a save. */
const quietLooks = 2
/** A person who never stops writing has one all the same. */
const mostLooks = 8
/** Before a backup that failed is tried again. */
const pauseLooks = 40

export interface DailyBackup {
  /** Something was saved. */
  saved(): void
  failed(): void
  made(): void
  /** Called with each look at the clock: whether the time has come. */
  isTime(isDue: boolean): boolean
}

export function createDailyBackup(): DailyBackup {
  let [quiet, waited, pause] = [0, 0, 0]
  return {
    saved() {
      quiet = 0
    },
    failed() {
      pause = pauseLooks
    },
    made() {
      waited = 0
      pause = 0
    },
    isTime(isDue) {
      quiet += 1
      pause -= 1
      if (!isDue) return false
      waited += 1
      return pause <= 0 && (quiet > quietLooks || waited > mostLooks)
    },
  }
}
