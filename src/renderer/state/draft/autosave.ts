/**
 * When what is typed goes to the disk, and what the page may say about it. Knows neither React nor the editor: `write` serialises
 * the newest state at the moment it is called and stores it.
 */
import type { FailureCode } from '#shared/domain/failure'

/** Milliseconds without a key, and the most that may pass since the first key that is not stored. */
const idleWait = 300
const longestWait = 800
/** After a failure, in turn; the last one from then on. */
const retryWaits = [5_000, 10_000, 20_000, 30_000] as const

export type SaveStatus =
  /** A new page on which nothing was typed. */
  | { readonly kind: 'new' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  /** Another writer changed the entry: nothing more is sent until the person chose. */
  | { readonly kind: 'conflict' }
  /** The page was left, or its words were given up. */
  | { readonly kind: 'stopped' }

/** What a choice or a retry has to settle. */
export function isUnsaved(status: SaveStatus): status is SaveStatus & { kind: 'failed' | 'conflict' } {
  return status.kind === 'failed' || status.kind === 'conflict'
}

export interface AutosaveNeeds {
  /** Stores what the page holds now. Resolves with false when there is nothing worth storing. */
  write(): Promise<boolean>
  codeOf(error: unknown): FailureCode
  /** Called on each change of the status only. */
  show(status: SaveStatus): void
}

export interface Autosave {
  readonly status: SaveStatus
  /** Something was typed. Cheap: called with every key. */
  changed(): void
  /** Stores all there is, now. False when some of it could not be stored. */
  flush(): Promise<boolean>
  /** After a conflict was settled: stores what the page holds. */
  resume(): Promise<boolean>
  /** What is not stored is given up, and nothing is stored from here on. */
  stop(): void
}

export function createAutosave({ write, codeOf, show }: AutosaveNeeds, first: SaveStatus): Autosave {
  let status = first
  let dirty = false
  let stopped = false
  let failures = 0
  let running: Promise<boolean> | null = null
  let idle: Timer | undefined
  let latest: Timer | undefined
  let again: Timer | undefined

  function say(next: SaveStatus): void {
    const same =
      next.kind === status.kind && (next.kind !== 'failed' || (status.kind === 'failed' && next.code === status.code))
    status = next
    if (!same) show(next)
  }

  function disarm(): void {
    clearTimeout(idle)
    clearTimeout(latest)
    clearTimeout(again)
    latest = undefined
  }

  function arm(): void {
    clearTimeout(idle)
    idle = setTimeout(() => void save(), idleWait)
    latest ??= setTimeout(() => void save(), longestWait)
  }

  /** One at a time: a call while a save is under way waits for it, and the newest state goes next. */
  async function save(): Promise<boolean> {
    while (running) await running
    if (stopped || status.kind === 'conflict') return !dirty
    if (!dirty) return true
    disarm()
    running = attempt()
    const stored = await running
    return stored
  }

  async function attempt(): Promise<boolean> {
    // Typed from here on belongs to the next save; `write` serialises before it first waits.
    dirty = false
    try {
      const stored = await write()
      failures = 0
      if (dirty) arm()
      else if (!stopped) say(stored ? { kind: 'saved' } : first)
      return true
    } catch (error) {
      // Given up meanwhile.
      if (stopped) return true
      dirty = true
      failed(codeOf(error))
      return false
    } finally {
      running = null
    }
  }

  function failed(code: FailureCode): void {
    disarm()
    if (code === 'conflict') {
      say({ kind: 'conflict' })
      return
    }
    const wait = retryWaits[Math.min(failures, retryWaits.length - 1)]
    failures += 1
    again = setTimeout(() => void save(), wait)
    say({ kind: 'failed', code })
  }

  return {
    get status() {
      return status
    },
    changed() {
      if (stopped) return
      dirty = true
      // While saving fails the retry's own pace counts, not the keys'.
      if (failures > 0 || status.kind === 'conflict') return
      say({ kind: 'saving' })
      arm()
    },
    async flush() {
      while (dirty || running) if (!(await save())) return false
      return true
    },
    resume() {
      // What failed is still there to be stored, also what came back from a run before.
      dirty = true
      say({ kind: 'saving' })
      return save()
    },
    stop() {
      stopped = true
      dirty = false
      disarm()
      say({ kind: 'stopped' })
    },
  }
}

type Timer = ReturnType<typeof setTimeout>
