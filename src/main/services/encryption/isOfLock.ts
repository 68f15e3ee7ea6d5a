/** Whether the journal's lock, or what lies in its place, is why something could not be written: then words can still be left for it. */
import { Failure, type FailureCode } from '#shared/domain/failure'

const ofLock: ReadonlySet<FailureCode> = new Set(['locked', 'lock-changed', 'lock-gone', 'key-damaged', 'key-missing'])

export function isOfLock(error: unknown): boolean {
  return error instanceof Failure && ofLock.has(error.code)
}
