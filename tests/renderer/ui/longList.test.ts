/** Walking through a long list, and finding the place again when its rows have changed. */
import { describe, expect, test } from 'vitest'
import { createListPlace, findAnchor, forgetPlace } from '../../../src/renderer/ui/listPlace'
import { rowBeginning, rowNear, walk } from '../../../src/renderer/ui/listWalk'

const heading = { isHeading: true, text: '' }
const row = (text: string) => ({ isHeading: false, text })
const items = [heading, row('Monday plan'), row('Émile called'), heading, row('Elsewhere'), row('Late')]
const to = (key: string, from: number) => walk(key, items, from, (direction) => from + 3 * direction)

describe('keys', () => {
  test('pass over headings and stop at the ends', () => {
    expect(to('ArrowDown', 2)).toBe(4)
    expect(to('ArrowUp', 4)).toBe(2)
    expect(to('ArrowUp', 1)).toBe(1)
    expect(to('ArrowDown', 5)).toBe(5)
    expect(to('Home', 5)).toBe(1)
    expect(to('End', 1)).toBe(5)
  })

  test('go a page on, and always at least one row', () => {
    expect(to('PageDown', 1)).toBe(4)
    expect(to('PageUp', 4)).toBe(1)
    expect(walk('PageDown', items, 1, () => 1)).toBe(2)
    expect(walk('PageUp', items, 4, () => 4)).toBe(2)
    expect(to('PageDown', 4)).toBe(5)
    expect(to('PageUp', 1)).toBe(1)
  })

  test('others are not the list’s', () => {
    expect(to('Enter', 1)).toBe(null)
    expect(to('a', 1)).toBe(null)
  })
})

test('letters find the next row that begins so, accents and case aside, and go round the end', () => {
  const found = (typed: string, from: number) => rowBeginning(items, typed, from, ({ text }) => text)
  expect(found('e', 2)).toBe(2)
  expect(found('e', 3)).toBe(4)
  expect(found('em', 3)).toBe(2)
  expect(found('zebra', 0)).toBe(-1)
})

test('the place of a row that went is taken by the one below, at the end by the one above', () => {
  expect(rowNear(items, 3)).toBe(4)
  expect(rowNear(items, 9)).toBe(5)
  expect(rowNear([row('a'), heading], 1)).toBe(0)
  expect(rowNear([], 0)).toBe(-1)
})

test('the first of the rows in view that is still there tells the place', () => {
  const anchors = [
    { key: 'a', past: 12 },
    { key: 'b', past: -40 },
  ]
  expect(findAnchor(anchors, ['x', 'b', 'a'])).toEqual({ index: 2, past: 12 })
  expect(findAnchor(anchors, ['x', 'b'])).toEqual({ index: 1, past: -40 })
  expect(findAnchor(anchors, ['x'])).toBe(null)
})

test('a place that is forgotten keeps the heights that were measured', () => {
  const place = createListPlace()
  place.heights.set('entry', 57)
  Object.assign(place, { offset: 300, focused: 'a', shown: 'a' })
  forgetPlace(place)
  expect(place).toEqual({ offset: 0, anchors: [], focused: null, shown: null, heights: new Map([['entry', 57]]) })
})
