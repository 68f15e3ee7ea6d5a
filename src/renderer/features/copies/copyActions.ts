/** Reads and resolves second versions of entries, and keeps the open page true. */
import type { EntryCopies } from '#shared/contract/conflicts'
import type { CopyChoice } from '#shared/domain/entry/copy'
import type { EntryId } from '#shared/domain/entry/entry'
import { failureCodeOf, request } from '../../state/bridge'
import { dismissCopies } from '../../state/journal/journalStore'
import { mayLeave, openEntry, useOpenPage } from '../../state/layout/openPageStore'

function isOpenPage(id: EntryId): boolean {
  return useOpenPage.getState().page?.entry.id === id
}

/** Null when nothing of it waits any more. Words that are still in the editor are stored first: `unsaved` when they can't be. */
export async function readCopies(id: EntryId): Promise<EntryCopies | 'unsaved' | null> {
  if (isOpenPage(id) && !(await mayLeave())) return 'unsaved'
  const found = await request('copies.read', { id }).catch((error: unknown) => {
    if (failureCodeOf(error) === 'not-found') return null
    throw error
  })
  if (found && found.copies.length > 0) return found
  dismissCopies(id)
  return null
}

export async function resolveConflict({ entry, copies }: EntryCopies, choice: CopyChoice): Promise<void> {
  const [first] = copies
  if (!first) return
  const { id, revision } = entry
  await request('copies.resolve', { id, copy: first.copy, base: revision, choice })
  if (choice === 'take' && isOpenPage(id)) await openEntry(id)
}
