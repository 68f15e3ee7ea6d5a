/** Where the window stands, remembered by this device and never off its screens. Pixels independent of the display's scale. */
import { z } from 'zod'

export const windowPlaceSchema = z.looseObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof windowPlaceSchema>

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const defaultSize = { width: 1180, height: 820 }
/** So much of the window has to be on a screen that it can be seen and dragged. */
const enough = { width: 200, height: 100 }
/** Some systems count an invisible border: this much of the top may be beyond the screen. */
const border = 10

/** Where to open the window; without `x` and `y` the system puts it in the middle of the primary screen, the first of `screens`. */
export function visiblePlace(
  place: WindowPlace | null,
  screens: readonly [Area, ...Area[]],
): { bounds: Area | Pick<Area, 'width' | 'height'>; maximized: boolean } {
  const maximized = place?.maximized ?? false
  if (place && screens.some((area) => canBeDragged(place, area))) {
    const { x, y, width, height } = place
    return { bounds: { x, y, width, height }, maximized }
  }
  const { width, height } = place ?? defaultSize
  const [primary] = screens
  return { bounds: { width: Math.min(width, primary.width), height: Math.min(height, primary.height) }, maximized }
}

/** A window is dragged by its top, so that has to be there. */
function canBeDragged({ x, y, width, height }: Area, area: Area): boolean {
  const shown = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  const below = area.y + area.height - Math.max(y, area.y)
  return y >= area.y - border && shown >= enough.width && below >= enough.height && height >= enough.height
}
