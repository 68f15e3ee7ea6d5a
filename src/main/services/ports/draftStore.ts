/** Drafts on this device, outside of every journal. A promise that resolves means: the disk has it. All failures are `Failure`s. */
import type { Moment } from '#shared/domain/day'
import type { DraftName } from '#shared/domain/entry/draft'

/** The id of the journal that drafts belong to; null for words of before any journal could be opened here. */
export type DraftHome = string | null

export interface DraftHead extends DraftName {
  readonly journal: DraftHome
  /** The revision that the words began from; 0 for a page that was never saved. */
  readonly base: number
  /** The fingerprint of what the journal had then; null when it is not known. */
  readonly basis: string | null
  readonly kept: Moment
  /** The same words as plain text, for reading the file without the app. */
  readonly text: string
}

export interface Draft extends DraftHead {
  /** JSON as the page sent it: nothing of it is certain. */
  readonly words: unknown
}

/** A file that can't be read, and is left as it is. */
export interface UnreadDraft {
  readonly kind: 'unreachable' | 'newer'
  /** Relative to the folder that holds the drafts' own. */
  readonly file: string
}

export interface DraftStore {
  /** `words` is JSON text. Takes the place of the draft of before, unless that can't be read: then it goes beside it. */
  save(head: DraftHead, words: string): Promise<void>
  /** Of those that are sealed, none while the key is not here. */
  list(journal: DraftHome): Promise<{ readonly drafts: readonly Draft[]; readonly unread: readonly UnreadDraft[] }>
  remove(journal: DraftHome, name: DraftName): Promise<void>
  /** Whether one is sealed, and not with the present key. */
  hasForeign(journal: DraftHome): Promise<boolean>
  /** Brings each into the form that drafts have now: sealed, or as it is. */
  reseal(journal: DraftHome): Promise<void>
}
