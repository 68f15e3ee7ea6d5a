import type { TrashAnswers } from '#shared/contract/trash'
import type { Entries } from '../../services/entries/entries'
import type { HandlersOf } from '../serve'

export function trashHandlers({ entries }: { readonly entries: Entries }): HandlersOf<keyof TrashAnswers> {
  return {
    'trash.list': () => entries.trashed(),
    'trash.restore': ({ id }) => entries.restore(id),
    'trash.erase': ({ id }) => entries.erase(id),
  }
}
