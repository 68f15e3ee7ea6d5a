/** Reads the parts of a typed search one by one: what each asks for, and what is wrong with it. */

import { canBeMarked } from '../../text/markedWords'
import { normalize } from '../../text/normalize'
import { withoutEnd } from '../../text/withoutEnd'
import { longestDate, readDate } from './dateCondition'
import { endOfSentence } from './endOfSentence'
import { conditionsNamed } from './names'
import type { Clause, Condition, DateOperator, Mistake, Operator } from './query'
import type { DateContext } from './readPeriod'
import { termOf, withoutSigns } from './searchTerms'
import { type Part, type Token, tokensOf } from './tokens'

/** A clause before OR has joined it; without a condition it was left out, but still stands beside an OR. */
export interface ClauseItem extends Clause {
  readonly kind: 'clause'
  readonly start: number
  readonly end: number
}

export type Item = ClauseItem | { readonly kind: 'or'; readonly start: number; readonly end: number }

export function itemsOf(
  text: string,
  context: DateContext,
): { readonly items: readonly Item[]; readonly mistakes: readonly Mistake[] } {
  const tokens = tokensOf(text).filter((token) => token.kind !== 'part' || !isOnlySigns(token))
  const items: Item[] = []
  const mistakes: Mistake[] = []
  for (let at = 0; at < tokens.length; ) {
    const read = readAt(tokens, at, context)
    items.push(read.item)
    if (read.mistake) mistakes.push(read.mistake)
    at += read.tokens
  }
  return { items, mistakes }
}

interface Reading {
  readonly item: Item
  readonly mistake?: Mistake
  /** How many tokens it took. */
  readonly tokens: number
}

function isOnlySigns({ operator, value, quote }: Part): boolean {
  return operator === null && termOf(value) === null && !(quote === 'open' && value !== '')
}

function readAt(tokens: readonly Token[], at: number, context: DateContext): Reading {
  const token = tokens[at]
  if (token?.kind !== 'part') return readSign(token ?? { kind: 'or', start: 0, end: 0 }, at === tokens.length - 1)
  switch (token.operator) {
    case null:
      return readWords(token, at === tokens.length - 1)
    case 'before':
    case 'after':
    case 'on':
    case 'in':
      return readDays(token, token.operator, tokens.slice(at + 1, at + 2 + longestDate), context)
    default:
      return readNamed(token, token.operator, at === tokens.length - 1)
  }
}

/** At the end of the text the word may be on its way. */
function readSign(token: Exclude<Token, Part>, isLast: boolean): Reading {
  const { start, end } = token
  if (token.kind === 'or') return { item: { kind: 'or', start, end }, tokens: 1 }
  const item = clause(token, true, [])
  return isLast ? { item, tokens: 1 } : { item, mistake: { kind: 'danglingNot', start, end }, tokens: 1 }
}

/** The last word is still being typed, also after a space, so that hits do not come and go; what is to be missing is awaited whole. */
function readWords(part: Part, isLast: boolean): Reading {
  const { negated, value, quote } = part
  const term = termOf(value, quote === 'open' || (isLast && quote === null && !negated))
  const typed = withoutSigns(value).replace(/\s+/g, ' ')
  const item = clause(part, negated, term === null ? [] : [{ kind: 'words', ...term, typed }])
  return { item, ...unclosed(part), tokens: 1 }
}

/** `after` are the tokens behind it, as far as a date may reach and one more, which shows that it is not the last. */
function readDays(part: Part, operator: DateOperator, after: readonly Token[], context: DateContext): Reading {
  const { negated, value, quote, start } = part
  const following = quote === null ? plainWords(after).slice(0, longestDate - (value === '' ? 0 : 1)) : []
  const own = value.split(/\s+/).filter((word) => word !== '')
  const given = [...own, ...following.map((word) => word.value)]
  const isLast = quote !== 'closed' && following.length === after.length
  // `before:` alone and `before:"` are about to be filled.
  if (given.length === 0) return isLast ? leftOut(part) : missing(part, operator)
  const reading = readDate(operator, given, isLast, context)
  const taken = Math.max(0, reading.words - own.length)
  const end = following[taken - 1]?.end ?? part.end
  const whole = { start, end }
  const said = given.slice(0, quote === null ? reading.words : given.length).join(' ')
  const unread = { item: clause(whole, negated, []), tokens: 1 + taken }
  if (reading.kind === 'unfinished') return unread
  if (reading.kind === 'impossible') return { ...unread, mistake: { kind: 'impossibleDate', value: said, ...whole } }
  if (reading.kind === 'unknown' && own.length === 0) return missing(part, operator)
  // In quotes all of it has to be the date.
  if (reading.kind === 'unknown' || reading.words < own.length) {
    return { ...unread, mistake: { kind: 'unknownValue', operator, value: said, ...whole } }
  }
  return { item: clause(whole, negated, [reading.condition]), ...unclosed(part), tokens: 1 + taken }
}

function plainWords(tokens: readonly Token[]): readonly Part[] {
  const end = tokens.findIndex(
    (token) => token.kind !== 'part' || token.operator !== null || token.quote !== null || token.negated,
  )
  return tokens.slice(0, end === -1 ? tokens.length : end).filter((token) => token.kind === 'part')
}

function readNamed(part: Part, operator: Exclude<Operator, DateOperator>, isLast: boolean): Reading {
  const { start, end, negated, quote } = part
  const value = quote === null ? withoutEnd(part.value, endOfSentence) : part.value.trim()
  if (value === '') return isLast && quote !== 'closed' ? leftOut(part) : missing(part, operator)
  const isTyping = isLast && quote !== 'closed' && !negated
  const conditions =
    operator === 'tag' || operator === 'person' ? marked(operator, value, isTyping) : conditionsNamed(operator, value)
  const item = clause(part, negated, conditions)
  if (conditions.length === 0)
    return { item, mistake: { kind: 'unknownValue', operator, value, start, end }, tokens: 1 }
  return { item, ...unclosed(part), tokens: 1 }
}

function marked(kind: 'tag' | 'person', value: string, isTyping: boolean): readonly Condition[] {
  const typed = withoutEnd(value.replace(kind === 'tag' ? /^#/ : /^@/, ''), /\*/)
  if (!canBeMarked(typed)) return []
  return [{ kind, name: normalize(typed), prefix: isTyping || value.endsWith('*'), typed }]
}

function unclosed({ start, end, quote }: Part): Pick<Reading, 'mistake'> {
  return quote === 'open' ? { mistake: { kind: 'unclosedQuote', start, end } } : {}
}

function leftOut(part: Part): Reading {
  return { item: clause(part, part.negated, []), tokens: 1 }
}

function missing(part: Part, operator: Operator): Reading {
  const { start, end } = part
  return { ...leftOut(part), mistake: { kind: 'emptyOperator', operator, start, end } }
}

function clause({ start, end }: Pick<Part, 'start' | 'end'>, negated: boolean, anyOf: Clause['anyOf']): ClauseItem {
  return { kind: 'clause', start, end, negated, anyOf }
}
