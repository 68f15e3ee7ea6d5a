/** Where a process without the journal's process lock leaves words for the one that has it: captures, and answers to a page's questions. */
import { recordIdSchema } from '#shared/domain/record'
import type { Kind } from '../kinds/recordKind'
import type { JournalFolder } from './journalFolder'

/** The folder's name in the folder of its kind; no year is called so. */
export const inboxName = 'inbox'

export function inboxOf({ folder }: Pick<Kind, 'folder'>): readonly string[] {
  return [folder, inboxName]
}

/** Of the kinds that have one. */
export function inboxesOf(kinds: readonly Kind[]): readonly (readonly string[])[] {
  return kinds.filter(({ inbox }) => inbox !== null).map(inboxOf)
}

/** Whether a file of this place in the journal lies in an inbox. */
export function isInInbox(kinds: readonly Kind[], names: readonly string[]): boolean {
  return inboxesOf(kinds).some((inbox) => inbox.every((part, at) => names[at] === part))
}

/** `<id>.json` in the order in which they were left. */
export async function inboxFiles(folder: JournalFolder, inbox: readonly string[]): Promise<string[]> {
  const found = await folder.list(...inbox)
  const names = found.flatMap(({ name, kind }) => {
    const id = /^(.+)\.json$/.exec(name)?.[1]
    return kind === 'file' && recordIdSchema.safeParse(id).success ? [name] : []
  })
  return names.sort().map((name) => folder.path(...inbox, name))
}

/** What may join a journal with a lock from its inboxes. */
export interface JoiningGate {
  /** Whether the file has to wait for the person's word. */
  holds(path: string): Promise<boolean>
  /** `remove` takes one away that has joined. */
  takeAway(path: string, remove: () => Promise<void>): Promise<void>
}
