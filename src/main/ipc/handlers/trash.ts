import type { TrashAnswers } from '#shared/contract/trash'
import type { Session } from '../../services/journal/session'
import type { HandlersOf } from '../serve'

export function trashHandlers({ session }: { readonly session: Session }): HandlersOf<keyof TrashAnswers> {
  return {
    'trash.list': () => session.entries.trashed(),
    'trash.restore': ({ id }) => session.entries.restore(id),
    'trash.erase': ({ id }) => session.entries.erase(id),
  }
}
