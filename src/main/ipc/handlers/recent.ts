import type { RecentAnswers } from '#shared/contract/recent'
import type { RecentChoices } from '../../services/app/recentChoices'
import { done } from '../done'
import type { HandlersOf } from '../serve'

export function recentHandlers({ recent }: { readonly recent: RecentChoices }): HandlersOf<keyof RecentAnswers> {
  return {
    'recent.read': () => recent.read(),
    'recent.add': ({ id }) => done(() => recent.add(id)),
  }
}
