/** A name for this device, as the saves of a record count it: no two devices draw the same. */
import { randomBytes } from 'node:crypto'

export function newDeviceName(): string {
  return randomBytes(8).toString('hex')
}
