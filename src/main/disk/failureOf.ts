/** The failure code that a person's words come from, for an error of the file system. */
import { Failure, type FailureCode } from '#shared/domain/failure'
import { errorCode } from './files'

const codes: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  EFBIG: 'too-large',
  EIO: 'disk-error',
  EBUSY: 'disk-error',
  EMFILE: 'disk-error',
  ENFILE: 'disk-error',
  ENXIO: 'disk-error',
  ENODEV: 'disk-error',
  ESTALE: 'disk-error',
  ETIMEDOUT: 'disk-error',
}

export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  const code = errorCode(error)
  // The message stays out of the log's way: a path holds a person's folder names, the errno name says enough.
  return new Failure((code && codes[code]) || 'unexpected', code ?? 'storage failed', { cause: error })
}

/** Runs a step of storage; whatever it throws comes out as a `Failure`. */
export async function answered<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw failureOf(error)
  }
}
