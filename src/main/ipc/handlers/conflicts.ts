import type { ConflictAnswers } from '#shared/contract/conflicts'
import type { Session } from '../../services/journal/session'
import type { HandlersOf } from '../serve'

export function conflictHandlers({ session }: { readonly session: Session }): HandlersOf<keyof ConflictAnswers> {
  return {
    'copies.read': ({ id }) => session.copies.read(id),
    'copies.settle': ({ id, ...settling }) => session.copies.settle(id, settling),
  }
}
