/** Opens a journal's folder for one process, and leaves it tidy: lock, marker, leftovers of a crash, trash that has served its time. */

import { join } from 'node:path'
import type { Entry } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import type { LoggedRecord, StoredLog, StoredRecord } from '#shared/domain/record'
import type { Settings } from '#shared/domain/settings/settings'
import { KeyedQueue } from '../../async/keyedQueue'
import { type Disk, nodeDisk } from '../../disk/disk'
import { answered } from '../../disk/failureOf'
import type { AnswerInbox } from '../../services/ports/answerInbox'
import type { ArrivalStore } from '../../services/ports/arrivalStore'
import type { Clock } from '../../services/ports/clock'
import type { AnyDayLogStore, CaptureStore, DayLogStore } from '../../services/ports/dayLogStore'
import type { DocumentStore } from '../../services/ports/documentStore'
import type { HealthCheck } from '../../services/ports/healthCheck'
import type { HistoryStore } from '../../services/ports/historyStore'
import type { Place } from '../../services/ports/library'
import type { OpenElsewhere } from '../../services/ports/openElsewhere'
import type { QuarantineStore } from '../../services/ports/quarantineStore'
import type { AnyRecordStore, EntryStore, RecordStore } from '../../services/ports/recordStore'
import type { Rollbacks } from '../../services/ports/rollbacks'
import { gatedContent } from '../arrivals/gatedContent'
import { lookForStrays } from '../arrivals/lookForStrays'
import { oldFormFiles } from '../arrivals/oldFormFiles'
import { noticeArrivals, openArrivals } from '../arrivals/openArrivals'
import { DayLogStores } from '../dayLogs/dayLogStores'
import { onDevice, placesBelow } from '../encryption/cipher/sealedPlace'
import type { Vault } from '../encryption/cipher/vault'
import { AdmittedFiles } from '../encryption/files/admittedFiles'
import { encryptedFiles } from '../encryption/files/encryptedFiles'
import { keyFileName, sealedFolderAsItLies } from '../encryption/files/encryptedLayout'
import { KeyFileJudge } from '../encryption/keys/keyFileJudge'
import { KeyGuard } from '../encryption/keys/keyGuard'
import { checkHealth } from '../health/checkHealth'
import { openAnswerInbox } from '../inbox/answerInbox'
import { captureKind } from '../kinds/captureKind'
import { entryKind } from '../kinds/entryKind'
import type { DayLogKind, Kind, RecordKind } from '../kinds/recordKind'
import { FileNotices, type Matter } from '../layout/fileNotices'
import { JournalFolder } from '../layout/journalFolder'
import { nodeProcesses, type Processes } from '../layout/processes'
import { ProcessLock } from '../layout/processLock'
import { LastStates } from '../records/lastStates'
import { purgeTrash } from '../records/purgeTrash'
import { recordContext } from '../records/recordContext'
import { RecordStores } from '../records/recordStores'
import { openRollbackWatch } from '../rollback/openRollbackWatch'
import type { JournalContext } from '../safekeeping/journalContext'
import type { KeptKey } from '../safekeeping/keptStates'
import { ListedVersions } from '../safekeeping/listedVersions'
import { Quarantine } from '../safekeeping/quarantine'
import { isReckoningName, TrashReckoning } from '../safekeeping/trashReckoning'
import { KeptSettings, keptSettingsName } from '../settings/keptSettings'
import { openSettings } from '../settings/openSettings'
import { openMarker, repairMarker } from './journalMarker'
import { lookAtQuarantine } from './lookAtQuarantine'
import { takeLock } from './takeLock'
import { noticeSealed, tidyJournal } from './tidyJournal'

export interface JournalOptions extends Partial<Disk> {
  readonly folder: string
  readonly clock: Clock
  /** Whether this device has opened the journal before: then a folder without it is `folder-missing` and not a first run. */
  readonly knownBefore: boolean
  readonly processes?: Processes
  /** The key of a journal that has a lock. */
  readonly vault?: Vault | null
  readonly kinds?: readonly Kind[]
  /** This device knows a lock of the journal, and none is there: it is read only, until a person says that it was taken away on purpose. */
  readonly isLockGone?: boolean
  /** Names this device among those that write here; without it saves are not counted. */
  readonly device?: string | null
  /** Milliseconds that a file which can't be read has to stay the same before it counts as damaged; 0 where no other program writes. */
  readonly steadyFor?: number
  /** A folder of this device, outside of the journal: what was saved here last is kept there, for a sync program that puts another file over it, and how long things have been in the trash. */
  readonly states?: string | null
  /** Another one: the newest saves seen of everything, so that what goes back behind them is told. */
  readonly seen?: string | null
  /** Milliseconds that only pass while the computer is awake. */
  readonly steady?: () => number
  /** Of a key file that can't be read, shared with those that look at it beside: only together they know how long it stays as it is. */
  readonly judge?: KeyFileJudge
  /** Which files in the inboxes of a journal with a lock this device left there, or the person let in; any other waits. */
  readonly admitted?: AdmittedFiles
}

export interface OpenJournal {
  readonly entries: EntryStore
  readonly history: HistoryStore<Entry>
  /** The store of any kind of record, by the kind's name; one for each, since it knows what it wrote. */
  recordsNamed(kind: string): AnyRecordStore
  records<T extends StoredRecord>(kind: RecordKind<T>): RecordStore<T> & { readonly history: HistoryStore<T> }
  /** The same for records that share a file for their day. */
  logsNamed(kind: string): AnyDayLogStore
  logs<L extends StoredLog, R extends LoggedRecord>(kind: DayLogKind<L, R>): DayLogStore<L, R>
  allLogs(): readonly AnyDayLogStore[]
  readonly quarantine: QuarantineStore
  readonly rollbacks: Rollbacks
  /** What waits for the person's word. */
  readonly arrivals: ArrivalStore
  /** A look through all its files. */
  readonly checkHealth: HealthCheck
  readonly captures: CaptureStore
  readonly answers: AnswerInbox
  readonly settings: DocumentStore<Settings>
  /** Brings back what this device saved last and the disk does not have any more, of all records and days or of some; resolves with the places of those. Never throws. */
  lookAtLastStates(only?: ReadonlySet<KeptKey>): Promise<readonly Place[]>
  /** Offers back what was set aside as damaged and is whole by now; resolves with the places where it is. Never throws. */
  lookAtQuarantine(): Promise<readonly Place[]>
  /** Files that came unsealed into a journal with a lock wait from here on, and are told. Never throws. */
  lookForStrays(): Promise<void>
  /** What a notice was about is settled. */
  noticeOver(matter: Matter): void
  /** The other computers that have it open now. */
  readonly elsewhere: OpenElsewhere
  /** Whether its files have another lock now than it was opened with, or none any more. Throws what stands in the way of reading the key file. */
  hasOtherLock(): Promise<boolean>
  /** The journal's own id, the same wherever its folder goes. */
  readonly id: string
  /** Waits for writes under way, then lets the next process in. */
  close(): Promise<void>
}

/**
 * Throws `locked` without the key of a journal that has a lock, `lock-gone` where that is all that can be said, `folder-missing`, `in-use`, `newer-schema`, or what the disk says about a folder that can't be read.
 * A disk that is full or read-only is no reason not to open: reading works, and each write asks for the lock again.
 */
export function openJournal(options: JournalOptions): Promise<OpenJournal> {
  return answered(() => opened(options))
}

async function opened({
  folder: root,
  clock,
  knownBefore,
  processes,
  vault,
  kinds,
  isLockGone = false,
  device = null,
  states = null,
  seen = null,
  steady,
  steadyFor = 0,
  judge = new KeyFileJudge(steadyFor),
  admitted = new AdmittedFiles(),
  ...disk
}: JournalOptions): Promise<OpenJournal> {
  const home = new JournalFolder(nodeDisk(disk), root, root, kinds)
  const [notices, queue] = [new FileNotices(), new KeyedQueue()]
  const arrived = () => noticeArrivals(notices)
  const { folder, gate, arrivals, listed } = await judge.judged(home, () =>
    gatedContent(home, vault ?? null, admitted, arrived),
  )
  const marker = await openMarker(home, clock, knownBefore)
  const guard = await judge.judged(home, () => KeyGuard.of(home, judge))
  const processLock = new ProcessLock(home, processes ?? nodeProcesses())
  const held = !isLockGone && (await takeLock(processLock, marker !== null))
  const lock = {
    async hold() {
      if (isLockGone) throw lockGone()
      await guard.check()
      await processLock.hold()
    },
  }
  const waiting = vault && folder !== home ? oldFormFiles(sealedFolderAsItLies(home), vault, arrived) : undefined
  const quarantine = new Quarantine(folder, waiting)
  if (marker === null && isLockGone) throw lockGone()
  const id = marker ?? (await repaired(home, clock, steadyFor, processLock))
  const lastStates = states === null ? null : new LastStates(nodeDisk(disk), join(states, id), vault ?? null)
  await lastStates?.sealThose((name) => isReckoningName(name) || name === keptSettingsName)
  const trashReckoning = states === null ? null : new TrashReckoning(sealing(nodeDisk(disk), vault), join(states, id))
  const kept = { lastStates, trashReckoning, gate, listedVersions: new ListedVersions() }
  const journal: JournalContext = { folder, lock, clock, device, steadyFor, ...kept, notices, queue, quarantine }
  const stores = new RecordStores(journal)
  const entries = stores.ofKind(entryKind)
  const logs = new DayLogStores(journal)
  // Tidying is for later when the disk does not want it now.
  if (held) await tidyJournal(home, folder, processLock, clock, device).catch(() => undefined)
  if (held) for (const kind of folder.recordKinds) await purgeTrash(recordContext(journal, kind)).catch(() => undefined)
  const keptSettings =
    states === null || device === null ? null : new KeptSettings(sealing(nodeDisk(disk), vault), join(states, id))
  const settings = await openSettings(journal, keptSettings)
  if (folder === home) await noticeSealed(home, notices).catch(() => undefined)
  // No look at each file: a page waits for this to be over.
  if (await listed.areThere().catch(() => false)) arrived()
  if (isLockGone) notices.raise({ kind: 'lock-gone', file: keyFileName, day: null, restored: false })
  if (held) await keptSettings?.bringBack(journal)
  if (held) await settings.mergeCopies()
  const rollbacks = openRollbackWatch({ journal, device: nodeDisk(disk), folder: seen, id, vault, steady })
  const check: HealthCheck = (looked) =>
    checkHealth({ ...home.disk, folder: root, vault: vault ?? null, kinds: home.kinds, admitted, looked })
  let isClosed = false
  const close = async () => {
    isClosed = true
    await Promise.all([queue.idle(), settings.idle()])
    await lastStates?.flush()
    await lastStates?.seal()
    await rollbacks.close()
    await processLock.release()
  }
  return {
    entries,
    history: entries.history,
    recordsNamed: (name) => stores.of(name),
    records: (kind) => stores.ofKind(kind),
    logsNamed: (name) => logs.of(name),
    logs: (kind) => logs.ofKind(kind),
    allLogs: () => logs.all(),
    quarantine: {
      read: (file) => quarantine.read(file),
      async dismiss(file) {
        await answered(lock.hold)
        await quarantine.dismiss(file)
      },
    },
    rollbacks,
    lookAtQuarantine: () =>
      lookAtQuarantine(journal, { records: stores, logs, strict: (of) => strictly(folder, vault, home.disk, of) }),
    arrivals: openArrivals(arrivals, journal),
    checkHealth: check,
    async lookAtLastStates(only) {
      const back: Place[] = []
      if (lastStates === null) return back
      for (const kind of folder.recordKinds)
        for (const { id } of await stores.ofKind(kind).lookAtLastStates(lastStates, only))
          back.push({ kind: kind.name, id })
      for (const kind of folder.dayLogKinds)
        for (const day of await logs.ofKind(kind).lookAtLastStates(lastStates, only))
          back.push({ kind: kind.name, day })
      if (only === undefined) await lastStates.seal()
      return back
    },
    captures: logs.ofKind(captureKind),
    answers: openAnswerInbox(journal),
    settings,
    async lookForStrays() {
      if (!vault) return
      const strays = { home, vault, steadyFor, queue, hold: lock.hold, isClosed: () => isClosed }
      if ((await lookForStrays(strays)) && (await listed.areThere().catch(() => false))) arrived()
    },
    noticeOver: ({ kind, file }) => notices.forget(kind, file),
    elsewhere: processLock.elsewhere,
    hasOtherLock: () => answered(() => guard.isRefused()),
    id,
    close,
  }
}

async function repaired(home: JournalFolder, clock: Clock, steadyFor: number, lock: ProcessLock): Promise<string> {
  try {
    return await repairMarker(home, clock, new Quarantine(home), steadyFor)
  } catch (error) {
    // The next attempt asks for it again.
    await lock.release()
    throw error
  }
}

/** Opens what was sealed for its place alone, in quarantine too. */
function strictly({ root }: JournalFolder, vault: Vault | null | undefined, disk: Disk, kinds: readonly Kind[]): Disk {
  const places = placesBelow(root, kinds)
  return vault
    ? { ...disk, files: encryptedFiles(disk, vault, (path) => ({ ...places(path), takesAny: false })) }
    : disk
}

/** What is written outside of the journal's folder, sealed like the journal. */
function sealing(disk: Disk, vault: Vault | null | undefined): Disk {
  return vault ? { ...disk, files: encryptedFiles(disk, vault, onDevice('last state')) } : disk
}

function lockGone(): Failure {
  return new Failure('lock-gone', 'the lock that this device knows is not there')
}
