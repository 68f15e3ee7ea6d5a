/** What this device saved last, as far as those that save ask for it. */
import type { Day } from '#shared/domain/day'
import type { RecordId, StoredLog, StoredRecord } from '#shared/domain/record'
import type { FileFormat } from '../format/fileFormat'

/** The folder's name in the app's user-data directory. */
export const statesName = 'states'

/** A kind of what is saved, as far as its states are kept. */
export interface KeptKind<T> {
  readonly name: string
  readonly format: FileFormat<T & object>
  contentOf(state: T): unknown
}

export type Keepable = StoredRecord | StoredLog

/** A record by its id, a day's file by its day. */
export type KeptKey = RecordId | Day

export interface KeptState<T> {
  readonly state: T
  /** Where it is kept, among those of its record. */
  readonly name: string
}

/** One that was read and not parsed. */
export interface KeptBytes<T> {
  readonly key: KeptKey
  readonly bytes: Uint8Array
  /** None where they are no state of its record. */
  state(): readonly KeptState<T>[]
}

export interface KeptStates {
  saved<T extends Keepable>(kind: KeptKind<T>, state: T): void
  /** Of one kind, those that can be read; what was not written yet too. */
  of<T extends Keepable>(kind: KeptKind<T>, only?: ReadonlySet<KeptKey>): Promise<KeptState<T>[]>
  /** The same one after the other, with other work in between. */
  each<T extends Keepable>(kind: KeptKind<T>, only?: ReadonlySet<KeptKey>): AsyncIterable<KeptBytes<T>>
  /** Whether it has one that can't be read now: sealed with the key of another lock, or damaged. */
  hasUnreadable<T extends Keepable>(kind: KeptKind<T>, key: KeptKey): Promise<boolean>
  /** It was seen on the disk that another state continues it. One that was saved since stays. */
  forget<T extends Keepable>(kind: KeptKind<T>, kept: KeptState<T>): Promise<void>
}
