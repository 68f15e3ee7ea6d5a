/** Theme and text size. */
import type { Settings } from '#shared/domain/settings/settings'
import { messages } from '#shared/messages/messages'
import { useSetting } from '../../state/journal/useSetting'
import { SegmentedControl } from '../../ui/SegmentedControl'
import type { Choice } from '../../ui/Select'

const words = messages.settings

const themes: readonly Choice<Settings['theme']>[] = [
  { id: 'system', label: words.themes.system },
  { id: 'light', label: words.themes.light },
  { id: 'dark', label: words.themes.dark },
]
const textSizes: readonly Choice<Settings['textSize']>[] = [
  { id: 'small', label: words.textSizes.small },
  { id: 'medium', label: words.textSizes.medium },
  { id: 'large', label: words.textSizes.large },
]

export function AppearanceFields() {
  const theme = useSetting('theme')
  const textSize = useSetting('textSize')
  return (
    <>
      <SegmentedControl
        label={words.theme}
        choices={themes}
        value={theme.value}
        onChange={theme.change}
        error={theme.error}
      />
      <SegmentedControl
        label={words.textSize}
        choices={textSizes}
        value={textSize.value}
        onChange={textSize.change}
        error={textSize.error}
      />
    </>
  )
}
