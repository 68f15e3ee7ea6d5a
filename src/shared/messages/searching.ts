/** A search in plain words: what it looks for, and which parts of it have a mistake. */

import { addDays, type Day } from '../domain/day'
import { practice } from '../domain/practice/practices'
import type { HasFact } from '../domain/search/query/hasFacts'
import type { Clause, Condition, DaysCondition, Mistake, Operator, Query } from '../domain/search/query/query'
import { findTemplate } from '../domain/template/builtIn/builtInTemplates'
import { capturing } from './capturing'
import { listInWords, periodInWords } from './dates'

/** The sentences are English, with no comma before "and"; dates come in the person's own form. */
const language = 'en-GB'

const quoted = (words: string) => `“${words}”`
const either = (parts: readonly string[]) =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format([...new Set(parts)])

/** "Entries with “launch” and “plan…”, about Deliver, before 3 March 2026, all in one answer". */
export function queryInWords({ clauses, within }: Pick<Query, 'clauses' | 'within'>, locale: string): string {
  const said = clausesInWords(clauses, locale)
  if (said === '') return 'All entries'
  const located = clauses.filter(({ negated, anyOf }) => !negated && anyOf.some(({ kind }) => isLocated[kind]))
  return `Entries ${said}${within === 'answer' && located.length > 1 ? ', all in one answer' : ''}`
}

/** What stands somewhere on a page, and is not said of the whole of it. */
const isLocated: Readonly<Record<Condition['kind'], boolean>> = {
  ...{ words: true, tag: true, person: true, project: true, practice: true, has: true, all: true },
  ...{ template: false, captureKind: false, days: false, is: false, within: false },
}

function clausesInWords(clauses: readonly Clause[], locale: string): string {
  const together = new Map<string, string[]>()
  for (const clause of clauses) {
    const { lead, said } = clauseInWords(clause, locale)
    // A choice stands by itself: with “a”, with “b” or “c”.
    const key = clause.anyOf.length > 1 || lead === '' ? `${lead} ${said}` : lead
    together.set(key, [...(together.get(key) ?? [lead]), said])
  }
  const parts = Array.from(together.values(), ([lead = '', ...said]) => {
    const list = lead === 'without' ? either(said) : listInWords(said, language)
    return lead === '' ? list : `${lead} ${list}`
  })
  return parts.filter((part) => part !== '').join(', ')
}

interface Said {
  /** What several clauses of one kind share: "with", "tagged". Empty where each speaks for itself. */
  readonly lead: string
  readonly said: string
}

function clauseInWords({ negated, anyOf }: Clause, locale: string): Said {
  const each = anyOf.map((condition) => conditionInWords(condition, negated, locale))
  const [first] = each
  if (first !== undefined && each.every(({ lead }) => lead === first.lead)) {
    return { lead: first.lead, said: either(each.map(({ said }) => said)) }
  }
  return { lead: '', said: either(each.map(({ lead, said }) => (lead === '' ? said : `${lead} ${said}`))) }
}

function conditionInWords(condition: Condition, negated: boolean, locale: string): Said {
  const not = (lead: string) => (negated ? `not ${lead}` : lead)
  switch (condition.kind) {
    case 'words':
      return { lead: negated ? 'without' : 'with', said: quoted(`${condition.typed}${condition.prefix ? '…' : ''}`) }
    case 'tag':
      return { lead: not('tagged'), said: `#${condition.typed}${condition.prefix ? '…' : ''}` }
    case 'person':
      return { lead: not('mentioning'), said: `@${condition.typed}${condition.prefix ? '…' : ''}` }
    case 'project':
      return { lead: not('in project'), said: `+${condition.typed}${condition.prefix ? '…' : ''}` }
    case 'practice':
      return { lead: not('about'), said: practice(condition.practice).name }
    case 'template':
      return { lead: not('from'), said: quoted(findTemplate(condition.template)?.name ?? condition.template) }
    case 'captureKind':
      return { lead: not('captured as'), said: capturing.kinds[condition.captureKind] }
    case 'days':
      return { lead: '', said: not(daysInWords(condition, locale)) }
    case 'is':
      return { lead: '', said: not(condition.is === 'starred' ? 'starred' : whereWritten[condition.is]) }
    case 'has':
      return { lead: negated ? 'without' : 'with', said: things[condition.has] }
    case 'within':
      return { lead: '', said: condition.within === 'page' ? 'anywhere on the page' : '' }
    case 'all':
      return { lead: '', said: not(`(${clausesInWords(condition.clauses, locale)})`) }
  }
}

const things: Readonly<Record<HasFact, string>> = { link: 'a link', task: 'a task', table: 'a table' }

const whereWritten = { capture: 'in captures', entry: 'on a page' }

function daysInWords({ from, to }: DaysCondition, locale: string): string {
  const day = (day: Day) => periodInWords(day, day, locale)
  if (from === null) return to === null ? 'on any day' : `before ${day(addDays(to, 1))}`
  if (to === null) return `after ${day(addDays(from, -1))}`
  return `${from === to ? 'on' : 'within'} ${periodInWords(from, to, locale)}`
}

const examples: Record<Operator, string> = {
  practice: 'practice:focus',
  template: 'template:weekly',
  tag: 'tag:retro',
  person: 'person:dana',
  project: 'project:apollo',
  kind: 'kind:win',
  before: 'before:2026-03-01',
  after: 'after:yesterday',
  on: 'on:“last friday”',
  in: 'in:2026-Q1',
  is: 'is:starred',
  has: 'has:link',
}

const unknown: Record<Operator, (value: string) => string> = {
  practice: (value) => `No practice is called ${value}`,
  template: (value) => `No template is called ${value}`,
  tag: (value) => `${value} cannot be a tag`,
  person: (value) => `${value} cannot be a person’s name here`,
  project: (value) => `${value} cannot be a project’s name here`,
  kind: (value) => `No kind of capture is called ${value}`,
  before: (value) => `${value} is not a date`,
  after: (value) => `${value} is not a date`,
  on: (value) => `${value} is not a date`,
  in: (value) => `${value} is not a date`,
  is: (value) => `${value} is not one of starred, capture and entry`,
  has: (value) => `${value} is not one of link, task and table`,
}

/** Which part of a search has a mistake, and how the search treats it. */
export function mistakeInWords(mistake: Mistake): string {
  const [reason, treatment] = partsOfMistake(mistake)
  return `${reason}. ${treatment}.`
}

/** For what does not search at all when there is a mistake. */
export function reasonInWords(mistake: Mistake): string {
  return `${partsOfMistake(mistake)[0]}.`
}

function partsOfMistake(mistake: Mistake): readonly [reason: string, treatment: string] {
  switch (mistake.kind) {
    case 'unknownValue':
      return [unknown[mistake.operator](quoted(shortened(mistake.value))), ignored]
    case 'emptyOperator':
      return [`Something is missing after “${mistake.operator}:”, as in ${examples[mistake.operator]}`, ignored]
    case 'impossibleDate':
      return [`There is no ${quoted(shortened(mistake.value))} in the calendar`, ignored]
    case 'noCommonDay':
      return ['No day matches both this date and the one before it', 'This one was ignored']
    case 'unclosedQuote':
      return ['The closing quote is missing', 'The rest of the search is one phrase']
    case 'unclosedGroup':
      return ['The closing parenthesis is missing', 'The group reaches to the end of the search']
    case 'danglingOr':
      return ['OR belongs between two words', 'This one was ignored']
    case 'danglingNot':
      return ['The minus sign belongs right before a word, as in -meeting', 'This one was ignored']
    case 'orWithNot':
      return ['OR does not work with a minus sign', 'Both sides have to match']
  }
}

const ignored = 'This part was ignored'

function shortened(value: string): string {
  const letters = Array.from(value)
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : value
}

export const searching = { query: queryInWords, mistake: mistakeInWords, reason: reasonInWords }
