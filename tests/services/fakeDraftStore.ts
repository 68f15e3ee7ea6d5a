/** Drafts in memory, with the promises of the port; and the service over them. */
import type { Failure } from '#shared/domain/failure'
import { createPageDrafts, type PageDrafts, type PageDraftsNeeds } from '../../src/main/services/entries/pageDrafts'
import type { Draft, DraftHome, DraftStore } from '../../src/main/services/ports/draftStore'
import { setClock } from './made'

export interface FakeDraftStore extends DraftStore {
  /** By home and id. */
  readonly stored: Map<string, Draft>
  /** Every call fails with this from now on; null repairs it. */
  fail(failure: Failure | null): void
  readonly resealed: DraftHome[]
}

export function fakeDraftStore(): FakeDraftStore {
  const stored = new Map<string, Draft>()
  const resealed: DraftHome[] = []
  let failure: Failure | null = null
  const reach = () => {
    if (failure) throw failure
  }
  return {
    stored,
    resealed,
    fail(next) {
      failure = next
    },
    async save(head, words) {
      reach()
      stored.set(`${head.journal} ${head.id}`, { ...head, words: JSON.parse(words) })
    },
    async list(journal) {
      reach()
      return { drafts: [...stored.values()].filter((draft) => draft.journal === journal), unread: [] }
    },
    async remove(journal, { id }) {
      reach()
      stored.delete(`${journal} ${id}`)
    },
    hasForeign: async () => false,
    async reseal(journal) {
      reach()
      resealed.push(journal)
    },
  }
}

export const home = '00000000-0000-4000-8000-000000000000'

export function fakePageDrafts(part: Partial<PageDraftsNeeds> = {}): PageDrafts {
  return createPageDrafts({
    store: fakeDraftStore(),
    clock: setClock(),
    emit: () => {},
    home: () => home,
    isShown: () => true,
    ...part,
  })
}
