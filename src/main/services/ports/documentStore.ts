/** One small JSON document with a schema: settings, this device's state. */
export interface DocumentStore<T> {
  /** The last value the disk accepted, or the defaults when there is no file. */
  readonly value: T
  /** Resolves when the disk has it; only then `value` changes. */
  save(next: T): Promise<void>
  /** Like `save`, of what `step` makes of what is on the disk then: of two changes at once none is lost, and none of another device. */
  change(step: (value: T) => T): Promise<void>
  /** Whether another program wrote something else, which is the value now. Never rejects. */
  lookAgain(): Promise<boolean>
}
