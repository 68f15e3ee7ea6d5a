/** Brings an earlier version back, and keeps the open page true. */
import type { EntryHistory } from '#shared/contract/history'
import type { EntryId } from '#shared/domain/entry/entry'
import type { Returning, Version } from '#shared/domain/entry/version'
import { request } from '../../state/bridge'
import { mayLeave, openEntry, useOpenPage } from '../../state/layout/openPageStore'

/** Words that are still in the editor are stored first; null when they can't be, which the page says. */
export async function readHistory(id: EntryId): Promise<EntryHistory | null> {
  const isOpen = useOpenPage.getState().page?.entry.id === id
  if (isOpen && !(await mayLeave())) return null
  return await request('history.read', { id })
}

/** Shows what has the words then: the page, or the new entry. */
export async function bringBack({ entry }: EntryHistory, version: Version, as: Returning): Promise<void> {
  const { id, revision } = entry
  const changed = await request('history.restore', { id, version: version.id, base: revision, as })
  await openEntry(changed)
}
