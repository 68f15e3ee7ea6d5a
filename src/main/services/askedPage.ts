/** Which page a start of the app asks for, kept until there is a window that can show it. */

export interface AskedPage {
  /** Null for today's page, else one from this template. */
  readonly template: string | null
  /** A new one, also when today has one from this template. */
  readonly isNew: boolean
}

export interface Asked {
  ask(page: AskedPage): void
  /** A page begins: what it is to show first, if anything was asked. From here on it is told. */
  pageBegan(): AskedPage | null
  pageEnded(): void
}

export function createAsked(tell: (page: AskedPage) => void): Asked {
  let waiting: AskedPage | null = null
  let listening = false
  return {
    ask(page) {
      if (listening) tell(page)
      else waiting = page
    },
    pageBegan() {
      listening = true
      const asked = waiting
      waiting = null
      return asked
    },
    pageEnded() {
      listening = false
    },
  }
}
