/** What a search scans of a record. */
import type { PracticeId } from '../practice/practice'
import type { RecordRow } from '../record'
import type { Facts } from './facts'

/** As much of a record as a search reads. Replace it when the record was saved. */
export interface SearchRecord {
  readonly row: RecordRow
  /**
   * Title, answers, then as many questions, '' where there is none or no answer; normalized and packed, with `fieldEnd` between them, so that a query
   * is one scan.
   */
  readonly normalized: string
  readonly titleEnd: number
  readonly answersEnd: number
  /** Of each answer; null where there is none, or no answer. */
  readonly practices: readonly (PracticeId | null)[]
  readonly facts: Facts
}

/** No white space, so that no phrase reaches from one field into the next, and no letter of a query. */
export const fieldEnd = '\u001f'
