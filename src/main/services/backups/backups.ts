/** Backups of the journal that is open: each day, before something large is done to it, and when they are asked for. One at a time. */
import { createSerialQueue } from '#shared/async/serialQueue'
import type { AddedBackup, BackupsState } from '#shared/contract/backups'
import { type Backup, type BackupName, type BackupReason, shortId } from '#shared/domain/backup/backup'
import { type Day, dayOf } from '#shared/domain/day'
import { Failure, type FailureCode } from '#shared/domain/failure'
import type { BackupStore, MadeBackup } from '../ports/backupStore'
import type { Clock } from '../ports/clock'
import { createDailyBackup } from './dailyBackup'
import { createSecondLocation } from './secondLocation'

export interface BackupsNeeds {
  readonly store: BackupStore
  readonly clock: Clock
  readonly today: () => Day
  readonly dayEnds: () => string
  /** The journal's folder. */
  readonly folder: () => string
  /** Of the open journal; null while none is. */
  readonly journalId: () => string | null
  readonly secondPlace: () => string | null
  /** Of the app. */
  readonly version: string
  readonly changed: (state: BackupsState) => void
}

export interface Backups {
  read(): Promise<BackupsState>
  /** Resolves when it is made and checked. */
  make(reason: BackupReason): Promise<BackupsState>
  /** The same before a change of the whole journal. Throws when no backup was made: then nothing must be changed. */
  before(reason: BackupReason): Promise<MadeBackup>
  /** Work during which no backup is made. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Folders in which backups are. */
  places(): readonly string[]
  /** A file that lies in none of them joins the backups until the app ends. Throws `bad-backup`, `newer-schema`. */
  add(file: string): Promise<AddedBackup>
  /** Where such a one lies; null for any other. */
  added(name: BackupName): string | null
  /** With each look at the clock. */
  look(): Promise<void>
  /** Something was saved: the day's backup waits. */
  saved(): void
  /** Another second place was chosen. */
  placeChanged(): Promise<BackupsState>
  stop(): Promise<void>
}

/** Where the backups of a journal lie: beside it, and never in it. */
export function backupFolderOf(journal: string): string {
  return `${journal}-backups`
}

export function createBackups(needs: BackupsNeeds): Backups {
  const { store, clock, today, dayEnds, folder, journalId, version, changed } = needs
  const place = () => backupFolderOf(folder())
  const places = () => [place(), needs.secondPlace()].filter((folder) => folder !== null)
  const second = createSecondLocation({ store, clock, place: needs.secondPlace, folder: place })
  const daily = createDailyBackup()
  let failure: FailureCode | null = null
  let leftOut: readonly string[] = []
  let isWorking = false
  const queue = createSerialQueue()
  const addedFiles = new Map<BackupName, { readonly backup: Backup; readonly file: string }>()
  /** Of the journal that was looked at last. */
  let newest: { readonly of: string; readonly backup: Backup | null } | null = null

  const ownOf = async (id: string): Promise<readonly Backup[]> => {
    const own = (await store.list(place())).filter(({ journal }) => journal === shortId(id))
    newest = { of: id, backup: own[0] ?? null }
    return own
  }

  /** Of this journal, or of every one while none is open; those that only the second place has count too. */
  async function everywhere(id: string | null): Promise<readonly Backup[]> {
    const own = id === null ? await store.list(place()).catch(() => []) : await ownOf(id)
    const there = await second.backups(id === null ? null : shortId(id))
    const chosen = [...addedFiles.values()].map(({ backup }) => backup)
    const all = [...new Map([...chosen, ...there, ...own].map((backup) => [backup.name, backup])).values()]
    // Numbers count within one journal; without one, that of the latest backup comes first.
    const first = all.reduce((latest, { at, journal }) => (at > latest.at ? { at, journal } : latest), {
      at: '',
      journal: '',
    })
    const rank = ({ journal }: Backup) => (journal === first.journal ? 0 : 1)
    return all.sort((a, b) => rank(a) - rank(b) || b.generation - a.generation || (a.at < b.at ? 1 : -1))
  }

  async function read(): Promise<BackupsState> {
    const id = journalId()
    const state = { folder: place(), backups: await everywhere(id), isWorking, failure, leftOut: [...leftOut] }
    return { ...state, second: id === null ? null : await second.read(shortId(id)) }
  }

  async function emitState(): Promise<BackupsState> {
    const state = await read()
    changed(state)
    return state
  }

  async function made(reason: BackupReason): Promise<MadeBackup> {
    const id = journalId()
    if (id === null) throw new Failure('folder-missing', 'no journal is open')
    isWorking = true
    await emitState().catch(() => undefined)
    try {
      const after = Math.max(0, ...(await second.backups(shortId(id))).map(({ generation }) => generation))
      const order = { journal: folder(), reason, now: clock.instant(), after, version }
      const done = await store.make(order, place())
      newest = { of: id, backup: done.backup }
      leftOut = done.leftOut
      failure = null
      daily.made()
      return done
    } catch (error) {
      failure = error instanceof Failure ? error.code : 'unexpected'
      daily.failed()
      throw error
    } finally {
      isWorking = false
    }
  }

  /** One after the other; the second place gets its copy behind the answer. */
  function enqueue(reason: BackupReason): Promise<MadeBackup> {
    const turn = queue.add(() => made(reason))
    const copied = queue.add(async () => {
      await turn.then(() => (newest?.backup ? second.catchUp(newest.backup) : undefined)).catch(() => undefined)
      await emitState()
    })
    copied.catch(() => undefined)
    return turn
  }

  async function caughtUp(backup: Backup): Promise<BackupsState> {
    await queue.add(() => second.catchUp(backup))
    return emitState()
  }

  /** By the clock's day, so that one that was made with another clock does not stand for today's. */
  function isOfToday(backup: Backup | null): boolean {
    return backup !== null && dayOf({ at: backup.at, zone: clock.now().zone }, dayEnds()) === today()
  }

  return {
    read,
    async make(reason) {
      await enqueue(reason)
      return read()
    },
    before: enqueue,
    alone: (work) => queue.add(work),
    places,
    async add(file) {
      const { backup } = await store.describe(file)
      addedFiles.set(backup.name, { backup, file })
      return { state: await emitState(), added: backup.name }
    },
    added: (name) => addedFiles.get(name)?.file ?? null,
    async look() {
      const id = journalId()
      if (id === null || isWorking) return
      if (newest?.of !== id) {
        await ownOf(id)
        // Once for each journal that opens.
        queue.add(() => store.tidy(folder())).catch(() => undefined)
      }
      const backup = newest?.backup ?? null
      if (daily.isTime(!isOfToday(backup))) await enqueue('daily').catch(() => undefined)
      else if (backup !== null && (await second.isBehind(backup))) await caughtUp(backup)
    },
    saved: daily.saved,
    placeChanged: () => (newest?.backup ? caughtUp(newest.backup) : emitState()),
    stop: store.stop,
  }
}
