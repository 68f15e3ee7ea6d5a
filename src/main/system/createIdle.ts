/** For how long the computer was left alone. */

export interface IdleNeeds {
  /** As the system has it. */
  systemSeconds(): number
  /** Whether it may be one that does not know: there it says 0 for ever. */
  mayBeSilent: boolean
  /** Steady milliseconds. */
  now(): number
}

export interface Idle {
  seconds(): number
  /** One of the app's own windows got a key or a move of the mouse. */
  touched(): void
}

/** Where the system never says more than 0, what the app's own windows get is all that is known: one that is left alone counts as idle. */
export function createIdle({ systemSeconds, mayBeSilent, now }: IdleNeeds): Idle {
  let hasSpoken = !mayBeSilent
  let last = now()
  return {
    seconds() {
      const known = systemSeconds()
      hasSpoken ||= known > 0
      return hasSpoken ? known : Math.floor((now() - last) / 1_000)
    },
    touched() {
      last = now()
    },
  }
}
