/** Reports what a person should know about their files, once for each file and matter. What happens before anyone listens waits for the first listener. */
import type { Notice } from '#shared/contract/health'

/** A file that was repaired can break again: only lasting states are reported once. */
const lastingKinds: ReadonlySet<Notice['kind']> = new Set([
  'newer',
  'unreachable',
  'elsewhere',
  'being-written',
  'sealed',
  'copy',
  'full',
  'waits',
  'arrived',
])

/** Of files that can't be read now: over with the first reading that succeeds. */
const whileUnread = ['unreachable', 'elsewhere', 'being-written', 'newer', 'sealed'] as const

/** What a notice is about. */
export type Matter = Pick<Notice, 'kind' | 'file'>

interface Listener {
  raised(notice: Notice): void
  over(matter: Matter): void
}

export class FileNotices {
  private readonly listeners = new Set<Listener>()
  private readonly reported = new Set<string>()
  private waiting: Notice[] = []
  private readonly toldDamage = new Set<Notice>()

  /** What was told as damaged in this run and not settled since. */
  get damaged(): readonly Notice[] {
    return [...this.toldDamage]
  }

  raise(notice: Notice): void {
    const lasting = lastingKinds.has(notice.kind)
    const matter = matterOf(notice)
    if (lasting && this.reported.has(matter)) return
    if (lasting) this.reported.add(matter)
    if (notice.kind === 'quarantined') this.toldDamage.add(notice)
    if (this.listeners.size === 0) this.waiting.push(notice)
    for (const listener of this.listeners) listener.raised(notice)
  }

  /** The matter is settled: nobody needs to know any more, and should it come up again, it is reported again. */
  forget(kind: Notice['kind'], file: string): void {
    const matter = matterOf({ kind, file })
    this.reported.delete(matter)
    this.waiting = this.waiting.filter((notice) => matterOf(notice) !== matter)
    for (const listener of this.listeners) listener.over({ kind, file })
  }

  /** What lies in the place of a damaged file now was looked at: from here on another file there is nothing that was told. */
  settleDamaged(notice: Notice): void {
    this.toldDamage.delete(notice)
  }

  /** The file was read: what was reported of it while it could not be is over. */
  wasRead(file: string): void {
    if (this.reported.size === 0) return
    for (const kind of whileUnread) if (this.reported.has(matterOf({ kind, file }))) this.forget(kind, file)
  }

  /** `over` is called with what is settled by now, also where nothing was reported of it. */
  on(raised: Listener['raised'], over: Listener['over'] = () => undefined): () => void {
    const listener = { raised, over }
    this.listeners.add(listener)
    const waiting = this.waiting
    this.waiting = []
    for (const notice of waiting) raised(notice)
    return () => {
      this.listeners.delete(listener)
    }
  }
}

function matterOf({ kind, file }: Pick<Notice, 'kind' | 'file'>): string {
  return `${kind} ${file}`
}
