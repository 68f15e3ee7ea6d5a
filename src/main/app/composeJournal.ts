/** Builds the journal at work: this device's state, the folder that is open, and what the page asks of both. */
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { app } from 'electron'
import { v7 as uuid } from 'uuid'
import type { Start } from '#shared/contract/app'
import type { CaptureDraft } from '#shared/contract/captures'
import { newCapture } from '#shared/domain/capture/capture'
import { noReminders } from '#shared/domain/reminder/reminder'
import { finishRestore } from '../backups/finishRestore'
import { countInto, newSaves } from '../backups/savesFirst'
import { countedWrites } from '../disk/countedWrites'
import { nodeDisk } from '../disk/disk'
import { nodeFiles } from '../disk/nodeFiles'
import { removePlainCaches } from '../indexer/cacheFile'
import { openIndex } from '../indexer/openIndex'
import type { AppEvents } from '../services/app/appEvents'
import { createPageReady } from '../services/app/pageReady'
import { createSealedDrafts } from '../services/captures/sealedDrafts'
import { settingsLocked } from '../services/encryption/lockedState'
import { createPageDrafts } from '../services/entries/pageDrafts'
import { createExportActions } from '../services/exports/exportActions'
import { createJournal } from '../services/journal/journal'
import { createJournalLocation } from '../services/journal/journalLocation'
import type { Clock } from '../services/ports/clock'
import { createOverview } from '../services/search/overview'
import { createSearchActions } from '../services/search/searchActions'
import { leaveCapture } from '../storage/dayLogs/leaveCapture'
import { quickCapturePlace } from '../storage/encryption/cipher/sealedPlace'
import type { Vault } from '../storage/encryption/cipher/vault'
import { AdmittedFiles, admittedName } from '../storage/encryption/files/admittedFiles'
import { createJournalEncryption } from '../storage/encryption/journalEncryption'
import { draftIn } from '../storage/encryption/keys/draftIn'
import { createDraftSealing } from '../storage/encryption/keys/draftSealing'
import { KeyFileJudge } from '../storage/encryption/keys/keyFileJudge'
import { openDocument } from '../storage/format/openDocument'
import { fileOfRecord, isDayLogNamed } from '../storage/journal/fileOfRecord'
import { goBack } from '../storage/journal/goBack'
import { leaveInPlace } from '../storage/journal/leaveInPlace'
import { openJournal } from '../storage/journal/openJournal'
import { openJournalForReading } from '../storage/journal/openJournalForReading'
import { sealStatesAnew } from '../storage/journal/sealStatesAnew'
import { seenName } from '../storage/rollback/seenStates'
import { createDraftFiles, draftsName } from '../storage/safekeeping/draftFiles'
import { statesName } from '../storage/safekeeping/keptStates'
import { commandSteadyFor, journalSteadyFor } from '../storage/safekeeping/staysDamaged'
import { createDeviceLocks, type DeviceLocksNeeds } from '../system/deviceLocks'
import { createDevicePlace } from '../system/devicePlace'
import { type DeviceState, defaultDeviceState, deviceSchemaVersion, deviceStateSchema } from '../system/deviceState'
import { electronDesktop } from '../system/electronDesktop'
import { log } from '../system/log'
import { createMigratedLocks } from '../system/migratedLocks'
import { newDeviceName } from '../system/newDeviceName'
import { openAsKnown } from '../system/openAsKnown'
import { composeServices } from './composeServices'
import { markdownOf, openExportDesk } from './openExportDesk'

export interface JournalNeeds {
  readonly clock: Clock
  readonly environment: Pick<Start, 'locale' | 'platform'>
  readonly events: AppEvents
  /** Lets the window store what it holds. */
  readonly flush: () => Promise<unknown>
  /** Another journal may be opened by `move`, with another plan of reminders. */
  readonly around: (move: () => Promise<void>) => Promise<void>
}

export type JournalAtWork = Awaited<ReturnType<typeof composeJournal>>

export async function composeJournal({ clock, environment, events, flush, around }: JournalNeeds) {
  const device = await openDocument<DeviceState>({
    path: join(app.getPath('userData'), 'device.json'),
    schema: deviceStateSchema,
    version: deviceSchemaVersion,
    defaults: defaultDeviceState,
    clock,
  })
  const keepDevice = (change: Partial<DeviceState>) => device.change((value) => ({ ...value, ...change }))
  /** Another name once a journal was brought back as it was: its counts begin anew, so that none is given twice. */
  const renameDevice = () => keepDevice({ device: newDeviceName() })
  const admitted = new AdmittedFiles(join(app.getPath('userData'), admittedName))
  const deviceFolders = {
    states: join(app.getPath('userData'), statesName),
    seen: join(app.getPath('userData'), seenName),
  }
  if (device.value.device === undefined) await renameDevice().catch((error) => log('device', error))
  const defaultFolder = join(app.getPath('userData'), 'journal')
  const folder = () => device.value.journalFolder ?? defaultFolder

  const shown = () => device.value.shownLocked ?? null
  const hadLock = () => shown() !== null && device.value.lastOpened === folder()
  const userData = app.getPath('userData')
  const open: DeviceLocksNeeds['open'] = (bytes, place) => draftSealing.open(bytes, place)
  const locks = createDeviceLocks({ device, userData, clock, folder, open })
  const migrated = createMigratedLocks(device)
  const judge = new KeyFileJudge(journalSteadyFor)
  const seal = createJournalEncryption({
    folder,
    clock,
    hadLock,
    migrated,
    known: locks.find,
    turnedOff,
    steadyFor: journalSteadyFor,
    judge,
    admitted,
    device: () => device.value.device ?? null,
    leaving: async (vault) => {
      await readKept(vault)
      await draftSealing.withFormer([vault], () => pageDrafts.reseal().catch((error) => log('drafts', error)))
    },
  })
  const draftSealing = createDraftSealing({ vault: seal.vault, known: locks.find })
  const drafts = createSealedDrafts({
    stored: () => device.value,
    store: keepDevice,
    async sealing() {
      const sealed = await draftSealing.sealing(quickCapturePlace)
      return sealed && ((draft) => Buffer.from(sealed(Buffer.from(JSON.stringify(draft)))).toString('base64'))
    },
    open: (sealed) => draftIn(draftSealing, sealed),
  })

  /** What was left while it went is sealed to its key, which is here for the last time. */
  async function turnedOff(opened: Vault): Promise<void> {
    await sealStatesAnew(statesOfJournal(), opened, null)
    await locks
      .give()
      .then(() => locks.bring())
      .catch((error) => log('lock', error))
  }

  events.on('clockTicked', () => {
    if (journal.isOpen) void locks.bring().catch((error) => log('device', error))
  })

  const saves = newSaves()
  const files = countedWrites(
    nodeFiles,
    countInto(saves, () => events.emit('journalWritten', null)),
  )
  const journal = createJournal(
    async () => {
      const opening = folder()
      await finishRestore(nodeDisk(), opening)
      const failed = (error: unknown) => log('device', error)
      // Another device may have turned the lock on while this one was not looking.
      const locked = () => removePlainCaches(join(userData, 'library'))
      const { found, isLockGone } = await openAsKnown({ folder: opening, locks, seal, locked, failed }, (isLockGone) =>
        openJournal({
          folder: opening,
          files,
          clock,
          knownBefore: device.value.lastOpened === opening,
          device: device.value.device ?? null,
          // The files may be somebody else's: what this device remembers of the journal is kept away from them.
          states: isLockGone ? null : deviceFolders.states,
          seen: isLockGone ? null : deviceFolders.seen,
          steadyFor: journalSteadyFor,
          judge,
          admitted,
          vault: seal.vault(),
          isLockGone,
        }),
      )
      const opened = { folder: opening, id: found.id, publicKey: null }
      // Not knowing next time that it was here is no reason not to open it now.
      if (!isLockGone && (device.value.lastOpened !== opening || !isDeepStrictEqual(device.value.lastJournal, opened)))
        await keepDevice({ lastOpened: opening, lastJournal: opened }).catch(failed)
      return found
    },
    () => settingsLocked(shown()),
  )
  /** With a key that the journal had before: what is kept here is written as the journal is now. Never rejects. */
  const readKept = (former: Vault) => sealStatesAnew(statesOfJournal(), former, seal.vault())
  const statesOfJournal = () => ({ disk: nodeDisk(), id: lastHere()?.id ?? null, ...deviceFolders })
  const lastHere = () => (device.value.lastJournal?.folder === folder() ? device.value.lastJournal : undefined)
  const draftStore = createDraftFiles({ folder: join(userData, draftsName), clock, ...draftSealing })
  const pageDrafts = createPageDrafts({
    store: draftStore,
    hasFormer: async () => journal.isOpen && locks.waits(draftStore),
    clock,
    emit: events.emit,
    home: () => (journal.isOpen ? journal.forReading().id : (lastHere()?.id ?? null)),
    // A key that still comes may be that of a lock.
    isShown: () => journal.trouble !== 'locked' && journal.trouble !== 'being-written',
  })
  const pageReady = createPageReady()
  const services = composeServices({
    journal,
    openLibrary: (listener) =>
      openIndex(
        {
          script: join(__dirname, 'indexer.cjs'),
          key: () => seal.vault()?.handOut() ?? null,
          cacheFolder: join(app.getPath('userData'), 'library'),
          failed: (error) => log('library', error),
        },
        listener,
      ),
    pageDrafts,
    clock,
    newId: () => uuid(),
    events,
    environment,
    folder,
    afterShown: pageReady.after,
    flush,
  })
  const move = (work: () => Promise<void>) => around(() => services.journalSync.move(work))
  const place = createDevicePlace({ device, defaultFolder, move })
  const exports = createExportActions({
    entries: () => journal.forReading().entries,
    desktop: electronDesktop,
    openSource: async () => {
      const options = { folder: folder(), vault: seal.vault(), steadyFor: commandSteadyFor, admitted }
      return (await openJournalForReading(options)).entries
    },
    openDesk: (chosen) => openExportDesk(chosen, folder()),
    fileOf: (item) => fileOfRecord(item),
    markdownOf,
  })
  const found = createSearchActions({
    find: services.search.findAll,
    read: async (id) => journal.forReading().entries.read(id),
    readFound: async ({ kind, id, day }) => journal.forReading().recordsNamed(kind).read(id, day),
    fileOf: (item) => fileOfRecord(item),
    copiesBeside: async (ids) => journal.forReading().entries.copiesBeside(ids),
    isLog: isDayLogNamed,
    partOf: async (kind, day, ids) => journal.forReading().logsNamed(kind).part(day, ids),
    save: async (entry, base) => (await journal.forWriting()).entries.save(entry, base),
    now: clock.now,
    changed: services.changes.starred,
    exportFrom: exports.saveFrom,
  })
  const overview = createOverview({
    library: services.library,
    today: services.calendar.today,
    plan: () => journal.settings.reminders ?? noReminders,
  })
  const leave = ({ kind, text }: CaptureDraft) => {
    const capture = newCapture({ id: uuid(), now: clock.now(), dayEnds: journal.settings.dayEnds, kind, text })
    return leaveInPlace(folder, async (present) => leaveCapture(await locks.inboxIn(present), capture))
  }
  const choice = createJournalLocation(electronDesktop, place)
  return {
    device,
    keepDevice,
    seal,
    readKept,
    drafts,
    draftSealing,
    locks,
    draftStore,
    shown,
    leave,
    journal,
    /** Closes the journal and brings it back as it was. This device counts its saves anew from there. */
    async goBack(restore: () => Promise<void>) {
      await renameDevice()
      const states = statesOfJournal()
      await move(() => goBack({ ...states, folder: folder() }, restore))
    },
    /** Writes into the journal that are under way, for the thread of backups. */
    saves,
    ...services,
    pageDrafts,
    pageReady,
    exports,
    found,
    overview,
    folder: choice,
    journalFolder: folder,
    move,
  }
}
