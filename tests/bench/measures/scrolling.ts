/** The rail's list: when its first row is there, and what a frame costs while it is scrolled, in a large journal and in a small one. */
import { setTimeout } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright'
import { messages } from '#shared/messages/messages'
import { type BenchApp, endMarks, threadSeconds, until } from '../app/benchApp'
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
        const cost = await frameCost(app, page, size)
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
async function frameCost(app: BenchApp, page: Page, entries: number): Promise<number> {
  const session = await app.session(page)
  const list = await until('a whole list', async () => {
    const found = await page.evaluateHandle(listIn, messages.finding.rail)
    return (await found.evaluate((element) => Number(element?.getAttribute('aria-rowcount')))) >= entries ? found : null
  })
  await rested(session)
  const before = await threadSeconds(session)
  await list.evaluate(scrollDown, { frames, step })
  return (((await threadSeconds(session)) - before) * 1000) / frames
}

/** Resolves once the page has nothing left to do: what it costs to fetch the list, and to clear away after it, is not a frame's. */
async function rested(session: CDPSession): Promise<void> {
  await until('a page at rest', async () => {
    const before = await threadSeconds(session)
    await setTimeout(500)
    return (await threadSeconds(session)) - before < 0.01 ? true : null
  })
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
