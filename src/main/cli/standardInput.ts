/** What is piped into a command, and the passphrase that may be its first line. */
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { Failure } from '#shared/domain/failure'
import { askSecretly } from './nodeTerminal'

/** Bytes: as much as one page may hold. */
const mostInput = 10_000_000

/** Whether a person types, rather than a program or a file. */
export function isTyped(): boolean {
  return process.stdin.isTTY === true
}

export interface StandardInput {
  /** The passphrase; null when there is no way to ask for it. */
  passphrase(): Promise<string | null>
  /** All that is piped in, without the passphrase's line. Throws `too-large`, `unreadable` for what is no UTF-8. */
  text(): Promise<string>
}

/** `hasPassphrase`: the first line is the passphrase, whatever stands in it. */
export function openStandardInput(
  hasPassphrase: boolean,
  question: string,
  platform: NodeJS.Platform = process.platform,
): StandardInput {
  let whole: Promise<string> | null = null
  const read = () => {
    whole ??= readWhole(platform)
    return whole
  }
  return {
    async passphrase() {
      if (isTyped()) return await askSecretly(question)
      return hasPassphrase ? (firstLine(await read())[0] ?? '') : null
    },
    text: async () => (hasPassphrase ? (firstLine(await read())[1] ?? '') : read()),
  }
}

function firstLine(text: string): readonly [string, string] {
  const [, line = '', rest = ''] = /^([^\r\n]*)(?:\r\n|\r|\n|$)([\s\S]*)$/.exec(text) ?? []
  return [line, rest]
}

/** On Windows Electron's own `process.stdin` is always at its end; the pipe behind it is not: https://github.com/electron/electron/blob/main/lib/common/init.ts */
function pipeOf(platform: NodeJS.Platform): Readable {
  return platform === 'win32' ? createReadStream('', { fd: 0, autoClose: false }) : process.stdin
}

async function readWhole(platform: NodeJS.Platform): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of pipeOf(platform)) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > mostInput) throw new Failure('too-large', 'more than a page may hold')
    chunks.push(bytes)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (error) {
    throw new Failure('unreadable', 'no UTF-8', { cause: error })
  }
}
