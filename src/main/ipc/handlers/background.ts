import type { BackgroundAnswers } from '#shared/contract/background'
import type { Background } from '../../services/app/background'
import type { HandlersOf } from '../serve'

export function backgroundHandlers({
  background,
}: {
  readonly background: Background
}): HandlersOf<keyof BackgroundAnswers> {
  return {
    'presence.read': () => background.read(),
    'presence.change': (change) => background.change(change),
  }
}
