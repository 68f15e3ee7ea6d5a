/** The second place for backups, on another disk: gets a copy of the newest one whenever it is there. */
import type { Backup } from '#shared/domain/backup/backup'
import { Failure, type FailureCode } from '#shared/domain/failure'
import type { BackupStore } from '../ports/backupStore'
import type { Clock } from '../ports/clock'

export interface SecondLocationNeeds {
  readonly store: Pick<BackupStore, 'list' | 'copy' | 'isThere'>
  readonly clock: Clock
  /** Null when the person chose none. */
  readonly place: () => string | null
  /** The folder of the first ones. */
  readonly folder: () => string
}

export interface SecondLocationState {
  readonly folder: string
  /** False while its disk is away. */
  readonly isThere: boolean
  /** The newest of this journal there; null for none, and while it is away. */
  readonly last: Backup | null
  /** Why the last copy could not be made, other than that the place is away. */
  readonly failure: FailureCode | null
}

export interface SecondLocation {
  read(journal: string): Promise<SecondLocationState | null>
  /** Of this journal, or of all with null; none while it is away. */
  backups(journal: string | null): Promise<readonly Backup[]>
  /** With each look at the clock: whether its disk is there, without the newest backup, and was not tried a moment ago. */
  isBehind(newest: Backup): Promise<boolean>
  /** Copies the newest one. Never throws: `read` has the outcome. */
  catchUp(newest: Backup): Promise<void>
}

/** Looks at the clock after which a copy that failed is tried again. */
const pauseLooks = 40

export function createSecondLocation({ store, clock, place, folder }: SecondLocationNeeds): SecondLocation {
  let failure: FailureCode | null = null
  let done: { readonly place: string; readonly name: string } | null = null
  let pause = 0

  async function backups(journal: string | null): Promise<readonly Backup[]> {
    const there = place()
    if (there === null || !(await store.isThere(there))) return []
    return (await store.list(there).catch(() => [])).filter((backup) => journal === null || backup.journal === journal)
  }

  return {
    backups,
    async read(journal) {
      const there = place()
      if (there === null) return null
      const isThere = await store.isThere(there)
      const [last = null] = isThere ? await backups(journal) : []
      return { folder: there, isThere, last, failure: isThere ? failure : null }
    },
    async isBehind({ name }) {
      const there = place()
      pause -= 1
      if (there === null || pause > 0 || (done?.place === there && done.name === name)) return false
      return store.isThere(there)
    },
    async catchUp(newest) {
      const there = place()
      failure = null
      if (there === null || !(await store.isThere(there))) return
      try {
        await store.copy(newest, folder(), there, clock.instant())
        done = { place: there, name: newest.name }
      } catch (error) {
        pause = pauseLooks
        failure = error instanceof Failure ? error.code : 'unexpected'
      }
    },
  }
}
