/** Words that arrive once the key is overwritten, from a page that is on its way out: it keeps no draft of them itself any more. */
import type { SavedEntry } from '#shared/contract/entries'
import type { Entries } from './entries'
import type { PageDrafts } from './pageDrafts'

export interface SaveOrDraftNeeds {
  readonly save: Entries['save']
  readonly drafts: Pick<PageDrafts, 'keep'>
  isKeyOverwritten(): boolean
}

/** The page gets the save's own failure: it still has its words, and tries again where it stays. */
export function saveOrDraft({ save, drafts, isKeyOverwritten }: SaveOrDraftNeeds): Entries['save'] {
  return async (saved: SavedEntry) => {
    try {
      return await save(saved)
    } catch (error) {
      const { id, base } = saved
      if (isKeyOverwritten()) await drafts.keep({ kind: 'entry', id, base, words: JSON.stringify(saved) })
      throw error
    }
  }
}
