/** Tries the journal's folder again, after trouble. */
import type { Sheet } from '../draft/autosaveSheet'
import { useWatched } from '../draft/autosaveWatch'
import { showPage, useOpenPage } from '../layout/openPageStore'
import { restart } from './journalStore'

export async function reopenJournal(): Promise<void> {
  const { page, trouble } = await restart()
  const open = useOpenPage.getState().page
  // A page that holds words stays; one that was only there to be written on gives way to today's of this journal.
  const isUntouched = open?.entry.revision === 0 && !useWatched.getState().sheets.some(holdsWords)
  if (trouble === null && isUntouched) showPage(page)
}

function holdsWords({ store }: Sheet): boolean {
  const { revision, status } = store.getState()
  return revision > 0 || status.kind !== 'new'
}
