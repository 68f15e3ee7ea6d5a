/** The search that ours is held against: ripgrep, a process for each search, or a plain scan where there is none. */
import { spawnSync } from 'node:child_process'
import type { Corpus } from './corpus/corpus'
import { entriesOf, textFiles, textOf } from './corpus/texts'
import { timed } from './interleaved'
import type { TypedQuery } from './queries'

export interface PlainSearch {
  readonly name: string
  readonly isRipgrep: boolean
  /** Milliseconds. */
  time(query: TypedQuery): Promise<number>
}

export function hasRipgrep(): boolean {
  return spawnSync('rg', ['--version']).status === 0
}

export function plainSearch(corpus: Corpus): PlainSearch {
  return hasRipgrep() ? ripgrep(textFiles(corpus)) : scan(corpus)
}

/** A process for each word; the texts are in the system's cache after the first. */
function ripgrep(folder: string): PlainSearch {
  const look = (pattern: string) => {
    const { status, error } = spawnSync('rg', ['-i', '--files-with-matches', '--', pattern, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 28,
    })
    // 1: found nothing.
    if (error || (status !== 0 && status !== 1)) throw error ?? new Error(`rg ended with ${status}`)
  }
  return {
    name: 'ripgrep, warm, with its process',
    isRipgrep: true,
    time: ({ words }) => timed(() => words.map((word, at) => patternOf(word, at === words.length - 1)).forEach(look)),
  }
}

function patternOf(word: string, isLast: boolean): string {
  if (!/^[\p{Script=Latin} ]+$/u.test(word)) return word
  return isLast ? `\\b${word}` : `\\b${word}\\b`
}

function scan(corpus: Corpus): PlainSearch {
  const texts = Array.from(entriesOf(corpus), (entry) => textOf(entry).toLowerCase())
  return {
    name: 'String.includes (no ripgrep here)',
    isRipgrep: false,
    time: ({ words }) => timed(() => texts.filter((text) => words.every((word) => text.includes(word)))),
  }
}
