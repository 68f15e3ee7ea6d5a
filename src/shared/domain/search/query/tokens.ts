/** Cuts a typed search into its parts: words, quoted parts, operators with their value, OR and lone minus signs. Never fails. */
import { canBeMarked } from '../../text/markedWords'
import { withoutEnd } from '../../text/withoutEnd'
import type { Operator } from './query'

interface Place {
  readonly start: number
  readonly end: number
}

export interface Part extends Place {
  readonly kind: 'part'
  readonly negated: boolean
  /** Also of `#tag` and `@person`; null for words. */
  readonly operator: Operator | null
  readonly value: string
  /** Null without quotes; an open quote reaches to the end of the text. */
  readonly quote: 'closed' | 'open' | null
}

export type Token = Part | (Place & { readonly kind: 'or' | 'minus' })

/** A record, so that an operator without a reader doesn't compile. */
const operators: Readonly<Record<Operator, true>> = {
  practice: true,
  template: true,
  tag: true,
  person: true,
  kind: true,
  before: true,
  after: true,
  on: true,
  in: true,
  is: true,
  has: true,
}

/** Control characters part words too: they separate the fields of a searched text. */
const gap = /[\s\p{Cc}]/u
const upToGap = /[^\s\p{Cc}]*/uy
const operatorAt = /([a-z]+):/iy
const quotes = '"“”„'

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    if (gap.test(text.charAt(at))) at += 1
    else {
      const token = tokenAt(text, at)
      tokens.push(token)
      at = token.end
    }
  }
  return tokens
}

function tokenAt(text: string, start: number): Token {
  const whole = matchAt(upToGap, text, start)?.[0] ?? ''
  if (whole === '-') return { kind: 'minus', start, end: start + 1 }
  if (whole === 'OR') return { kind: 'or', start, end: start + 2 }
  // Two of them are no negation but an `--option`.
  const negated = isWordStart(text, start) && whole.startsWith('-') && !whole.startsWith('--')
  const at = negated ? start + 1 : start
  const operator = operatorOf(text, at)
  const value = operator === null ? at : text.indexOf(':', at) + 1
  const isSigned = operator === null ? signed(text.slice(at, start + whole.length)) : null
  if (isSigned !== null) return { kind: 'part', start, negated, quote: null, ...isSigned, end: start + whole.length }
  if (isQuote(text, value)) return { kind: 'part', start, negated, operator, ...quoted(text, value) }
  const end = start + whole.length
  return { kind: 'part', start, end, negated, operator, quote: null, value: text.slice(value, end) }
}

/** `"well"-known` has no negation in it. */
function isWordStart(text: string, at: number): boolean {
  return at === 0 || gap.test(text.charAt(at - 1))
}

/** Others are words: `http://x`, `note: buy milk`, `10:30`. */
function operatorOf(text: string, at: number): Operator | null {
  const name = matchAt(operatorAt, text, at)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(operators, name) ? (name as Operator) : null
}

/** `#tag` and `@person`, with signs of a sentence after them; `#` alone and `#a.b` are words. */
function signed(whole: string): Pick<Part, 'operator' | 'value'> | null {
  const operator = whole.startsWith('#') ? 'tag' : whole.startsWith('@') ? 'person' : null
  const value = withoutEnd(whole.slice(1), /[^\p{L}\p{M}\p{N}_*-]/u)
  return operator !== null && canBeMarked(withoutEnd(value, /\*/)) ? { operator, value } : null
}

function isQuote(text: string, at: number): boolean {
  return at < text.length && quotes.includes(text.charAt(at))
}

function quoted(text: string, at: number): Pick<Part, 'value' | 'quote' | 'end'> {
  let close = at + 1
  while (close < text.length && !isQuote(text, close)) close += 1
  const value = text.slice(at + 1, close)
  return close < text.length ? { value, quote: 'closed', end: close + 1 } : { value, quote: 'open', end: close }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
