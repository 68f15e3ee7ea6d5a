import type { BackgroundAnswers } from '#shared/contract/background'
import type { Background } from '../../services/app/background'
import type { HandlersOf } from '../serve'

export function backgroundHandlers({
  presence,
}: {
  readonly presence: Background
}): HandlersOf<keyof BackgroundAnswers> {
  return {
    'presence.read': () => presence.read(),
    'presence.change': (change) => presence.change(change),
  }
}
