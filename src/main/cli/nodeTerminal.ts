/** The terminal that this process was started in. */
import { createInterface } from 'node:readline'
import { printable } from './printable'
import type { Terminal, Typed } from './terminal'

/** Between them a terminal puts what was pasted, once it is asked to: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h2-Bracketed-Paste-Mode */
const pasteMode = { on: '\u001b[?2004h', off: '\u001b[?2004l' }
const dim = { on: '\u001b[2m', off: '\u001b[22m' }

export interface NodeTerminalNeeds {
  /** Calls the listener when the system wants this process to end. */
  readonly onQuit: (listener: () => void) => void
}

export function openNodeTerminal({ onQuit }: NodeTerminalNeeds): Terminal {
  const { stdin: input, stdout: output } = process
  const isTerminal = output.isTTY === true
  const hasLook = isTerminal && process.env.NO_COLOR === undefined
  const lines = createInterface({ input, output, terminal: isTerminal, prompt: '> ', historySize: 0 })
  const typed: Typed[] = []
  let waiting: ((typed: Typed) => void) | null = null
  let isPasting = false
  let isStopped = false

  function came(one: Typed): void {
    if (isStopped) return
    isStopped = one.kind === 'stop'
    if (waiting === null) typed.push(one)
    else {
      waiting(one)
      waiting = null
    }
  }
  const stop = () => {
    if (waiting !== null) output.write('\n')
    came({ kind: 'stop', text: lines.line })
  }

  // A window that is closed takes its terminal along: then reading and writing fail, and what is left to do is to store the words.
  for (const stream of [output, process.stderr]) stream.on('error', () => undefined)
  lines.on('error', stop)
  if (isTerminal) output.write(pasteMode.on)
  input.on('keypress', (_, key: { readonly name?: string } | undefined) => {
    if (key?.name === 'paste-start') isPasting = true
    if (key?.name === 'paste-end') isPasting = false
  })
  lines.on('line', (text) => {
    // At the end of the input an unfinished line comes as a whole one, and is still there.
    if (lines.line === '') came({ kind: 'line', text, isPasted: isPasting })
    else stop()
  })
  lines.on('SIGINT', stop)
  lines.on('close', stop)
  onQuit(stop)

  return {
    print: (line) => void output.write(`${shown(line)}\n`),
    printQuietly: (line) => void output.write(hasLook ? `${dim.on}${shown(line)}${dim.off}\n` : `${shown(line)}\n`),
    async next() {
      const ready = typed.shift()
      if (ready) return ready
      if (isStopped) return { kind: 'stop', text: '' }
      lines.prompt()
      return new Promise((resolve) => {
        waiting = resolve
      })
    },
    close() {
      isStopped = true
      if (isTerminal) output.write(pasteMode.off)
      lines.close()
    },
  }
}

/** Stored words must not reach the terminal as its commands. */
function shown(line: string): string {
  return line.split('\t').map(printable).join('\t')
}

/** Asks for one line that is not shown while it is typed. */
export function askSecretly(question: string): Promise<string> {
  process.stderr.write(question)
  const lines = createInterface({ input: process.stdin, terminal: true })
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      lines.removeAllListeners('close')
      lines.close()
      process.stderr.write('\n')
      resolve(line)
    })
    lines.once('SIGINT', () => lines.close())
    lines.once('close', () => {
      process.stderr.write('\n')
      resolve('')
    })
  })
}
