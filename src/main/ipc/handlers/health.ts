import type { HealthAnswers } from '#shared/contract/health'
import type { Health } from '../../services/journal/health'
import type { HandlersOf } from '../serve'

export function healthHandlers({ health }: { readonly health: Health }): HandlersOf<keyof HealthAnswers> {
  return {
    'health.read': () => health.read(),
    'health.repair': (what) => health.repair(what),
    'health.restore': ({ kind, id }) => health.bringBack(kind, id),
    'health.text': ({ file }) => health.text(file),
    'health.dismissFile': ({ file }) => health.dismissFile(file),
    'health.dismiss': (place) => health.dismiss(place),
    'health.admit': () => health.admit(),
  }
}
