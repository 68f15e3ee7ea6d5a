/** Reads the parts of a typed search one by one: what each asks for, and what is wrong with it. */

import { canBeMarked, nameKey } from '../../text/markedWords'
import { withoutEnd } from '../../text/withoutEnd'
import { type ClauseItem, grouped, type Item, joinedByOr } from './clauses'
import { longestDate, readDate } from './dateCondition'
import { mayBecomeDate } from './dateWords'
import { endOfSentence } from './endOfSentence'
import { conditionsNamed } from './names'
import {
  type Clause,
  type Condition,
  type DateOperator,
  type MarkedKind,
  type Mistake,
  type Operator,
  signOf,
} from './query'
import type { DateContext } from './readPeriod'
import { termOf, withoutSigns } from './searchTerms'
import { type Part, type Token, tokensOf } from './tokens'

export function itemsOf(
  text: string,
  context: Context,
): { readonly items: readonly Item[]; readonly mistakes: readonly Mistake[] } {
  const tokens = tokensOf(text).filter((token) => token.kind !== 'part' || !isOnlySigns(token))
  const { items, mistakes } = readFrom(tokens, 0, context)
  return { items, mistakes }
}

interface Context extends DateContext {
  readonly isTyping: boolean
}

interface ReadItems {
  readonly items: readonly Item[]
  readonly mistakes: readonly Mistake[]
  /** The first token that was not read: the end, or what closes them. */
  readonly at: number
}

function readFrom(tokens: readonly Token[], from: number, context: Context): ReadItems {
  const items: Item[] = []
  const mistakes: Mistake[] = []
  let at = from
  for (let token = tokens[at]; token !== undefined && token.kind !== 'close'; token = tokens[at]) {
    const read = token.kind === 'open' ? readGroup(tokens, at, token, context) : readAt(tokens, at, context)
    items.push(read.item)
    mistakes.push(...read.mistakes)
    at += read.tokens
  }
  return { items, mistakes, at }
}

interface Reading {
  readonly item: Item
  readonly mistakes: readonly Mistake[]
  /** How many tokens it took. */
  readonly tokens: number
}

/** Without what closes it, it reaches to the end. */
function readGroup(
  tokens: readonly Token[],
  at: number,
  { start, end, negated }: Extract<Token, { kind: 'open' }>,
  context: Context,
): Reading {
  const inner = readFrom(tokens, at + 1, context)
  const close = tokens[inner.at]
  const joined = joinedByOr(inner.items, context.isTyping && !close)
  const whole = { start, end: close?.end ?? joined.clauses.at(-1)?.end ?? end, negated }
  const unclosed: readonly Mistake[] = close ? [] : [{ kind: 'unclosedGroup', start: whole.start, end: whole.end }]
  return {
    item: grouped(joined.clauses, whole),
    mistakes: [...inner.mistakes, ...joined.mistakes, ...unclosed],
    tokens: inner.at + (close ? 1 : 0) - at,
  }
}

function isOnlySigns({ operator, value, quote }: Part): boolean {
  return operator === null && termOf(value) === null && !(quote === 'open' && value !== '')
}

function readAt(tokens: readonly Token[], at: number, context: Context): Reading {
  const token = tokens[at]
  const isLast = context.isTyping && at === tokens.length - 1
  if (token?.kind !== 'part') return readSign(token ?? { kind: 'or', start: 0, end: 0 }, isLast)
  if (token.operator === 'in') {
    const within = readWithin(token, isLast)
    if (within) return within
  }
  switch (token.operator) {
    case null:
      return readWords(token, isLast)
    case 'before':
    case 'after':
    case 'on':
    case 'in':
      return readDays(token, token.operator, tokens.slice(at + 1, at + 2 + longestDate), context)
    default:
      return readNamed(token, token.operator, isLast)
  }
}

/** At the end of the text the word may be on its way. */
function readSign(token: Exclude<Token, Part>, isLast: boolean): Reading {
  const { start, end } = token
  if (token.kind === 'or') return { item: { kind: 'or', start, end }, mistakes: [], tokens: 1 }
  const item = clause(token, true, [])
  return { item, mistakes: isLast ? [] : [{ kind: 'danglingNot', start, end }], tokens: 1 }
}

/** The last word is still being typed, also after a space, so that hits do not come and go; what is to be missing is awaited whole. */
function readWords(part: Part, isLast: boolean): Reading {
  const { negated, value, quote } = part
  const term = termOf(value, quote === 'open' || (isLast && quote === null && !negated))
  const typed = withoutSigns(value).replace(/\s+/g, ' ')
  const item = clause(part, negated, term === null ? [] : [{ kind: 'words', ...term, typed }])
  return { item, mistakes: unclosed(part), tokens: 1 }
}

/** `in:page` and `in:answer`: where all that is asked for has to stand together. Null for a date. */
function readWithin(part: Part, isLast: boolean): Reading | null {
  const value = withoutEnd(part.value, endOfSentence).toLowerCase()
  const named = (['page', 'answer'] as const).filter((place) => place.startsWith(value) && value !== '')
  const [within] = named.filter((place) => place === value)
  if (within !== undefined) return { item: clause(part, false, [{ kind: 'within', within }]), mistakes: [], tokens: 1 }
  // April is a month, and is asked for with as many letters.
  return named.length > 0 && isLast && part.quote === null && !mayBecomeDate([value]) ? leftOut(part) : null
}

/** `after` are the tokens behind it, as far as a date may reach and one more, which shows that it is not the last. */
function readDays(part: Part, operator: DateOperator, after: readonly Token[], context: Context): Reading {
  const { negated, value, quote, start } = part
  const following = quote === null ? plainWords(after).slice(0, longestDate - (value === '' ? 0 : 1)) : []
  const own = value.split(/\s+/).filter((word) => word !== '')
  const given = [...own, ...following.map((word) => word.value)]
  const isLast = context.isTyping && quote !== 'closed' && following.length === after.length
  // `before:` alone and `before:"` are about to be filled.
  if (given.length === 0) return isLast ? leftOut(part) : missing(part, operator)
  const reading = readDate(operator, given, isLast, context)
  const taken = Math.max(0, reading.words - own.length)
  const end = following[taken - 1]?.end ?? part.end
  const whole = { start, end }
  const said = given.slice(0, quote === null ? reading.words : given.length).join(' ')
  const unread = { item: clause(whole, negated, []), mistakes: [], tokens: 1 + taken }
  if (reading.kind === 'unfinished') return unread
  if (reading.kind === 'impossible') return { ...unread, mistakes: [{ kind: 'impossibleDate', value: said, ...whole }] }
  if (reading.kind === 'unknown' && own.length === 0) return missing(part, operator)
  // In quotes all of it has to be the date.
  if (reading.kind === 'unknown' || reading.words < own.length) {
    return { ...unread, mistakes: [{ kind: 'unknownValue', operator, value: said, ...whole }] }
  }
  return { item: clause(whole, negated, [reading.condition]), mistakes: unclosed(part), tokens: 1 + taken }
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
    operator === 'tag' || operator === 'person' || operator === 'project'
      ? marked(operator, value, isTyping)
      : conditionsNamed(operator, value)
  const item = clause(part, negated, conditions)
  if (conditions.length === 0)
    return { item, mistakes: [{ kind: 'unknownValue', operator, value, start, end }], tokens: 1 }
  return { item, mistakes: unclosed(part), tokens: 1 }
}

function marked(kind: MarkedKind, value: string, isTyping: boolean): readonly Condition[] {
  const typed = withoutEnd(value.startsWith(signOf[kind]) ? value.slice(1) : value, /\*/).trim()
  if (!canBeMarked(typed)) return []
  return [{ kind, name: nameKey(typed), prefix: isTyping || value.endsWith('*'), typed }]
}

function unclosed({ start, end, quote }: Part): readonly Mistake[] {
  return quote === 'open' ? [{ kind: 'unclosedQuote', start, end }] : []
}

function leftOut(part: Part): Reading {
  return { item: clause(part, part.negated, []), mistakes: [], tokens: 1 }
}

function missing(part: Part, operator: Operator): Reading {
  const { start, end } = part
  return { ...leftOut(part), mistakes: [{ kind: 'emptyOperator', operator, start, end }] }
}

function clause({ start, end }: Pick<Part, 'start' | 'end'>, negated: boolean, anyOf: Clause['anyOf']): ClauseItem {
  return { kind: 'clause', start, end, negated, anyOf }
}
