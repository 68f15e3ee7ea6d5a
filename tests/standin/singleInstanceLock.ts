import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { decodeValue, encodeValue } from './wire'

/** What a second instance hands over to the first. */
export interface Handover {
  readonly argv: string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

const me = `${hostname()}-${process.pid}`
let held: string | null = null

/**
 * Takes the lock of a user-data folder: a link that names its owner, as Chromium's own does. If a living process has it, that one
 * gets the message through a folder that it watches.
 */
export function requestLock(userData: string, message: Handover, receive: (message: Handover) => void): boolean {
  mkdirSync(userData, { recursive: true })
  if (held) return true
  if (!takeLink(join(userData, 'SingletonLock'))) {
    handOver(join(userData, 'SingletonInbox'), message)
    return false
  }
  held = userData
  listen(join(userData, 'SingletonInbox'), receive)
  process.once('exit', releaseLock)
  return true
}

export function hasLock(): boolean {
  return held !== null
}

export function releaseLock(): void {
  if (!held) return
  rmSync(join(held, 'SingletonInbox'), { recursive: true, force: true })
  rmSync(join(held, 'SingletonLock'), { force: true })
  held = null
}

function takeLink(path: string): boolean {
  for (;;) {
    try {
      symlinkSync(me, path)
      return true
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error
    }
    const owner = readOwner(path)
    if (owner !== null && isAlive(owner)) return false
    rmSync(path, { force: true })
  }
}

function readOwner(path: string): number | null {
  try {
    return Number(readlinkSync(path).split('-').at(-1))
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function handOver(inbox: string, message: Handover): void {
  mkdirSync(inbox, { recursive: true })
  const name = `${process.hrtime.bigint().toString().padStart(20, '0')}-${randomUUID()}`
  writeFileSync(join(inbox, `.${name}`), encodeValue(message))
  renameSync(join(inbox, `.${name}`), join(inbox, name))
}

function listen(inbox: string, receive: (message: Handover) => void): void {
  rmSync(inbox, { recursive: true, force: true })
  mkdirSync(inbox, { recursive: true })
  const collect = () => {
    // The profile may be gone before the process is.
    if (!held || !existsSync(inbox)) return
    for (const name of readdirSync(inbox)
      .filter((entry) => !entry.startsWith('.'))
      .sort()) {
      const text = readFileSync(join(inbox, name), 'utf8')
      rmSync(join(inbox, name))
      // Written by `handOver` of another process of this double.
      receive(decodeValue(text) as Handover)
    }
  }
  // Only the app's own work keeps the process alive.
  watch(inbox, collect).unref()
}
