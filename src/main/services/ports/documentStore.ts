/** One small JSON document with a schema: settings, this device's state. */
export interface DocumentStore<T> {
  /** The last value the disk accepted, or the defaults when there is no file. */
  readonly value: T
  /** Resolves when the disk has it; only then `value` changes. */
  save(next: T): Promise<void>
  /** Like `save`, of what `step` makes of the value once earlier changes are on disk: of two at once none is lost. */
  change(step: (value: T) => T): Promise<void>
}
