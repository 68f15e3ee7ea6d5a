import { readFileSync } from 'node:fs'
import { homedir, hostname } from 'node:os'
import { join } from 'node:path'

const cookieProtocol = 'MIT-MAGIC-COOKIE-1'
const none = { name: '', data: Buffer.alloc(0) }

/** The cookie that an X server asks of its clients, from the file of `xauth`; empty when there is none. */
export function cookieOf(displayNumber: string): { name: string; data: Buffer } {
  const file = process.env.XAUTHORITY ?? join(homedir(), '.Xauthority')
  try {
    const entries = parse(readFileSync(file))
    // An entry without a number is for every display of its host, one without an address for every host.
    const fitting = entries.filter(
      ({ number, name }) => name === cookieProtocol && ['', displayNumber].includes(number),
    )
    return fitting.find(({ address }) => ['', hostname()].includes(address)) ?? fitting[0] ?? none
  } catch {
    return none
  }
}

/** Each entry: its family, then address, number, protocol and data, each with its length before it (big-endian, 16 bits). */
function parse(file: Buffer): { address: string; number: string; name: string; data: Buffer }[] {
  const entries = []
  let at = 0
  const field = () => {
    const start = at + 2
    at = start + file.readUInt16BE(at)
    return file.subarray(start, at)
  }
  while (at < file.length) {
    at += 2
    const [address, number, name] = [field().toString(), field().toString(), field().toString()]
    entries.push({ address, number, name, data: field() })
  }
  return entries
}
