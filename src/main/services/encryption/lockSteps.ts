/** The steps that all changes of a lock are made of: one change after the other, with the words saved and the journal closed meanwhile. */
import { createSerialQueue } from '#shared/async/serialQueue'
import { Failure } from '#shared/domain/failure'
import type { LockNeeds } from './lockNeeds'

export interface LockSteps {
  /** While it is under way the key may be needed. */
  readonly isChanging: boolean
  /** One after the other. */
  change<T>(work: () => Promise<T>): Promise<T>
  /** In turn with the changes, and itself none: the key is not needed to the end. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** In turn, without a person who waits for it: words that are not saved are no failure. Never throws. */
  unasked(work: () => Promise<null>): Promise<void>
  /** Throws `conflict` when words are not saved. */
  saved(): Promise<void>
  /** Closed for the work; when it fails, the journal opens as it was and the request fails with the reason. */
  whileClosed<T>(work: () => Promise<T>): Promise<T>
  /** The same, while one set of files takes another one's place: a backup would hold a part of both. */
  whileFilesChange<T>(work: () => Promise<T>): Promise<T>
  /** The journal is changed already: what the device can't keep now it keeps before the next locking. */
  keepAll(): Promise<void>
  idle(): Promise<unknown>
}

export function createLockSteps(needs: LockNeeds): LockSteps {
  const queue = createSerialQueue()
  let isChanging = false

  async function whileClosed<T>(work: () => Promise<T>): Promise<T> {
    const results: T[] = []
    await needs.closedFor(async () => void results.push(await work()))
    // It has run, or its failure was thrown.
    return results[0] as T
  }

  return {
    get isChanging() {
      return isChanging
    },
    change: (work) =>
      queue.add(async () => {
        isChanging = true
        try {
          return await work()
        } finally {
          isChanging = false
        }
      }),
    inTurn: (work) => queue.add(work),
    unasked: (work) =>
      queue.add(work).then(
        () => undefined,
        (error: unknown) => {
          if (!(error instanceof Failure) || error.code !== 'conflict') needs.failed(error)
        },
      ),
    async saved() {
      if ((await needs.flush()) > 0) throw new Failure('conflict', 'words are not saved')
    },
    whileClosed,
    whileFilesChange: (work) => needs.withoutBackups(() => whileClosed(work)),
    async keepAll() {
      await Promise.all([needs.keepShown(), needs.unlocked()]).catch(needs.failed)
    },
    idle: () => queue.idle(),
  }
}
