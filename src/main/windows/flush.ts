/** Asks the page to save what it holds, and waits for its word, but not for ever. */

/** Milliseconds a page may take to save before the app goes on without it. */
const patience = 5_000

export interface Flush {
  /**
   * Resolves with how many entries the page could not save; 0 also when there is no page. A page that does not answer in time may
   * hold words on a slow disk: that counts as one.
   */
  ask(send: () => boolean): Promise<number>
  answered(unsaved: number): void
}

export function createFlush(wait = patience): Flush {
  let waiting: ((unsaved: number) => void)[] = []
  return {
    ask(send) {
      if (!send()) return Promise.resolve(0)
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(1), wait)
        waiting.push((unsaved) => {
          clearTimeout(timer)
          resolve(unsaved)
        })
      })
    },
    answered(unsaved) {
      const answered = waiting
      waiting = []
      for (const resolve of answered) resolve(unsaved)
    },
  }
}
