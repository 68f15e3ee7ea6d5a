/** Opens an entry where its words were found; for anything else the page of its day, where a capture stands in the margin. */
import { isEntryRow } from '#shared/domain/entry/entryRow'
import type { Hit } from '#shared/domain/search/search'
import { openDay } from '../../state/journal/openDay'
import { openEntry } from '../../state/layout/openPageStore'
import { useRail } from '../../state/layout/railStore'
import { sayFailure } from '../../state/sayFailure'

export function openHit({ row, snippets }: Hit, query: string): void {
  if (!isEntryRow(row)) {
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
