import { acceleratorsOf, normalizeAccelerator } from './accelerator'
import { flatten, Menu } from './menu'
import type { KeyInput } from './page/pageConfig'

/** Clicks the item of the application menu whose accelerator was pressed, if there is one. */
export function menuHandlesKey(input: KeyInput): void {
  const pressed = acceleratorsOf(input)
  const items = flatten(Menu.getApplicationMenu()?.items ?? [])
  const item = items.find(({ accelerator, registerAccelerator, enabled, visible }) => {
    return (
      accelerator && registerAccelerator && enabled && visible && pressed.includes(normalizeAccelerator(accelerator))
    )
  })
  item?.click()
}
