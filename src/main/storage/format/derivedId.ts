/**
 * An id that follows from what it is for: doing a thing again, here or on another device, gives the same one. It keeps the time of the id
 * it comes from, so that both sort alike.
 */
import { createHash } from 'node:crypto'
import type { EntryId } from '#shared/domain/entry/entry'

export function derivedId(from: EntryId, ...reasons: readonly (string | number)[]): EntryId {
  const hash = createHash('sha256')
    .update(JSON.stringify([from, ...reasons]))
    .digest('hex')
  const variant = (0x8 | (Number.parseInt(hash.slice(3, 4), 16) & 0x3)).toString(16)
  return `${from.slice(0, 13)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`
}
