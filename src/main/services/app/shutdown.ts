/** The end of the app, which any part may join: what holds words that are not saved keeps the system from ending it at once, and the process waits for what is left to do. */

export interface ShutdownPart {
  /** Whether it holds words that are not saved: a veto against an end without waiting. Known at once. */
  holdsWords?(): boolean
  /** Begins to save what it holds; the app goes on. */
  flush?(): void
  /** Its last work. */
  end?(): Promise<unknown>
}

export interface Shutdown {
  join(part: ShutdownPart): void
  /** Whether any part does. */
  holdsWords(): boolean
  flush(): void
  /** All parts at once; a part that fails keeps no other from its end. Resolves when all are done, and never rejects. */
  end(): Promise<void>
}

export function createShutdown(failed: (error: unknown) => void): Shutdown {
  const parts: ShutdownPart[] = []

  async function ended(part: ShutdownPart): Promise<void> {
    try {
      await part.end?.()
    } catch (error) {
      failed(error)
    }
  }

  return {
    join(part) {
      parts.push(part)
    },
    holdsWords: () => parts.some((part) => part.holdsWords?.() ?? false),
    flush() {
      for (const part of parts) part.flush?.()
    },
    async end() {
      await Promise.all(parts.map(ended))
    },
  }
}
