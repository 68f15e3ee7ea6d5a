/** Cuts a typed search into its parts: words, quoted parts, operators with their value, OR, parentheses and lone minus signs. Never fails. */
import { isPlainName } from '../../text/markedWords'
import { withoutEnd } from '../../text/withoutEnd'
import type { MarkedKind, Operator } from './query'

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

export type Token =
  | Part
  | (Place & { readonly kind: 'or' | 'minus' | 'close' })
  | (Place & { readonly kind: 'open'; readonly negated: boolean })

/** A record, so that an operator without a reader doesn't compile. */
const operators: Readonly<Record<Operator, true>> = {
  practice: true,
  template: true,
  tag: true,
  person: true,
  project: true,
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
  let depth = 0
  for (let at = 0; at < text.length; ) {
    if (gap.test(text.charAt(at))) at += 1
    else {
      const token = tokenAt(text, at, depth)
      tokens.push(token)
      at = token.end
      if (token.kind === 'open') depth += 1
      if (token.kind === 'close') depth -= 1
    }
  }
  return tokens
}

/** Nobody reads deeper ones; there a parenthesis is a sign. */
const deepest = 20

/** `depth`: how many parentheses are open. */
function tokenAt(text: string, start: number, depth: number): Token {
  if (depth > 0 && text.charAt(start) === ')') return { kind: 'close', start, end: start + 1 }
  const opened =
    depth < deepest && isWordStart(text, start) ? (/^-?\(/.exec(text.slice(start, start + 2))?.[0] ?? '') : ''
  if (opened !== '') return { kind: 'open', negated: opened !== '(', start, end: start + opened.length }
  const whole = withoutClosing(matchAt(upToGap, text, start)?.[0] ?? '', depth)
  if (whole === '-') return { kind: 'minus', start, end: start + 1 }
  if (whole === 'OR') return { kind: 'or', start, end: start + 2 }
  // Two of them are no negation but an `--option`.
  const negated = isWordStart(text, start) && whole.startsWith('-') && !whole.startsWith('--')
  const at = negated ? start + 1 : start
  const operator = operatorOf(text, at)
  const value = operator === null ? at : text.indexOf(':', at) + 1
  const isSigned = operator === null ? signed(text.slice(at, start + whole.length)) : null
  if (isSigned !== null) return { kind: 'part', start, negated, quote: null, ...isSigned, end: start + whole.length }
  const quotedName = operator === null && isQuote(text, at + 1) ? operatorOfSign(text.slice(at)) : null
  if (quotedName !== null) return { kind: 'part', start, negated, operator: quotedName, ...quoted(text, at + 1) }
  if (isQuote(text, value)) return { kind: 'part', start, negated, operator, ...quoted(text, value) }
  const end = start + whole.length
  return { kind: 'part', start, end, negated, operator, quote: null, value: text.slice(value, end) }
}

/** Without the parentheses behind it that close what was opened before it; `f(x)` keeps its own. */
function withoutClosing(run: string, depth: number): string {
  if (depth === 0 || !run.endsWith(')')) return run
  const unopened = count(run, ')') - count(run, '(')
  const behind = run.length - withoutEnd(run, /\)/).length
  return run.slice(0, run.length - Math.min(depth, behind, Math.max(0, unopened)))
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

/** `"well"-known` has no negation in it. */
function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[\s\p{Cc}()]/u.test(text.charAt(at - 1))
}

/** Others are words: `http://x`, `note: buy milk`, `10:30`. */
function operatorOf(text: string, at: number): Operator | null {
  const name = matchAt(operatorAt, text, at)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(operators, name) ? (name as Operator) : null
}

/** `#tag`, `@person` and `+project`, with signs of a sentence after them; `#` alone and `#4521` are words. */
function signed(whole: string): Pick<Part, 'operator' | 'value'> | null {
  const operator = operatorOfSign(whole)
  const value = withoutEnd(whole.slice(1), /[^\p{L}\p{M}\p{N}_*]/u)
  return operator !== null && isPlainName(withoutEnd(value, /\*/)) ? { operator, value } : null
}

function operatorOfSign(text: string): MarkedKind | null {
  const sign = text.charAt(0)
  return sign === '#' ? 'tag' : sign === '@' ? 'person' : sign === '+' ? 'project' : null
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
