/** Other computers that have the journal open at this moment: nothing waits for them, it is only told. */
export interface OpenElsewhere {
  /** What they are called; '' for one whose name is not known. */
  readonly devices: readonly string[]
  /** Returns the way to stop listening. */
  onChange(listener: (devices: readonly string[]) => void): () => void
}
