/** Where a process without the journal's process lock leaves words for the one that has it: captures, and answers to a page's questions. */
import { entryIdSchema } from '#shared/domain/entry/entry'
import { folderNames, type JournalFolder } from './journalFolder'

/** The folder's name in the folder of its kind; no year is called so. */
export const inboxName = 'inbox'

export const captureInbox: readonly string[] = [folderNames.captures, inboxName]
export const answerInbox: readonly string[] = [folderNames.entries, inboxName]
export const inboxes: readonly (readonly string[])[] = [captureInbox, answerInbox]

/** Whether a file of this place in the journal lies in an inbox. */
export function isInInbox(names: readonly string[]): boolean {
  return inboxes.some((inbox) => inbox.every((part, at) => names[at] === part))
}

/** `<id>.json` in the order in which they were left. */
export async function inboxFiles(folder: JournalFolder, inbox: readonly string[]): Promise<string[]> {
  const found = await folder.list(...inbox)
  const names = found.flatMap(({ name, kind }) => {
    const id = /^(.+)\.json$/.exec(name)?.[1]
    return kind === 'file' && entryIdSchema.safeParse(id).success ? [name] : []
  })
  return names.sort().map((name) => folder.path(...inbox, name))
}
