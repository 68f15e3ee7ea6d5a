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
  if (held) return true
  const taken = takeLink(userData)
  if (taken === 'held') handOver(join(userData, 'SingletonInbox'), message)
  if (taken !== 'taken') return false
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

/** A folder that takes no link gives no lock, without an error. One of another computer is taken over: https://github.com/electron/electron/blob/main/patches/chromium/process_singleton.patch */
function takeLink(userData: string): 'taken' | 'held' | 'refused' {
  const path = join(userData, 'SingletonLock')
  try {
    mkdirSync(userData, { recursive: true })
    const owner = readOwner(path)
    if (owner !== null && isAlive(owner)) return 'held'
    rmSync(path, { force: true })
    symlinkSync(me, path)
    return 'taken'
  } catch (error) {
    // Another process was faster.
    return error instanceof Error && 'code' in error && error.code === 'EEXIST' ? takeLink(userData) : 'refused'
  }
}

/** Null for a lock that no process of this computer has. */
function readOwner(path: string): number | null {
  try {
    const [, computer, pid] = /^(.*)-(\d+)$/.exec(readlinkSync(path)) ?? []
    return computer === hostname() ? Number(pid) : null
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
