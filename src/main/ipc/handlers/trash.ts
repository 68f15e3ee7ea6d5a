import type { TrashAnswers } from '#shared/contract/trash'
import type { Entries } from '../../services/entries/entries'
import type { HandlersOf } from '../serve'

export function trashHandlers({ entries }: { readonly entries: Entries }): HandlersOf<keyof TrashAnswers> {
  return {
    'trash.list': () => entries.trashed(),
    'trash.restore': ({ id, at }) => entries.restore(id, at),
    'trash.erase': ({ id, at }) => entries.erase(id, at),
  }
}
