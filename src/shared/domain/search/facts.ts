/** What a search may ask of a record besides its words: as little of its facts as the index can hold of every record. */
export interface Facts {
  /** Normalized, without their sign, each once. */
  readonly tags: readonly string[]
  readonly people: readonly string[]
  /** Also an address that is written out. */
  readonly hasLink: boolean
  readonly hasTask: boolean
}
