/** Who holds a journal, and whether they are still there. */
import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { errorCode } from '../../disk/files'

/** A process in a form that fits a file name: letters, digits and `x`. */
export interface ProcessMark {
  readonly host: string
  /** This start of the machine; `x` where the system does not say. */
  readonly boot: string
  /** The space that process numbers count in: a sandbox has one of its own. */
  readonly space: string
  readonly pid: number
  /** Distinguishes a process from a later one with its number; `x` where the system does not say. */
  readonly started: string
}

export interface Processes {
  readonly self: ProcessMark
  /** What a person calls this computer; absent where that is not known. */
  readonly device?: string
  /** `unknown` when nothing on this machine can know: another computer, or a number that another program may have by now. */
  state(mark: ProcessMark): 'alive' | 'dead' | 'unknown'
}

const notReadable = 'x'

export function nodeProcesses(): Processes {
  const self: ProcessMark = {
    host: shortened(hostname()),
    boot: readOrUnknown(() => shortened(readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))),
    space: readOrUnknown(() => shortened(readlinkSync('/proc/self/ns/pid'))),
    pid: process.pid,
    started: startOf(process.pid),
  }
  return { self, device: hostname(), state: (mark) => stateSeenFrom(self, mark) }
}

function stateSeenFrom(self: ProcessMark, mark: ProcessMark): 'alive' | 'dead' | 'unknown' {
  if (mark.host !== self.host) return 'unknown'
  if (mark.boot !== self.boot) return mark.boot === notReadable || self.boot === notReadable ? 'unknown' : 'dead'
  if (mark.space !== self.space) return 'unknown'
  if (!isRunning(mark.pid)) return 'dead'
  const started = startOf(mark.pid)
  if (started === notReadable || mark.started === notReadable) return 'unknown'
  return started === mark.started ? 'alive' : 'dead'
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: another user's process, but there.
    return errorCode(error) !== 'ESRCH'
  }
}

/** Field 22 of /proc/PID/stat, in ticks since the machine started; the name before it may hold spaces and brackets. */
function startOf(pid: number): string {
  return readOrUnknown(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks !== undefined && /^\d+$/.test(ticks) ? ticks : notReadable
  })
}

function readOrUnknown(look: () => string): string {
  try {
    return look()
  } catch {
    return notReadable
  }
}

function shortened(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
