/** Asks the page to save what it holds, and waits for its word, but not for ever. */

/** Milliseconds a page may take to save before the app goes on without it. */
const timeoutMs = 5_000

export interface Flush {
  /**
   * Resolves with how many entries the page could not save; 0 also when there is no page that could hold any. A page that does not
   * answer in time may hold words on a slow disk: that counts as one.
   */
  ask(): Promise<number>
  answered(unsaved: number): void
  /** The page says so with each change of it. */
  pageHolds(isUnsaved: boolean): void
  /** Whether there is a page that holds words which are not saved, as far as is known without asking it. */
  holdsWords(): boolean
  /** A page asked for the journal: it listens from here on. */
  pageBegan(): void
  /** The page is gone: replaced by another document, crashed or closed. It answers no more, and holds nothing. */
  pageEnded(): void
}

export function createFlush(send: () => void, wait = timeoutMs): Flush {
  let waiting: ((unsaved: number) => void)[] = []
  let listening = false
  let isUnsaved = false
  const answered = (unsaved: number) => {
    const asked = waiting
    waiting = []
    for (const resolve of asked) resolve(unsaved)
  }
  return {
    ask() {
      if (!listening) return Promise.resolve(0)
      send()
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(1), wait)
        waiting.push((unsaved) => {
          clearTimeout(timer)
          resolve(unsaved)
        })
      })
    },
    answered,
    pageHolds(isNow) {
      isUnsaved = isNow
    },
    holdsWords: () => listening && isUnsaved,
    pageBegan() {
      listening = true
      isUnsaved = false
    },
    pageEnded() {
      listening = false
      answered(0)
    },
  }
}
