/** The folder a journal is in, as this device remembers it, and what another folder holds. */

export type FolderContent =
  /** The folder the journal is in, or was in. */
  | 'current'
  /** A folder inside the journal's own, or around it. */
  | 'entangled'
  /** A copy of the present journal: it has the same id. */
  | 'same-journal'
  | 'other-journal'
  | 'empty'
  | 'other-things'

/** Each way on closes the journal, goes to `folder`, and throws a `Failure` without a change when it can't. */
export interface JournalPlace {
  /** Absolute. */
  current(): string
  /** False when the journal's folder was moved, deleted or unplugged. */
  isThere(): Promise<boolean>
  look(folder: string): Promise<FolderContent>
  /** A copy of the present journal in an empty folder; the old folder is left as it is. */
  copyTo(folder: string): Promise<void>
  /** The journal that is there. */
  goTo(folder: string): Promise<void>
  /** A new journal in an empty folder. */
  beginIn(folder: string): Promise<void>
}
