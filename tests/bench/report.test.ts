/** What comes out of made-up figures: medians, table, JSON. */
import { expect, test } from 'vitest'
import { interleaved } from './interleaved'
import { latestJson } from './latest'
import type { Result } from './measure'
import { parseOptions } from './options'
import { exactly, quantile, spreadOf } from './spread'
import { resultTable } from './table'

const save: Result = {
  id: 'save',
  entries: 1000,
  ours: spreadOf([3, 1, 2, 10]),
  unit: 'ms',
  floor: { name: 'raw durable write', spread: spreadOf([1, 2]) },
  goal: 2.5,
}
const capture: Result = {
  id: 'capture',
  entries: 1000,
  ours: exactly(200),
  unit: 'ms',
  floor: null,
  goal: null,
  limit: 150,
}

test('a spread is the middle, the least and the greatest', () => {
  expect(spreadOf([5, 1, 3])).toEqual({ median: 3, min: 1, max: 5 })
  expect(spreadOf([1, 2]).median).toBe(1.5)
  expect(quantile([0, 10, 20, 30], 0.95)).toBeCloseTo(28.5)
})

test('the table has the figures beside their floor, and says what is held', () => {
  expect(resultTable([save, capture])).toBe(
    [
      'measure  entries  median   min   max  unit  floor              median   min   max  ratio      goal',
      'save        1000    2.50  1.00  10.0  ms    raw durable write    1.50  1.00  2.00   1.67   <= 2.50  held',
      'capture     1000     200   200   200  ms    –                       –     –     –      –  < 150 ms  missed',
      '',
    ].join('\n'),
  )
})

test('the file has the medians and the ratio of ours to the floor', () => {
  expect(JSON.parse(latestJson([save, capture]))).toEqual({
    results: [
      {
        id: 'save',
        entries: 1000,
        value: 2.5,
        unit: 'ms',
        floor: 'raw durable write',
        floorValue: 1.5,
        ratio: 2.5 / 1.5,
        goal: 2.5,
      },
      { id: 'capture', entries: 1000, value: 200, unit: 'ms', floor: null, floorValue: null, ratio: null, goal: null },
    ],
  })
})

test('sides take turns, each first as often as last, and what warms up does not count', async () => {
  const order: string[] = []
  const side = (name: string) => () => order.push(name)
  const figures = await interleaved({ rounds: 2, warmUps: 1 }, { a: side('a'), b: side('b') })
  expect(order.join('')).toBe('baabba')
  expect(figures).toEqual({ a: [3, 6], b: [4, 5] })
})

test('options choose measures and sizes; what makes no sense is said', () => {
  expect(parseOptions([], ['save'])).toEqual({ only: null, sizes: [100, 1_000, 10_000], quick: false })
  expect(parseOptions(['--only=save', '--sizes=500,20', '--large'], ['save'])).toEqual({
    only: new Set(['save']),
    sizes: [20, 500, 100_000],
    quick: false,
  })
  expect(() => parseOptions(['--only=sleep'], ['save'])).toThrow('no measure "sleep"')
  expect(() => parseOptions(['--sizes=many'], ['save'])).toThrow('whole numbers')
})
