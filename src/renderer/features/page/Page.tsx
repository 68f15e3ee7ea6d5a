/** The open page. Each opening is a new one, also of the same entry: its editors and its history begin anew. */
import { useOpenPage } from '../../state/layout/openPageStore'
import { EntryPage } from './EntryPage'

export function Page() {
  const opening = useOpenPage((open) => open.opening)
  const page = useOpenPage((open) => open.page)
  return page && <EntryPage key={opening} page={page} />
}
