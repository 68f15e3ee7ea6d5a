/** Opens an entry where its words were found; for a capture the page of its day, where it stands in the margin. */
import { captureKindOf } from '#shared/domain/capture/captureSearch'
import type { EntryHit } from '#shared/domain/search/search'
import { openDay } from '../../state/journal/openDay'
import { openEntry } from '../../state/layout/openPageStore'
import { useRail } from '../../state/layout/railStore'
import { sayFailure } from '../../state/sayFailure'

export function openHit({ row, snippets }: EntryHit, query: string): void {
  if (captureKindOf(row) !== null) {
    openDay(row.day).catch(sayFailure)
    return
  }
  const first = snippets[0]
  // Without a snippet the words stand in the title.
  openEntry(row.id, first ? { section: first.section, find: query } : null).catch(sayFailure)
}

/** Only when what is shown answers what is asked for. */
export function openFirstHit(): void {
  const { query, answer } = useRail.getState()
  const first = answer?.query === query ? answer.found.hits[0] : undefined
  if (first) openHit(first, query)
}
