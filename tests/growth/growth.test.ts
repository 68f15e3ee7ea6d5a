import { describe, expect, test } from 'vitest'
import { blocksRun } from './blocksRun'
import { grows } from './grows'
import { growthOf } from './growth'

const list = (n: number) => Array.from({ length: n }, (_, index) => index)

describe('growth', () => {
  test('linear work passes, also with much that is done once', async () => {
    const { doublings, tooMuch } = await growthOf(list, (items, count) => count(5000 + 3 * items.length))
    expect(tooMuch).toBeNull()
    expect(doublings.at(-1)).toEqual({ n: 2048, counted: [11_144, 17_288] })
  })

  test('a sort passes', async () => {
    const { tooMuch } = await growthOf(list, (items, count) => {
      items.toSorted((a, b) => {
        count(1)
        return b - a
      })
    })
    expect(tooMuch).toBeNull()
  })

  test('work that grows with the square is found', async () => {
    const { tooMuch } = await growthOf(list, (items, count) => {
      for (const _ of items) count(items.length)
    })
    expect(tooMuch).toEqual({ n: 64, counted: [4096, 16_384] })
  })

  test('so is a part that grows with the square beside a larger one that does not', async () => {
    const { tooMuch } = await growthOf(list, (items, count) => count(100 * items.length + items.length ** 2 / 10))
    expect(tooMuch).not.toBeNull()
  })

  test('work may be awaited', async () => {
    const { tooMuch } = await growthOf(list, async (items, count) => {
      await Promise.resolve()
      count(items.length ** 2)
    })
    expect(tooMuch).not.toBeNull()
  })
})

describe('blocks that were run', () => {
  const nested = (n: number) => list(n).flatMap((item) => list(n).filter((other) => other === item))

  test('are the same number each time', () => {
    blocksRun(() => nested(50))
    expect(blocksRun(() => nested(50))).toBe(blocksRun(() => nested(50)))
  })

  test('show work that grows with the square in code that counts nothing', async () => {
    const { tooMuch } = await growthOf(
      (n) => n,
      (n, count) => count(blocksRun(() => nested(n))),
      512,
    )
    expect(tooMuch).not.toBeNull()
  })
})

grows('items of a list', list, (items, count) => count(blocksRun(() => items.map((item) => item + 1))))
