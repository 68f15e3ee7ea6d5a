/** Whether the journal's lock, or what lies in its place, is why something could not be written: then words can still be left for it. */
import { Failure, type FailureCode } from '#shared/domain/failure'

const ofLock: ReadonlySet<FailureCode> = new Set([
  'locked',
  'lock-changed',
  'lock-gone',
  'key-damaged',
  'key-missing',
  // The key file, or the day's: nobody knows yet what it will be.
  'being-written',
  // A newer version of the app wrote the key file, or the day's file: what is left waits for a version that knows it.
  'newer-schema',
])

export function isOfLock(error: unknown): boolean {
  return error instanceof Failure && ofLock.has(error.code)
}
