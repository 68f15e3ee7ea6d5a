/** Makes a query ready to be put to many records: what costs least and denies most is asked first. */
import { isCaptureRow } from '../capture/captureRow'
import type { Day } from '../day'
import { isEntryRow } from '../entry/entryRow'
import { packed } from '../text/encoding'
import { nameKey } from '../text/markedWords'
import { answersOf } from './answersOf'
import type { PlacedFacts } from './facts'
import type { Clause, Condition, Query } from './query/query'
import { indexOfTerm, packedTerm, type Term } from './query/searchTerms'
import type { SearchRecord } from './searchRecord'

/** Where the words stand: 0 in the title, 1 in an answer, 2 in a question, 3 nowhere. What is no word has 0. */
export type Rank = 0 | 1 | 2 | 3

export type Asked = Pick<Query, 'clauses' | 'within'>

export type RecordTest = (record: SearchRecord) => Rank

/** The rank of the word that stands deepest. */
export function recordTest({ clauses, within }: Asked): RecordTest {
  const onPage = clausesTest(clauses)
  if (within === 'page') return onPage
  const asked = clauses.filter(({ negated }) => !negated)
  const inAnswer = clausesTest(asked)
  // What any answer has the page has too; what an answer lacks it may have.
  const mayHave = clausesTest(asked.filter(isWithoutNot))
  const mayNotHave = clausesTest(clauses.filter(({ negated }) => negated))
  return (record) => {
    if (mayHave(record) === 3 || mayNotHave(record) === 3) return 3
    let rank: Rank = 3
    for (const answer of answersOf(record)) {
      const own = inAnswer(answer)
      if (own < rank) rank = own
    }
    return rank
  }
}

/** What denies most for the least is asked first. */
function clausesTest(clauses: readonly Clause[]): RecordTest {
  const tests = clauses.toSorted((a, b) => costOf(a) - costOf(b)).map(clauseTest)
  return (record) => {
    let rank: Rank = 0
    for (const test of tests) {
      const own = test(record)
      if (own === 3) return 3
      if (own > rank) rank = own
    }
    return rank
  }
}

function isWithoutNot({ negated, anyOf }: Clause): boolean {
  return !negated && anyOf.every((condition) => condition.kind !== 'all' || condition.clauses.every(isWithoutNot))
}

function clauseTest({ negated, anyOf }: Clause): RecordTest {
  const tests = anyOf.toSorted((a, b) => costOfCondition(a) - costOfCondition(b)).map(conditionTest)
  const [only, ...others] = tests
  const highest: RecordTest = only !== undefined && others.length === 0 ? only : anyTest(tests)
  return negated ? (record) => (highest(record) === 3 ? 0 : 3) : highest
}

/** The best place counts, and nothing is better than the title. */
function anyTest(tests: readonly RecordTest[]): RecordTest {
  return (record) => {
    let rank: Rank = 3
    for (const test of tests) {
      const own = test(record)
      if (own < rank) rank = own
      if (rank === 0) return 0
    }
    return rank
  }
}

function conditionTest(condition: Condition): RecordTest {
  switch (condition.kind) {
    case 'words':
      return wordsTest(condition)
    case 'tag':
      return markedTest(condition, ({ tags }) => tags)
    case 'person':
      return markedTest(condition, ({ people }) => people)
    case 'project':
      return markedTest(condition, ({ projects }) => projects)
    case 'practice':
      return whether(({ practices }) => practices.includes(condition.practice))
    case 'template':
      return whether(({ row }) => isEntryRow(row) && row.template === condition.template)
    case 'captureKind':
      return whether(({ row }) => isCaptureRow(row) && row.captureKind === condition.captureKind)
    case 'days': {
      const [from, to] = [flat(condition.from), flat(condition.to)]
      return whether(({ row }) => (from === null || row.day >= from) && (to === null || row.day <= to))
    }
    case 'is':
      if (condition.is === 'starred') return whether(({ row }) => row.starred)
      return whether(({ row }) => row.kind === condition.is)
    case 'has':
      return whether(({ facts }) => facts.some(({ has }) => has?.includes(condition.has)))
    case 'within':
      return whether(() => true)
    case 'all':
      return clausesTest(condition.clauses)
  }
}

/** V8 compares a text that was put together from pieces, as Temporal's are, fifty times slower than one in one piece. */
function flat(day: Day | null): Day | null {
  return day && Array.from(day).join('')
}

function whether(holds: (record: SearchRecord) => boolean): RecordTest {
  return (record) => (holds(record) ? 0 : 3)
}

function markedTest(
  { name, prefix }: { readonly name: string; readonly prefix: boolean },
  namesOf: (facts: PlacedFacts) => readonly string[] | undefined,
): RecordTest {
  const isIt = (own: string) => (prefix ? nameKey(own).startsWith(name) : nameKey(own) === name)
  return whether(({ facts }) => facts.some((placed) => namesOf(placed)?.some(isIt)))
}

function wordsTest(typed: Term): RecordTest {
  const term = packedTerm(typed)
  return ({ normalized, titleEnd, answersEnd }) => {
    const at = indexOfTerm(normalized, term, 0, packed)
    if (at === -1) return 3
    return at > answersEnd ? 2 : at > titleEnd ? 1 : 0
  }
}

function costOf({ anyOf }: Clause): number {
  return Math.max(0, ...anyOf.map(costOfCondition))
}

/** Words last; among them those with most letters first, which are the rarest. */
function costOfCondition(condition: Condition): number {
  switch (condition.kind) {
    case 'words':
      return 2 + 1 / (1 + condition.words.join('').length)
    case 'all':
      return Math.max(0, ...condition.clauses.map(costOf))
    case 'tag':
    case 'person':
    case 'project':
      return 1
    default:
      return 0
  }
}
