/** Looks into the memory of another process: Linux, with the right to trace it. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

export function canLookInto(pid: number): boolean {
  try {
    closeSync(openSync(`/proc/${pid}/mem`, 'r'))
    return true
  } catch {
    return false
  }
}

/** How often `bytes` are in what the process may write to. */
export function timesInMemory(pid: number, bytes: Uint8Array): number {
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  try {
    return readFileSync(`/proc/${pid}/maps`, 'utf8')
      .split('\n')
      .reduce((times, line) => times + timesInRegion(memory, line, bytes), 0)
  } finally {
    closeSync(memory)
  }
}

const most = 64 * 1024 * 1024

function timesInRegion(memory: number, line: string, bytes: Uint8Array): number {
  const [, begin = '', end = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
  if (begin === '' || line.endsWith('[vvar]')) return 0
  const [from, to] = [Number.parseInt(begin, 16), Number.parseInt(end, 16)]
  let times = 0
  // One piece has the end of the one before: what lies across both counts once.
  for (let at = from; at < to; at += most) {
    const piece = Buffer.alloc(Math.min(most + bytes.length - 1, to - at))
    const read = readPiece(memory, piece, at)
    for (let found = read.indexOf(bytes); found !== -1; found = read.indexOf(bytes, found + 1)) times++
  }
  return times
}

/** What is reserved and was never used can't be read. */
function readPiece(memory: number, piece: Buffer, at: number): Buffer {
  try {
    return piece.subarray(0, readSync(memory, piece, 0, piece.length, at))
  } catch {
    return piece.subarray(0, 0)
  }
}
