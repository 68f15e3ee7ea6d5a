import type { ConflictAnswers } from '#shared/contract/conflicts'
import type { Conflicts } from '../../services/entries/conflicts'
import type { HandlersOf } from '../serve'

export function conflictHandlers({ conflicts }: { readonly conflicts: Conflicts }): HandlersOf<keyof ConflictAnswers> {
  return {
    'copies.read': ({ id }) => conflicts.read(id),
    'copies.resolve': ({ id, ...resolution }) => conflicts.resolve(id, resolution),
  }
}
