/**
 * What is left of a copy beside a record when it can't be read: cut short, emptied, changed. It is told as damaged and goes to the quarantine once a person
 * wants it; a file of somebody else under such a name stays foreign.
 */
import type { RecordId, StoredRecord } from '#shared/domain/record'
import type { Disk } from '../../disk/disk'
import { failureOf } from '../../disk/failureOf'
import { decoded, type FileFormat, maxDocumentBytes } from '../format/fileFormat'
import { staysDamaged } from '../safekeeping/staysDamaged'
import type { RecordContext } from './recordContext'

export async function isDamagedCopy<T extends object>(
  { files }: Disk,
  format: FileFormat<T>,
  path: string,
): Promise<boolean> {
  try {
    const { bytes } = await files.read(path, maxDocumentBytes)
    return isDamaged(format, bytes) && isLeftOfRecord(bytes)
  } catch (error) {
    // Of what is sealed not even the beginning can be read.
    return ['unreadable', 'old-form'].includes(failureOf(error).code)
  }
}

/** To be run under the record's id in the journal's queue. What is still being written stays. */
export async function setAsideDamagedCopies<T extends StoredRecord>(
  { folder, kind, files, steadyFor, lock, quarantine, clock, notices }: RecordContext<T>,
  id: RecordId,
): Promise<void> {
  for (const { path, day, ours } of await files.of(id)) {
    if (ours || !(await isDamagedCopy(folder.disk, kind.format, path))) continue
    if (!(await staysDamaged(folder.disk, path, kind.format, steadyFor))) continue
    await lock.hold()
    const aside = await quarantine.take(path, clock.instant())
    if (aside === 'waiting') continue
    notices.raise({
      kind: aside,
      file: folder.nameOf(path),
      day,
      // The record itself can be read all the while.
      restored: true,
      recordKind: kind.name,
    })
  }
}

function isDamaged<T extends object>(format: FileFormat<T>, bytes: Uint8Array): boolean {
  try {
    decoded(format, bytes)
    return false
  } catch (error) {
    return failureOf(error).code === 'unreadable'
  }
}

/** Nothing, zeros, or the beginning of an object that is not whole JSON of another program. */
function isLeftOfRecord(bytes: Uint8Array): boolean {
  if (bytes.every((byte) => byte === 0)) return true
  const text = new TextDecoder().decode(bytes)
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'schema' in value && 'id' in value
  } catch {
    return text.trimStart().startsWith('{')
  }
}
