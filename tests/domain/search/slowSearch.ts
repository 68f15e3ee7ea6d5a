/**
 * A search that is slow and obviously right, for the real one to be measured by. It shares no code with it: it cuts every text into
 * atoms (a run of letters and digits, one other sign, one stretch of white space) and compares them one by one. It knows only the
 * letters that the tests write.
 */
import type { Entry } from '#shared/domain/entry/entry'
import type { PracticeId } from '#shared/domain/practice/practice'

export type Asked =
  | { readonly ask: 'words'; readonly words: readonly string[]; readonly style: 'word' | 'star' | 'phrase' }
  | { readonly ask: 'tag' | 'person' | 'project'; readonly name: string }
  | { readonly ask: 'practice'; readonly practice: PracticeId }
  | { readonly ask: 'template'; readonly template: string }
  | { readonly ask: 'kind'; readonly kind: string }
  | { readonly ask: 'before' | 'after' | 'in'; readonly days: string }
  | { readonly ask: 'is'; readonly is: 'starred' | 'capture' | 'entry' }
  | { readonly ask: 'has'; readonly has: 'link' | 'task' | 'table' }
  | { readonly ask: 'within'; readonly within: 'page' | 'answer' }
  | { readonly ask: 'all'; readonly clauses: readonly AskedClause[] }

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
    case 'project':
      return `+"${asked.name}"`
    case 'within':
      return `in:${asked.within}`
    case 'all':
      return `(${typed(asked.clauses)})`
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
  const last = clauses.at(-1)
  const typing = last && !last.negated ? (last.anyOf.at(-1) ?? null) : null
  if (withinOf(clauses) === 'page') return clausesRank(entry, clauses, typing)
  const missing = clauses.filter(({ negated }) => negated)
  if (clausesRank(entry, missing, typing) === null) return null
  const asked = clauses.filter(({ negated }) => !negated)
  const answers = entry.sections.map((section) => ({ ...entry, title: '', sections: [section] }))
  return lowest(answers.map((answer) => clausesRank(answer, asked, typing)))
}

/** `in:` says it, else a practice does that is asked for, where it is the only one. */
function withinOf(clauses: readonly AskedClause[]): 'page' | 'answer' {
  const said = askedIn(clauses).find((one) => one.ask === 'within')
  const practices = withoutParentheses(clauses).filter((clause) =>
    askedIn([clause]).some(({ ask }) => ask === 'practice'),
  )
  return said?.within ?? (new Set(practices.map((clause) => typed([clause]))).size === 1 ? 'answer' : 'page')
}

/** Those that say nothing: around what stands alone and has nothing that is to be missing. */
function withoutParentheses(clauses: readonly AskedClause[]): readonly AskedClause[] {
  return clauses.flatMap((clause) => {
    const [only, ...others] = clause.anyOf
    const isAlone = !clause.negated && others.length === 0 && only?.ask === 'all'
    return isAlone && only.clauses.every(({ negated }) => !negated) ? withoutParentheses(only.clauses) : [clause]
  })
}

function askedIn(clauses: readonly AskedClause[]): readonly Asked[] {
  return clauses.flatMap(({ negated, anyOf }) =>
    negated ? [] : anyOf.flatMap((one) => [one, ...(one.ask === 'all' ? askedIn(one.clauses) : [])]),
  )
}

function clausesRank(entry: Entry, clauses: readonly AskedClause[], typing: Asked | null): number | null {
  let rank = 0
  for (const { negated, anyOf } of clauses) {
    const best = lowest(anyOf.map((asked) => conditionRank(entry, asked, asked === typing)))
    if (negated === (best !== null)) return null
    if (best !== null) rank = Math.max(rank, best)
  }
  return rank
}

function lowest(ranks: readonly (number | null)[]): number | null {
  const there = ranks.filter((rank) => rank !== null)
  return there.length === 0 ? null : Math.min(...there)
}

function conditionRank(entry: Entry, asked: Asked, isTyping: boolean): number | null {
  if (asked.ask === 'words') return wordsRank(entry, asked, isTyping)
  if (asked.ask === 'all') return clausesRank(entry, asked.clauses, null)
  return holds(entry, asked, isTyping) ? 0 : null
}

function holds(entry: Entry, asked: Exclude<Asked, { ask: 'words' | 'all' }>, isTyping: boolean): boolean {
  const texts = [entry.title, ...entry.sections.map(({ text }) => text)]
  switch (asked.ask) {
    case 'tag':
    case 'person':
    case 'project': {
      const sign = { tag: '#', person: '@', project: '+' }[asked.ask]
      const names = texts.flatMap((text) => slowMarked(text, sign))
      return names.some((name) =>
        // Quotes say that it is whole.
        isTyping && asked.ask !== 'project'
          ? name.startsWith(slowNormalize(asked.name))
          : name === slowNormalize(asked.name),
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
    case 'within':
      return true
    case 'has': {
      const stored = JSON.stringify(entry.sections.map(({ answer }) => answer))
      if (asked.has === 'table') return stored.includes('"type":"table"')
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

/** Sign by sign: a marked word begins where no word goes on, takes all that may be in it, and has a letter. */
function slowMarked(text: string, sign: string): readonly string[] {
  const normalized = slowNormalize(text)
  const names: string[] = []
  for (let at = 0; at < normalized.length; at += 1) {
    const before = normalized[at - 1] ?? ' '
    if (normalized[at] !== sign || isOfName(before) || '#@+/'.includes(before)) continue
    let end = at + 1
    while (end < normalized.length && isTaken(normalized, end, at + 1)) end += 1
    const name = normalized.slice(at + 1, end)
    if (/[^0-9_.-]/.test(name)) names.push(name)
  }
  return names
}

/** Of what joins, as many dashes as there are, and one dot, where a letter follows. */
function isTaken(text: string, at: number, start: number): boolean {
  const sign = text[at] ?? ''
  if (isOfName(sign)) return true
  if (at === start) return false
  const next = sign === '-' ? text.slice(at).replace(/^-+/, '') : sign === '.' ? text.slice(at + 1) : ''
  // A dash behind a dot joins nothing, nor a dot behind a dash.
  return isOfName(next[0] ?? ' ') && (sign !== '.' || isOfName(text[at - 1] ?? '')) && text[at - 1] !== '.'
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
