/** The rail's list: when its first row is there, and what a frame costs while it is scrolled, in a large journal and in a small one. */
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright'
import { messages } from '#shared/messages/messages'
import { type BenchApp, endMarks, taskSeconds, until } from '../app/benchApp'
import { profileOf } from '../app/profile'
import { interleaved } from '../interleaved'
import type { Measure, Result } from '../measure'
import { spreadOf } from '../spread'

const goal = 1.2
const small = 100
const frames = 60
/** Pixels a frame; so many frames stay within the small list. */
const step = 60

export const scrolling: Measure = {
  id: 'scroll',
  async run(bench) {
    const sizes = [small, ...bench.sizes.filter((size) => size > small)]
    const paints = new Map<number, number[]>(sizes.map((size) => [size, []]))
    const sides: Record<string, () => Promise<number>> = {}
    for (const size of sizes) {
      const profile = await profileOf(bench, size, 'scroll')
      sides[size] = async () => {
        const app = await profile.launch()
        const page = await app.page()
        paints.get(size)?.push((await app.mark(page, 'row')) - (await app.mark(page, 'began')))
        await endMarks(page)
        await app.filled(page)
        const cost = await frameCost(app, page)
        await app.close()
        return cost
      }
    }
    const costs = await interleaved({ rounds: bench.quick ? 1 : 7, warmUps: 0 }, sides)
    const beside = (figures: readonly number[]) => ({ name: `${small} entries`, spread: spreadOf(figures) })
    return sizes.slice(1).flatMap((size): Result[] => [
      {
        id: 'scroll-frame',
        entries: size,
        ours: spreadOf(costs[size] ?? []),
        unit: 'ms/frame',
        floor: beside(costs[small] ?? []),
        goal,
      },
      {
        id: 'scroll-first-row',
        entries: size,
        ours: spreadOf(paints.get(size) ?? []),
        unit: 'ms',
        floor: beside(paints.get(small) ?? []),
        goal,
      },
    ])
  },
}

/** Milliseconds the page's main thread works for a frame, down from the top. */
async function frameCost(app: BenchApp, page: Page): Promise<number> {
  const session = await app.session(page)
  // The rows came; the list may still be on its way.
  const list = await until('a list that stands still', async () => {
    const found = await page.evaluateHandle(listIn, messages.finding.rail)
    const before = await found.evaluate((element) => element?.scrollHeight)
    await setTimeout(300)
    return before !== undefined && (await found.evaluate((element) => element?.scrollHeight)) === before ? found : null
  })
  const before = await taskSeconds(session)
  await list.evaluate(scrollDown, { frames, step })
  return (((await taskSeconds(session)) - before) * 1000) / frames
}

/** In the page: what is scrolled in the rail. */
function listIn(rail: string): Element | undefined {
  return Array.from(document.querySelectorAll(`nav[aria-label="${rail}"], nav[aria-label="${rail}"] *`))
    .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
    .filter((element) => element.scrollHeight > element.clientHeight)
    .sort((a, b) => b.scrollHeight - a.scrollHeight)[0]
}

async function scrollDown(list: Element | undefined, way: { readonly frames: number; readonly step: number }) {
  for (let frame = 0; frame < way.frames; frame++) {
    await new Promise(requestAnimationFrame)
    list?.scrollBy(0, way.step)
  }
  await new Promise(requestAnimationFrame)
}
