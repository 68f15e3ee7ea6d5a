/** Reads one answer of several lines from a terminal. */
import { createCodeBlocks } from './splitAnswers'
import type { Terminal } from './terminal'

/** What a line of its own asks for instead of being a part of the answer. */
const commands = { '/why': 'why', '/back': 'back', '/again': 'again', '/end': 'stop' } as const

export interface ReadAnswer {
  /** Empty when nothing was written. */
  readonly text: string
  readonly then: 'next' | (typeof commands)[keyof typeof commands]
}

/** An empty line ends it, but not inside a code block, nor among lines that were pasted together. */
export async function readAnswer(terminal: Terminal): Promise<ReadAnswer> {
  const lines: string[] = []
  const isInCode = createCodeBlocks()
  const read = (then: ReadAnswer['then']): ReadAnswer => ({ text: lines.join('\n').trim(), then })
  for (;;) {
    const typed = await terminal.next()
    if (typed.kind === 'stop') {
      lines.push(typed.text)
      return read('stop')
    }
    const isCode = isInCode(typed.text)
    if (!typed.isPasted && !isCode) {
      const line = typed.text.trim()
      if (line === '') return read('next')
      if (isCommand(line)) return read(commands[line])
    }
    lines.push(typed.text)
  }
}

function isCommand(line: string): line is keyof typeof commands {
  return Object.hasOwn(commands, line)
}
