/** A lock says all it says in its name, so that it is there complete from the moment it is there. */
import { randomBytes } from 'node:crypto'
import type { ProcessMark } from './processes'

const pattern = /^([0-9a-fx]{1,12})-([0-9a-fx]{1,12})-([0-9a-fx]{1,12})-(\d{1,10})-([0-9x]{1,20})-[0-9a-f]{8}\.lock$/

export function processLockName({ host, boot, space, pid, started }: ProcessMark): string {
  return `${host}-${boot}-${space}-${pid}-${started}-${randomBytes(4).toString('hex')}.lock`
}

/** Undefined for a file that is no lock of ours. */
export function lockHolder(name: string): ProcessMark | undefined {
  const [, host, boot, space, pid, started] = pattern.exec(name) ?? []
  if (host === undefined || boot === undefined || space === undefined || started === undefined) return undefined
  return { host, boot, space, pid: Number(pid), started }
}
