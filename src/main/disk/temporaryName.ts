/** Names of files that are being written. The pattern is narrow, so that only our own leftovers are ever removed. */
import { randomBytes } from 'node:crypto'

const pattern = /^\.throughline-[0-9a-f]{24}\.tmp$/

export function temporaryName(): string {
  return `.throughline-${randomBytes(12).toString('hex')}.tmp`
}

export function isTemporaryName(name: string): boolean {
  return pattern.test(name)
}
