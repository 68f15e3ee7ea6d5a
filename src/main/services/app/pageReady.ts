/** Lets work wait until the window's page can be written on, so that it takes no time from it. Where no page says so it comes a little later. */
export interface PageReady {
  /** A page asked what to show. */
  began(): void
  /** It can be written on. */
  shown(): void
  /** At once, in a turn of its own, when no page is on its way. */
  after(work: () => void): void
}

const timeoutMs = 3_000

export function createPageReady(): PageReady {
  let comes = false
  let waiting: (() => void)[] = []
  let timer: NodeJS.Timeout | undefined

  function shown(): void {
    comes = false
    clearTimeout(timer)
    const works = waiting
    waiting = []
    for (const work of works) work()
  }

  return {
    began() {
      comes = true
      clearTimeout(timer)
      timer = setTimeout(shown, timeoutMs)
    },
    shown,
    after(work) {
      if (comes) waiting.push(work)
      else setImmediate(work)
    },
  }
}
