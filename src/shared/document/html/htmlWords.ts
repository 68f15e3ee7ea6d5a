/** The words of HTML of which no tree is made. */
import { blockElements } from './htmlSchema'
import { declarationsOf, isShownAsBlock } from './htmlStyle'
import { type HtmlToken, htmlTokens } from './htmlTokens'

/** Beside those that hold no tags: elements whose words are not the page's. */
const silent = new Set('head math select svg template xml'.split(' '))
const parting = new Set([...blockElements, 'br', 'caption', 'table', 'tr'])
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** One line for each block, in time that grows with the length only. */
export function htmlWords(html: string): string {
  const words: string[] = []
  let within = ''
  let silentFrom = 0
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      words.push(token.text.replace(/\s+/g, ' '))
    } else if (within === '' && token.kind === 'open' && silent.has(token.name) && !token.closed) {
      within = token.name
      silentFrom = words.length
    } else if (token.kind === 'close' && token.name === within) {
      // Only now: what is never closed would be silent to the end.
      words.length = silentFrom
      within = ''
    } else {
      words.push(between(token))
    }
  }
  return decoded(words.join(''))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Before what follows a tag. */
function between(token: Exclude<HtmlToken, { kind: 'text' }>): string {
  if (token.name === 'td' || token.name === 'th') return ' '
  if (parting.has(token.name)) return '\n'
  const style = token.kind === 'open' ? token.attributes.get('style') : undefined
  return style !== undefined && isShownAsBlock(declarationsOf(style)) ? '\n' : ''
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })
}
