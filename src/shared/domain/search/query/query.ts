/** A search as it was understood. Plain data: it crosses threads and the bridge. */
import type { CaptureKind } from '../../capture/capture'
import type { Day } from '../../day'
import type { PracticeId } from '../../practice/practice'
import type { Sign } from '../../text/markedWords'
import type { HasFact } from './hasFacts'
import type { Term } from './searchTerms'

export interface Query {
  /** All of them must hold; none asks for everything. */
  readonly clauses: readonly Clause[]
  /** Whether all that is asked for has to stand in one answer, or anywhere on the page. What is to be missing must be missing on the page. */
  readonly within: 'answer' | 'page'
  /** In the order of the text. What is mistaken is left out of the clauses, or read as words. */
  readonly mistakes: readonly Mistake[]
}

export interface Clause {
  /** Then none of the conditions may hold. */
  readonly negated: boolean
  /** At least one. */
  readonly anyOf: readonly Condition[]
}

export type Condition =
  | WordsCondition
  | MarkedCondition
  | { readonly kind: 'practice'; readonly practice: PracticeId }
  | { readonly kind: 'template'; readonly template: string }
  | { readonly kind: 'captureKind'; readonly captureKind: CaptureKind }
  | DaysCondition
  | { readonly kind: 'is'; readonly is: 'starred' | 'capture' | 'entry' }
  | { readonly kind: 'has'; readonly has: HasFact }
  | { readonly kind: 'within'; readonly within: 'answer' | 'page' }
  /** In parentheses: all of them must hold. */
  | { readonly kind: 'all'; readonly clauses: readonly Clause[] }

/** A word, the beginning of one, or a phrase. */
export interface WordsCondition extends Term {
  readonly kind: 'words'
  /** As the person wrote it, without the signs around it. */
  readonly typed: string
}

export type MarkedKind = 'tag' | 'person' | 'project'

export const signOf: Readonly<Record<MarkedKind, Sign>> = { tag: '#', person: '@', project: '+' }

export interface MarkedCondition {
  readonly kind: MarkedKind
  /** Normalized, without its sign. */
  readonly name: string
  /** Also those that only begin with the name. */
  readonly prefix: boolean
  readonly typed: string
}

/** Both days included; null is open, at one end at most. */
export interface DaysCondition {
  readonly kind: 'days'
  readonly from: Day | null
  readonly to: Day | null
}

export type Operator = 'practice' | 'template' | MarkedKind | 'kind' | 'is' | 'has' | DateOperator
export type DateOperator = 'before' | 'after' | 'on' | 'in'

/** What could not be read, with its place in the text as it was typed (UTF-16, the end not included). */
export type Mistake = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'unknownValue'; readonly operator: Operator; readonly value: string }
  | { readonly kind: 'emptyOperator'; readonly operator: Operator }
  | { readonly kind: 'impossibleDate'; readonly value: string }
  /** No day fits it together with the days asked for before. */
  | { readonly kind: 'noCommonDay' }
  | { readonly kind: 'unclosedQuote' }
  | { readonly kind: 'danglingOr' }
  | { readonly kind: 'danglingNot' }
  | { readonly kind: 'unclosedGroup' }
  /** `a OR -b`: a clause is negated as a whole or not at all. */
  | { readonly kind: 'orWithNot' }
)
