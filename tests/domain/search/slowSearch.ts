/**
 * A search that is slow and obviously right, for the real one to be measured by. It shares no code with it: it cuts every text into
 * atoms (a run of letters and digits, one other sign, one stretch of white space) and compares them one by one. It knows only the
 * letters that the tests write.
 */
import type { Entry } from '#shared/domain/entry/entry'
import type { PracticeId } from '#shared/domain/practice/practice'

export type Asked =
  | { readonly ask: 'words'; readonly words: readonly string[]; readonly style: 'word' | 'star' | 'phrase' }
  | { readonly ask: 'tag' | 'person'; readonly name: string }
  | { readonly ask: 'practice'; readonly practice: PracticeId }
  | { readonly ask: 'template'; readonly template: string }
  | { readonly ask: 'kind'; readonly kind: string }
  | { readonly ask: 'before' | 'after' | 'in'; readonly days: string }
  | { readonly ask: 'is'; readonly is: 'starred' | 'capture' | 'entry' }
  | { readonly ask: 'has'; readonly has: 'link' | 'task' }

export interface AskedClause {
  readonly negated: boolean
  readonly anyOf: readonly Asked[]
}

/** As a person would type it. */
export function typed(clauses: readonly AskedClause[]): string {
  return clauses.map(({ negated, anyOf }) => (negated ? '-' : '') + anyOf.map(typedCondition).join(' OR ')).join(' ')
}

function typedCondition(asked: Asked): string {
  switch (asked.ask) {
    case 'words':
      if (asked.style === 'phrase') return `"${asked.words.join(' ')}"`
      return `${asked.words.join('')}${asked.style === 'star' ? '*' : ''}`
    case 'tag':
      return `#${asked.name}`
    case 'person':
      return `person:${asked.name}`
    case 'practice':
      return `practice:${asked.practice}`
    case 'template':
      return `template:${asked.template}`
    case 'kind':
      return `kind:${asked.kind}`
    case 'is':
      return `is:${asked.is}`
    case 'has':
      return `has:${asked.has}`
    default:
      return `${asked.ask}:${asked.days}`
  }
}

/** 0 all words are in the title, 1 in title and answers, 2 some only in a question; null where something asked for is missing. */
export function slowRank(entry: Entry, clauses: readonly AskedClause[]): number | null {
  let rank = 0
  for (const [at, { negated, anyOf }] of clauses.entries()) {
    const ranks = anyOf.map((asked, nth) => {
      const isTyping = at === clauses.length - 1 && nth === anyOf.length - 1 && !negated
      return conditionRank(entry, asked, isTyping)
    })
    const best = Math.min(...ranks.map((own) => own ?? 9))
    if (negated ? best !== 9 : best === 9) return null
    if (!negated) rank = Math.max(rank, best)
  }
  return rank
}

function conditionRank(entry: Entry, asked: Asked, isTyping: boolean): number | null {
  if (asked.ask === 'words') return wordsRank(entry, asked, isTyping)
  return holds(entry, asked, isTyping) ? 0 : null
}

function holds(entry: Entry, asked: Exclude<Asked, { ask: 'words' }>, isTyping: boolean): boolean {
  const texts = [entry.title, ...entry.sections.map(({ text }) => text)]
  switch (asked.ask) {
    case 'tag':
    case 'person': {
      const names = texts.flatMap((text) => slowMarked(text, asked.ask === 'tag' ? '#' : '@'))
      return names.some((name) =>
        isTyping ? name.startsWith(slowNormalize(asked.name)) : name === slowNormalize(asked.name),
      )
    }
    case 'practice':
      return entry.sections.some(({ practice, text }) => practice === asked.practice && text.trim() !== '')
    case 'template':
      return entry.template === asked.template
    case 'kind':
      return entry.template === `capture:${asked.kind}`
    case 'before':
      return entry.day < `${asked.days}-00`
    case 'after':
      return entry.day > `${asked.days}-99`
    case 'in':
      return entry.day.startsWith(asked.days)
    case 'is':
      return asked.is === 'starred' ? entry.starred : entry.template.startsWith('capture:') === (asked.is === 'capture')
    case 'has': {
      const stored = JSON.stringify(entry.sections.map(({ answer }) => answer))
      if (asked.has === 'task') return stored.includes('"listType":"check"')
      return stored.includes('"type":"link"') || texts.some((text) => text.includes('https://x'))
    }
  }
}

function wordsRank(entry: Entry, { words, style }: Extract<Asked, { ask: 'words' }>, isTyping: boolean): number | null {
  const prefix = style === 'star' || (style === 'word' && isTyping)
  const answered = entry.sections.filter(({ text }) => text.trim() !== '')
  const places = [[entry.title], entry.sections.map(({ text }) => text), answered.map(({ question }) => question ?? '')]
  const rank = places.findIndex((texts) => texts.some((text) => stands(atoms(text), atoms(words.join(' ')), prefix)))
  return rank === -1 ? null : rank
}

function stands(text: readonly string[], atoms: readonly string[], prefix: boolean): boolean {
  return text.some((_, at) =>
    atoms.every((atom, nth) => {
      const there = text[at + nth]
      return prefix && nth === atoms.length - 1 ? there?.startsWith(atom) : there === atom
    }),
  )
}

function atoms(text: string): readonly string[] {
  return (slowNormalize(text).match(/[a-z0-9]+|\s+|./g) ?? []).map((atom) => (/\s/.test(atom) ? ' ' : atom))
}

/** Sign by sign: a marked word begins where no word goes on, and takes all that may be in it. */
function slowMarked(text: string, sign: string): readonly string[] {
  const normalized = slowNormalize(text)
  const names: string[] = []
  for (let at = 0; at < normalized.length; at += 1) {
    const before = normalized[at - 1] ?? ' '
    if (normalized[at] !== sign || isOfName(before) || '#@/'.includes(before)) continue
    let end = at + 1
    while (end < normalized.length && (isOfName(normalized[end] ?? '') || (normalized[end] === '-' && end > at + 1)))
      end += 1
    if (end > at + 1) names.push(normalized.slice(at + 1, end))
  }
  return names
}

/** All letters the tests have; a Japanese or Korean one is a letter too. */
function isOfName(letter: string): boolean {
  return /[a-z0-9_中文がかき회의]/.test(letter)
}

function slowNormalize(text: string): string {
  return text
    .replaceAll('ß', 'ss')
    .replaceAll('’', "'")
    .replaceAll('á', 'a')
    .replaceAll('a\u0301', 'a')
    .replaceAll('\u0301', '')
    .toLowerCase()
}
