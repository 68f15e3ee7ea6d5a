import type { HistoryAnswers } from '#shared/contract/history'
import type { Session } from '../../services/journal/session'
import type { HandlersOf } from '../serve'

export function historyHandlers({ session }: { readonly session: Session }): HandlersOf<keyof HistoryAnswers> {
  return {
    'history.read': ({ id }) => session.history.read(id),
    'history.version': ({ id, version }) => session.history.version(id, version),
    'history.restore': ({ id, ...back }) => session.history.bring(id, back),
    'history.taken': () => session.history.taken(),
  }
}
