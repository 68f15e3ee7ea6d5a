import type { HealthAnswers } from '#shared/contract/health'
import type { Session } from '../../services/journal/session'
import type { HandlersOf } from '../serve'

export function healthHandlers({ session }: { readonly session: Session }): HandlersOf<keyof HealthAnswers> {
  return {
    'health.read': () => session.health.read(),
    'health.repair': (what) => session.health.mend(what),
    'health.restore': ({ kind, id }) => session.health.bringBack(kind, id),
    'health.text': ({ file }) => session.health.text(file),
    'health.settle': ({ file }) => session.health.settle(file),
  }
}
