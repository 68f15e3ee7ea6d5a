import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visiblePlace } from '../../../src/main/windows/windowPlace'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const above = { x: -200, y: -1080, width: 1920, height: 1080 }

const placeOf = (x: number, y: number, width = 1000, height = 700) => ({ x, y, width, height, maximized: false })

test('the first window has its usual size and no place', () => {
  expect(visiblePlace(null, [laptop])).toEqual({ bounds: { width: 1180, height: 820 }, maximized: false })
})

test('the first window is no larger than the screen', () => {
  const small = { x: 0, y: 0, width: 1024, height: 600 }
  expect(visiblePlace(null, [small]).bounds).toEqual({ width: 1024, height: 600 })
})

test('a window on a screen opens where it was', () => {
  expect(visiblePlace(placeOf(100, 100), [laptop]).bounds).toEqual({ x: 100, y: 100, width: 1000, height: 700 })
  expect(visiblePlace(placeOf(0, -900), [laptop, above]).bounds).toMatchObject({ x: 0, y: -900 })
})

test.each([
  ['the screen it was on is gone', placeOf(0, -900)],
  ['only a narrow strip is left of it', placeOf(1300, 100)],
  ['it hangs below the screen', placeOf(100, 850)],
  ['its top, by which it is dragged, is above the screen', placeOf(100, -300)],
])('in the middle of the screen when %s', (_, place) => {
  expect(visiblePlace(place, [laptop]).bounds).toEqual({ width: 1000, height: 700 })
})

test('a window made on a larger screen shrinks when it comes to the middle', () => {
  expect(visiblePlace(placeOf(5000, 100, 3000, 2000), [laptop]).bounds).toEqual({ width: 1440, height: 875 })
})

test('it opens maximized when it was', () => {
  expect(visiblePlace({ ...placeOf(100, 100), maximized: true }, [laptop]).maximized).toBe(true)
})

describe('whatever was remembered', () => {
  const numbers = fc.integer({ min: -20_000, max: 20_000 })
  const sizes = fc.integer({ min: 1, max: 12_000 })
  const area = fc.record({
    x: numbers,
    y: numbers,
    width: fc.integer({ min: 640, max: 8000 }),
    height: fc.integer({ min: 480, max: 8000 }),
  })
  const place = fc.record({ x: numbers, y: numbers, width: sizes, height: sizes, maximized: fc.boolean() })

  test('the window can be seen and dragged, or is left to the system with a size that fits', () => {
    fc.assert(
      fc.property(place, area, fc.array(area, { maxLength: 3 }), (remembered, primary, others) => {
        const { bounds } = visiblePlace(remembered, [primary, ...others])
        if (!('x' in bounds)) {
          expect(bounds.width).toBeLessThanOrEqual(primary.width)
          expect(bounds.height).toBeLessThanOrEqual(primary.height)
          return
        }
        const { x, y, width } = bounds
        const dragged = [primary, ...others].some(
          (screen) =>
            y >= screen.y - 10 &&
            y <= screen.y + screen.height - 100 &&
            Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x) >= 200,
        )
        expect(dragged).toBe(true)
      }),
    )
  })
})
