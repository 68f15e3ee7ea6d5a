/**
 * Which other computers have the journal open: those whose lock says something else than at the look before, by this process's own steady clock. Files'
 * times say nothing of that: clocks differ, and a sync program brings what it wants of them.
 */

/** Milliseconds between two signs of life. */
export const heartbeat = 60_000
/** One that says nothing new for so long has ended. */
const silence = 3 * heartbeat

interface Seen {
  readonly sign: string
  readonly at: number
  /** False for what the first look found: it may lie there for long. */
  readonly isAlive: boolean
}

export class OtherComputers {
  private readonly seen = new Map<string, Seen>()
  private readonly listeners = new Set<(devices: readonly string[]) => void>()
  private hasLooked = false
  private now = 0
  private told = ''

  /** The signs of all locks of other computers, by their names, at a time in milliseconds of a clock that only goes forward. */
  look(signs: ReadonlyMap<string, string>, now: number): void {
    for (const name of [...this.seen.keys()]) if (!signs.has(name)) this.seen.delete(name)
    for (const [name, sign] of signs)
      if (this.seen.get(name)?.sign !== sign) this.seen.set(name, { sign, at: now, isAlive: this.hasLooked })
    this.hasLooked = true
    this.now = now
    const { devices } = this
    if (this.told === devices.join('\n')) return
    this.told = devices.join('\n')
    for (const listener of this.listeners) listener(devices)
  }

  /** Locks whose owners have ended. */
  get ended(): readonly string[] {
    return [...this.seen].flatMap(([name, { at }]) => (this.now - at >= silence ? [name] : []))
  }

  /** What those are called that have the journal open now; '' for one whose name is not known. */
  get devices(): readonly string[] {
    const alive = [...this.seen.values()].filter(({ at, isAlive }) => isAlive && this.now - at < silence)
    return [...new Set(alive.map(({ sign }) => deviceOf(sign)))].sort()
  }

  onChange(listener: (devices: readonly string[]) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

/** What an owner writes into its lock. It never gets shorter, so that it is written over what is there. */
export function signOf(beat: number, device: string): string {
  return JSON.stringify({ schema: 1, beat, device: device.slice(0, 100) })
}

/** Whether a lock's content is a sign that changes with each heartbeat; those of earlier versions of the app only had another time. */
export function countsBeats(sign: string): boolean {
  return typeof partOf(sign, 'beat') === 'number'
}

function deviceOf(sign: string): string {
  const device = partOf(sign, 'device')
  return typeof device === 'string' ? device.slice(0, 100) : ''
}

function partOf(sign: string, name: string): unknown {
  try {
    const found: unknown = JSON.parse(sign)
    return typeof found === 'object' && found !== null && name in found ? Reflect.get(found, name) : undefined
  } catch {
    return undefined
  }
}
