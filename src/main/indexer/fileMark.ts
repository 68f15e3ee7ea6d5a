/** What a file looked like when it was read: says whether it has to be read again. */
import type { FileFacts } from './readableFiles'

export interface FileMark extends FileFacts {
  readonly name: string
  /** When it was looked at, by our clock, in milliseconds since the epoch. */
  readonly at: number
}

/** File systems count time in steps of up to two seconds: within one, a file can change and look the same. */
const step = 2_000

export function isUnchanged(mark: FileMark, { size, modified, identity }: FileFacts): boolean {
  return (
    mark.size === size && mark.modified === modified && mark.identity === identity && mark.modified < mark.at - step
  )
}
