/** A terminal whose person types what a test says, and stops when that is over. */
import type { Terminal, Typed } from '../../../src/main/cli/terminal'

export interface FakeTerminal extends Terminal {
  readonly printed: string[]
}

/** Each text is a line; `pasted` ones come from the clipboard together. */
export function fakeTerminal(typed: readonly (string | Typed)[]): FakeTerminal {
  const left = typed.map((one): Typed => (typeof one === 'string' ? { kind: 'line', text: one, isPasted: false } : one))
  const printed: string[] = []
  return {
    printed,
    print: (line) => void printed.push(line),
    printQuietly: (line) => void printed.push(line),
    next: async () => left.shift() ?? { kind: 'stop', text: '' },
    close: () => undefined,
  }
}

export const pasted = (text: string): Typed => ({ kind: 'line', text, isPasted: true })
export const stopped = (text = ''): Typed => ({ kind: 'stop', text })
