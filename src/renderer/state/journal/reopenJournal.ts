/** Tries the journal's folder again, after trouble. */

import { useWatched } from '../draft/autosaveWatch'
import type { EntryDraft } from '../draft/entryDraft'
import { showPage, useOpenPage } from '../layout/openPageStore'
import { restart } from './journalStore'

export async function reopenJournal(): Promise<void> {
  const { page, trouble } = await restart()
  const open = useOpenPage.getState().page
  // A page that holds words stays; one that was only there to be written on gives way to today's of this journal.
  const isUntouched = open?.entry.revision === 0 && !useWatched.getState().entryDrafts.some(holdsWords)
  if (trouble === null && isUntouched) showPage(page)
}

function holdsWords({ store }: EntryDraft): boolean {
  const { revision, status } = store.getState()
  return revision > 0 || status.kind !== 'new'
}
