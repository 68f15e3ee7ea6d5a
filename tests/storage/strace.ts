/** Runs a process under `strace`, which kills it at a chosen system call. */
import { execFileSync } from 'node:child_process'

/** Whether it is there, with the right to trace. */
export function canTrace(): boolean {
  try {
    execFileSync('strace', ['-qq', '-e', 'trace=none', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** `command` killed at its `at`th call of this kind. Its files need one thread, so that a count of calls is a place in its work. */
export function killedAt(kind: string, at: number, command: readonly string[]): readonly string[] {
  const inject = ['-e', `trace=${kind}`, '-e', `inject=${kind}:signal=KILL:when=${at}`]
  return ['strace', '-f', '-qq', '-o', '/dev/null', ...inject, ...command]
}

export const oneThread = { UV_THREADPOOL_SIZE: '1' }
