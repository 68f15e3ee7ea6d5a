/** What a search may ask of a record besides its words: as little of its facts as the index can hold of every record. */
import type { HasFact } from './query/hasFacts'

/** Of the title or of one section; where there is nothing to say there is none. */
export interface PlacedFacts {
  /** The section’s place in the record; null for the title. */
  readonly section: number | null
  /** As they are written, without their sign, each spelling once; absent for none. */
  readonly tags?: readonly string[]
  readonly people?: readonly string[]
  readonly projects?: readonly string[]
  /** Also an address that is written out is a link. */
  readonly has?: readonly HasFact[]
}

export type NameKind = 'tags' | 'people' | 'projects'

export type Facts = readonly PlacedFacts[]
