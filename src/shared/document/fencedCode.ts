/** A code block in Markdown. */
import type { Code } from 'mdast'
import { withoutReferences } from './linkTarget'

export function fencedCode({ lang, meta, value }: Code): string {
  const info = [lang, meta].filter(Boolean).join(' ')
  // What is written behind a fence of backticks can hold none.
  const sign = info.includes('`') ? '~' : '`'
  const longest = (value.match(sign === '~' ? /~+/g : /`+/g) ?? []).reduce(
    (most, { length }) => Math.max(most, length),
    2,
  )
  const fence = sign.repeat(longest + 1)
  const unsafe = sign === '~' ? /\\(?=[!-/:-@[-`{-~])|^~/g : /\\(?=[!-/:-@[-`{-~])/g
  return `${fence}${withoutReferences(info.replace(unsafe, '\\$&'))}\n${value === '' ? '' : `${value}\n`}${fence}`
}
