import { colorScheme } from './colorScheme'

interface SetEmulatedMedia {
  id: number
  method: 'Emulation.setEmulatedMedia'
  sessionId: string
  params: { media?: string; features?: { name: string; value: string }[] }
}

/** Far above what a client counts to. */
const firstOwnId = 1_000_000_000

/**
 * Fills the app's color scheme into the emulation of a client's sessions, and again when it changes. Each session has its own
 * emulation and the one attached last wins, so that otherwise Playwright's "none" would undo `nativeTheme`.
 */
export class ClientEmulation {
  readonly #send: (message: string) => void
  readonly #last = new Map<string, SetEmulatedMedia>()
  readonly #waiting = new Set<number>()
  #ids = firstOwnId

  constructor(send: (message: string) => void) {
    this.#send = send
  }

  outgoing(text: string): string {
    if (!text.includes('"Emulation.setEmulatedMedia"')) return text
    const message = JSON.parse(text) as SetEmulatedMedia
    this.#last.set(message.sessionId, message)
    return JSON.stringify(fill(message))
  }

  /**
   * An answer that the client did not ask for ends its connection. Errors (of a session that has gone meanwhile) name their id last,
   * so the text's beginning tells nothing.
   */
  isOwnAnswer(text: string): boolean {
    if (this.#waiting.size === 0) return false
    const { id } = JSON.parse(text) as { id?: number }
    return id !== undefined && this.#waiting.delete(id)
  }

  refresh(): void {
    for (const message of this.#last.values()) {
      this.#ids += 1
      this.#waiting.add(this.#ids)
      this.#send(JSON.stringify({ ...fill(message), id: this.#ids }))
    }
  }
}

function fill(message: SetEmulatedMedia): SetEmulatedMedia {
  const features = message.params.features?.map((feature) => {
    return feature.name === 'prefers-color-scheme' && feature.value === ''
      ? { ...feature, value: colorScheme.emulated }
      : feature
  })
  return { ...message, params: { ...message.params, ...(features && { features }) } }
}
