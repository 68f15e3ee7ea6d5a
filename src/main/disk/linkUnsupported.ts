/** Whether a failed hard link says that this disk has none (FAT and some network drives answer EPERM). */
import { errorCode } from './files'

const codes = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'])

export function linkUnsupported(error: unknown): boolean {
  return codes.has(errorCode(error) ?? '')
}
