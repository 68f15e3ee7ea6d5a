/** `--capture=TEXT`: without window, display or lock, also while the app is open. */
import { v7 as uuid } from 'uuid'
import { type CaptureKind, newCapture } from '#shared/domain/capture/capture'
import { Failure } from '#shared/domain/failure'
import { messages } from '#shared/messages/messages'
import { isOfLock } from '../services/encryption/isOfLock'
import { settingsLocked } from '../services/encryption/lockedState'
import { leaveCapture } from '../storage/dayLogs/leaveCapture'
import { beginJournal } from '../storage/journal/beginJournal'
import { leaveInPlace } from '../storage/journal/leaveInPlace'
import { openJournalForReading } from '../storage/journal/openJournalForReading'
import { inboxPlace } from '../system/inboxPlace'
import { storedPlace } from '../system/storedPlace'
import { systemClock } from '../system/systemClock'

export interface CaptureNeeds {
  readonly text: string
  readonly as: CaptureKind
  readonly userData: string
  /** Asked again behind the write: the journal may be moved meanwhile. */
  readonly place?: typeof storedPlace
}

/** Resolves with the exit code and one sentence: for standard output with code 0, else for standard error. */
export async function runCapture({
  text,
  as: kind,
  userData,
  place = storedPlace,
}: CaptureNeeds): Promise<{ code: number; sentence: string }> {
  try {
    const { folder, isKnown, lockedState } = await place(userData)
    const { settings } = await openJournalForReading({ folder }).catch(async (error: unknown) => {
      if (isOfLock(error)) return { settings: settingsLocked(lockedState) }
      if (isKnown || !(error instanceof Failure) || error.code !== 'folder-missing') throw error
      // Nothing was ever written here: the thought begins the journal.
      await beginJournal({ folder, clock: systemClock })
      return openJournalForReading({ folder })
    })
    const capture = newCapture({ id: uuid(), now: systemClock.now(), dayEnds: settings.dayEnds, kind, text })
    const locks = async () => (await place(userData)).locks ?? {}
    const keptUntil = await leaveInPlace(
      async () => (await place(userData)).folder,
      async (present) => leaveCapture(await inboxPlace(userData, present, locks), capture),
    )
    const { caught, keptHere, keptLockGone } = messages.capturing
    const kept = keptUntil === 'unlocked' ? keptHere : keptLockGone
    return { code: 0, sentence: keptUntil === null ? caught : kept }
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'unexpected'
    return { code: 1, sentence: `throughline: ${messages.writing.notSaved(messages.failures[code])}` }
  }
}
