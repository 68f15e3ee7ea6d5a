/** Going back to a backup: what it would change, the whole journal, or single entries as new revisions. The present state is kept first. */
import type { Backup, BackupName, Comparison } from '#shared/domain/backup/backup'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import { Failure, type FailureCode, isHiding } from '#shared/domain/failure'
import type { BackupStore } from '../ports/backupStore'
import type { Clock } from '../ports/clock'
import type { EntryStore } from '../ports/recordStore'
import type { Backups } from './backups'

export interface RestoresNeeds {
  readonly store: Pick<BackupStore, 'list' | 'describe' | 'compare' | 'entries' | 'restore'>
  readonly backups: Pick<Backups, 'places' | 'added' | 'before' | 'alone'>
  readonly clock: Clock
  /** The journal's folder. */
  readonly folder: () => string
  /** Null while a journal is open. */
  readonly trouble: () => FailureCode | null
  /** Throws `in-use` while another process of this computer has the journal. */
  readonly checkUnused: () => Promise<void>
  /** Closes the journal for `work`, and opens what is there afterwards. */
  readonly move: (work: () => Promise<void>) => Promise<void>
  readonly forWriting: () => Promise<Pick<EntryStore, 'read' | 'save' | 'restore'>>
  /** The disk has another entry now. */
  readonly changed: (entry: Entry) => void
}

export interface Restores {
  /** `passphrase` is of a backup that another lock sealed. Throws `wrong-passphrase`. */
  compare(name: BackupName, passphrase: string | null): Promise<Comparison>
  whole(name: BackupName): Promise<null>
  /** As above; without the passphrase that it needs throws `sealed-elsewhere`. Throws at the first one that can't be brought back, `conflict` for one that was written on meanwhile; those before it are. */
  entries(name: BackupName, ids: readonly EntryId[], passphrase: string | null): Promise<null>
}

export function createRestores(needs: RestoresNeeds): Restores {
  const { store, backups, clock, folder, trouble, checkUnused, move, forWriting, changed } = needs

  /** Finds it by its name among the files that are there: no path is made of what a page sent. */
  async function fileOf(name: BackupName): Promise<string> {
    const added = backups.added(name)
    if (added !== null) return added
    for (const place of backups.places()) {
      const there = (await store.list(place).catch((): readonly Backup[] => [])).some((backup) => backup.name === name)
      if (there) return `${place}/${name}`
    }
    throw new Failure('not-found', 'this backup is not there any more')
  }

  /** For looking into it: a backup from before the lock would show what is hidden now. */
  async function shownFileOf(name: BackupName): Promise<string> {
    if (isHiding(trouble())) throw new Failure('locked', 'the journal is locked')
    return fileOf(name)
  }

  /** Backs up what is there now, and resolves with that backup's file; with null when not every file could be read. */
  async function present(): Promise<string | null> {
    const { backup, leftOut } = await backups.before('restore')
    return leftOut.length === 0 ? fileOf(backup.name) : null
  }

  async function revisionOf({ id, day }: Entry): Promise<number | null> {
    return (await found((await forWriting()).read(id, day)))?.revision ?? null
  }

  /** `kept` is the revision that was there before the backup of the present state: the save refuses to replace a later one. */
  async function restoreEntry(entry: Entry, kept: number | null): Promise<void> {
    const entries = await forWriting()
    const base = kept ?? (await found(entries.restore(entry.id)))?.revision ?? 0
    const next = withSectionIds({ ...entry, revision: base + 1, updated: clock.now() })
    await entries.save(next, base)
    changed(next)
  }

  return {
    compare: async (name, passphrase) => store.compare(await shownFileOf(name), folder(), passphrase),
    async whole(name) {
      const file = await fileOf(name)
      const reason = trouble()
      // That process would go on writing into a folder that is not the journal any more.
      if (reason === 'in-use') throw new Failure('in-use', 'another process has this journal')
      // What comes there would be replaced as well, and may be the lock that says which backup can be.
      if (reason === 'being-written') throw new Failure('being-written', 'another program writes the journal')
      // A backup without a lock would open what is locked. One with another passphrase helps a person who has forgotten the present one.
      if (reason === 'locked' && !(await store.describe(file)).isLocked)
        throw new Failure('locked', 'the journal is locked, and this backup is not')
      if (reason !== null) await checkUnused()
      const coveredBy = reason === null ? await present() : null
      const order = { file, journal: folder(), now: clock.instant(), coveredBy }
      await backups.alone(() => move(() => store.restore(order)))
      return null
    },
    async entries(name, ids, passphrase) {
      const entries = await store.entries(await shownFileOf(name), ids, passphrase)
      const kept = new Map<EntryId, number | null>()
      for (const entry of entries) kept.set(entry.id, await revisionOf(entry))
      await backups.before('restore')
      for (const entry of entries) await restoreEntry(entry, kept.get(entry.id) ?? null)
      return null
    },
  }
}

async function found(entry: Promise<Entry>): Promise<Entry | null> {
  try {
    return await entry
  } catch (error) {
    if (error instanceof Failure && error.code === 'not-found') return null
    throw error
  }
}
