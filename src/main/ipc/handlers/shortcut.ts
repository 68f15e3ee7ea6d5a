import type { ShortcutAnswers } from '#shared/contract/shortcut'
import type { CaptureShortcut } from '../../services/captures/captureShortcut'
import type { HandlersOf } from '../serve'

export function shortcutHandlers({
  captureKeys,
}: {
  readonly captureKeys: CaptureShortcut
}): HandlersOf<keyof ShortcutAnswers> {
  return {
    'keys.read': () => captureKeys.read(),
    'keys.choose': ({ keys }) => captureKeys.choose(keys),
    'keys.tryOut': ({ isTrying }) => captureKeys.tryOut(isTrying),
  }
}
