/** Shows what a link of another program asks to see; nothing is written by it. Of a locked journal, once it is unlocked. */
import type { LinkTarget } from '#shared/contract/app'
import { useJournal } from '../state/journal/journalStore'
import { showPanel } from '../state/layout/layoutStore'
import { openEntry } from '../state/layout/openPageStore'
import { searchFor } from '../state/layout/searchFor'
import { sayFailure } from '../state/sayFailure'

let stopWaiting = () => {}

export function followLink(link: LinkTarget): void {
  // The last one counts.
  stopWaiting()
  if (!isLocked()) {
    show(link)
    return
  }
  stopWaiting = useJournal.subscribe(() => {
    if (isLocked()) return
    stopWaiting()
    show(link)
  })
}

function isLocked(): boolean {
  return useJournal.getState().trouble === 'locked'
}

function show(link: LinkTarget): void {
  showPanel(null)
  if (link.kind === 'search') searchFor(link.query)
  else void openEntry(link.id).catch(sayFailure)
}
