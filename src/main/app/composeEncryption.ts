/** Builds the lock: the journal's key, what the device keeps while it is locked, and when it locks by itself. */
import { join } from 'node:path'
import { app } from 'electron'
import type { CaptureDraft } from '#shared/contract/captures'
import { addDays, type Day } from '#shared/domain/day'
import { removeCaches } from '../indexer/cacheFile'
import type { AppEvents } from '../services/app/appEvents'
import type { Shutdown } from '../services/app/shutdown'
import type { QuickCapture } from '../services/captures/quickCapture'
import { createAutoLock } from '../services/encryption/autoLock'
import { createKeychainKey } from '../services/encryption/keychainKey'
import { createLock } from '../services/encryption/lock'
import { lockedStateOf, type WrittenPages } from '../services/encryption/lockedState'
import { createElectronIdle } from '../system/electronIdle'
import { electronKeychain } from '../system/electronKeychain'
import { log } from '../system/log'
import { createScreenLock } from '../system/screenLock'
import { createSleepDelay } from '../system/sleepDelay'
import type { JournalAtWork } from './composeJournal'

export interface LockNeeds {
  readonly atWork: JournalAtWork
  readonly quickCapture: Pick<QuickCapture, 'exchange'>
  readonly events: AppEvents
  readonly shutdown: Shutdown
  flush(): Promise<number>
  /** Whether the page holds words that are not on the disk, known at once. What stands in the field of quick capture is kept without the key. */
  holdsWords(): boolean
  /** From which templates a day has pages, as far as is known without reading. */
  knownWritten(day: Day): readonly string[]
  backUp(reason: 'lock' | 'migration'): Promise<void>
  withoutBackups<T>(work: () => Promise<T>): Promise<T>
  beginAnew(): Promise<void>
  /** Something else stands in the field of quick capture. */
  renewField(): void
}

export function composeEncryption({
  atWork,
  quickCapture,
  events,
  shutdown,
  flush,
  holdsWords,
  knownWritten,
  backUp,
  withoutBackups,
  beginAnew,
  renewField,
}: LockNeeds) {
  const { seal, drafts, draftSealing, locks, draftStore, journal, journalSync, calendar, entries } = atWork
  const { pageDrafts, upkeep, answers, keepDevice, device } = atWork

  async function keepShown(): Promise<void> {
    if (!journal.isOpen) return
    if (seal.vault() === null) {
      // One that is gone may come back.
      if ((await locks.find()) !== null) return
      if (device.value.shownLocked) await keepDevice({ shownLocked: null })
      return
    }
    const today = calendar.today()
    const week = Array.from({ length: 7 }, (_, back) => addDays(today, -back))
    const pages = await Promise.all(week.map(writtenPagesOf)).catch(() => [])
    await keepDevice({ shownLocked: lockedStateOf(journal.settings, today, pages.flat()) })
  }

  async function writtenPagesOf(day: Day): Promise<WrittenPages> {
    const templates = seal.isKeyOverwritten() ? knownWritten(day) : await entries.writtenOn(day)
    const before = seal.isKeyOverwritten() ? (device.value.shownLocked?.writtenPages ?? []) : []
    return [...before.filter((page) => page.day === day), ...templates.map((template) => ({ day, template }))]
  }

  /** What this device keeps takes the form that the journal has now. */
  async function resealed(): Promise<void> {
    draftSealing.stop(false)
    let isOther = false
    const exchanged = quickCapture.exchange(async (draft) => {
      const next = await drafts.unlocked(draft)
      isOther = next?.text !== draft?.text
      return next
    })
    await Promise.all([exchanged, pageDrafts.reseal()])
    // A person may be writing in it.
    if (isOther) renewField()
  }

  const keychainKey = createKeychainKey({
    keychain: electronKeychain,
    stored: () => device.value.keptKey ?? null,
    store: async (next) => void (await keepDevice({ keptKey: next })),
    failed: (error) => log('keychain', error),
  })

  const lock = createLock({
    seal,
    keychainKey,
    isOpen: () => journal.isOpen,
    hasOtherLock: async () => journal.isOpen && journal.forReading().hasOtherLock(),
    holdsWords,
    closedFor: journalSync.move,
    withoutBackups,
    flush,
    backUp,
    forgetIndex: () => removeCaches(join(app.getPath('userData'), 'library')),
    keepShown,
    locking: () =>
      quickCapture.exchange(async (draft: CaptureDraft | null) => {
        await drafts.locking(draft)
        pageDrafts.forget()
        return null
      }),
    locked: () => events.emit('journalLocked', null),
    async unsealing() {
      draftSealing.stop(true)
      await pageDrafts.reseal()
    },
    unlocked: resealed,
    giveKnown: locks.give,
    former: {
      waits: async () => journal.isOpen && locks.waits(draftStore),
      async open(passphrase) {
        const keys = await locks.openFormer({ kind: 'passphrase', passphrase })
        await draftSealing.withFormer(keys, async () => {
          for (const key of keys) await atWork.readKept(key)
          await resealed()
          await locks.bring()
        })
        await Promise.all([upkeep.look(), answers.look()])
      },
    },
    migration: {
      isBackedUp: (id) => device.value.migrationBackup === id,
      async backedUp(id) {
        if ((device.value.migrationBackup ?? null) !== id) await keepDevice({ migrationBackup: id })
      },
      refused: (reason) => journalSync.migrationRefused(reason),
    },
    beginAnew,
    progressed: (done, total) => events.emit('lockProgressed', { done, total }),
    failed: (error) => log('lock', error),
  })
  const isUnlocked = () => journal.isOpen && seal.vault() !== null
  const isUnlockedOnLinux = () => process.platform === 'linux' && isUnlocked()
  const sleepDelay = createSleepDelay(isUnlockedOnLinux)
  const screenLock = createScreenLock({ isWanted: isUnlockedOnLinux, locked: () => void lock.lockSoon() })
  const idleLock = createAutoLock({
    isUnlocked,
    minutes: () => journal.settings.lockAfter,
    idleSeconds: createElectronIdle(),
    lock: lock.lockSoon,
  })
  // What the settings, the plan or the day say now is known when it is locked next, however the app ends.
  const keepNow = () => keepShown().catch((error) => log('lock', error))
  for (const name of ['journalOpened', 'settingsChanged'] as const) events.on(name, () => void keepNow())
  events.on('clockTicked', () => {
    idleLock.look()
    screenLock.look()
    sleepDelay.look()
    // What could not be kept when the key went may be by now.
    if (seal.isKeyOverwritten()) void lock.lockSoon()
    void lock.reopenIfChanged()
  })
  shutdown.join({
    end() {
      screenLock.stop()
      sleepDelay.release()
      return keepNow().then(journalSync.leave)
    },
  })
  return {
    lock,
    away: () => void lock.lockSoon(),
    /** A sleep that waits leaves the time to save with the key. */
    asleep: () => void (sleepDelay.holds() ? lock.lockSoon() : lock.lockAtOnce()).then(sleepDelay.release),
  }
}
