/** An open journal is locked: the key leaves memory, and the windows begin anew. So do they when another device turned the lock on or off. */
import { Failure, type FailureCode } from '#shared/domain/failure'
import type { SealState } from '../ports/seal'
import type { LockNeeds } from './lockNeeds'
import type { LockSteps } from './lockSteps'

export interface Locking {
  /** Throws `conflict` when words are not saved: then it stays open, and they stay where they are. */
  lockNow(): Promise<null>
  /** The same unasked: what is not saved keeps it open until the next time. Never throws. */
  lockSoon(): Promise<void>
  /**
   * The same for a machine that sleeps once this has returned: the key is overwritten first, unless words still need it, the lock is being changed, or it may
   * be the last one; then as soon as that is over.
   */
  lockAtOnce(): Promise<void>
  /**
   * After another device turned the lock on or off: the journal closes, and opens as its files are now. What it did not take is kept as drafts. Throws
   * `conflict` when words are nowhere but in a page.
   */
  reopen(): Promise<null>
  /** The same unasked, once it is so and no page holds words that are not saved. Never throws. */
  reopenIfChanged(): Promise<void>
}

const ofKey: ReadonlySet<FailureCode> = new Set(['key-damaged', 'key-missing', 'being-written'])

export function createLocking(needs: LockNeeds, steps: LockSteps): Locking {
  const { seal, isOpen, hasOtherLock, holdsWords, closedFor, keepShown, beginAnew, failed } = needs
  const { change, inTurn, unasked, saved, keepAll } = steps

  /** A disk that is away keeps no key in memory. A key file that is gone, damaged or half there does: the key that is held may be the last one. */
  function unlockedIfAway(error: unknown): SealState {
    const isOfKey = error instanceof Failure && ofKey.has(error.code)
    if ((isOfKey && !seal.isKeyOverwritten()) || !seal.holdsKey()) throw error
    return 'unlocked'
  }

  function overwriteUnneeded(): void {
    if (!steps.isChanging && !holdsWords()) seal.overwriteKey()
  }

  async function lockOnce(isAsleep = false): Promise<null> {
    if ((await seal.look().catch(unlockedIfAway)) !== 'unlocked') return null
    // Words that need a key which is gone are kept as drafts, for which the journal's public key is enough.
    await saved()
    if (isAsleep) overwriteUnneeded()
    // Reminders that can't name their page are no reason to stay open.
    await keepShown().catch(failed)
    // What is typed until the pages are gone is saved by them on their way: the journal is still open for it.
    await beginAnew()
    await needs.locking()
    await closedFor(async () => seal.forget())
    needs.locked()
    return null
  }

  /** It has the words in the form that the journal had before. One that can't be taken away keeps no journal closed. */
  function forgetIndex(): void {
    try {
      needs.forgetIndex()
    } catch (error) {
      failed(error)
    }
  }

  /** Whether the open journal's files have another lock now, or none any more. */
  async function hasChanged(): Promise<boolean> {
    const before: SealState = seal.holdsKey() ? 'unlocked' : 'none'
    // Any earlier look has forgotten a key that is of no use any more: what is open knows the lock that it was opened with.
    return (await seal.look()) !== before || (await hasOtherLock())
  }

  async function reopened(): Promise<null> {
    await saved()
    await beginAnew()
    await closedFor(async () => forgetIndex())
    if (isOpen()) await keepAll()
    else needs.locked()
    return null
  }

  return {
    lockNow: () => inTurn(() => lockOnce()),
    lockSoon: () => unasked(() => lockOnce()),
    lockAtOnce() {
      overwriteUnneeded()
      return unasked(() => lockOnce(true))
    },
    reopen: () =>
      change(async () => {
        // Nothing begins anew without a reason; what can't be told now is one.
        const isAsBefore = isOpen() && !(await hasChanged().catch(() => true))
        return isAsBefore ? null : reopened()
      }),
    reopenIfChanged: () => unasked(async () => (isOpen() && !holdsWords() && (await hasChanged()) ? reopened() : null)),
  }
}
