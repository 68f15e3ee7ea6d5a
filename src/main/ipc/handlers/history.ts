import type { HistoryAnswers } from '#shared/contract/history'
import type { History } from '../../services/entries/history'
import type { HandlersOf } from '../serve'

export function historyHandlers({ history }: { readonly history: History }): HandlersOf<keyof HistoryAnswers> {
  return {
    'history.read': ({ id }) => history.read(id),
    'history.version': ({ id, version }) => history.version(id, version),
    'history.restore': ({ id, ...back }) => history.bring(id, back),
    'history.taken': () => history.taken(),
  }
}
