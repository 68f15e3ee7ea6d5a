/** A long day in a few minutes: saves, searches and openings through the app. What it holds at the end beside what it held at the beginning. */
import type { Page } from 'playwright'
import type { SavedEntry } from '#shared/contract/entries'
import type { BenchApp } from '../app/benchApp'
import { profileOf } from '../app/profile'
import { corpusOf, seed } from '../corpus/corpus'
import { corpusEntry } from '../corpus/corpusEntry'
import type { Bench, Measure, Result } from '../measure'
import { queriesFrom } from '../queries'
import { exactly } from '../spread'

const actions = 2_000
/** Before the first look: what is loaded once, is loaded. */
const warmUps = 60
const most = 1_000
const goal = 1.2

export const soak: Measure = {
  id: 'soak',
  async run(bench) {
    const size = Math.max(...bench.sizes.filter((known) => known <= most))
    if (!Number.isFinite(size)) return []
    return soakOf(bench, size)
  },
}

async function soakOf(bench: Bench, size: number): Promise<Result[]> {
  const profile = await profileOf(bench, size, 'soak')
  const app = await profile.launch()
  const page = await app.page()
  await app.mark(page, 'editable')
  await app.filled(page)
  const day = longDay(app, page, size)
  await day(warmUps)
  const before = await heldBy(app, page)
  await day(bench.quick ? 40 : actions)
  const after = await heldBy(app, page)
  await app.close()
  return Object.entries(after).flatMap(([name, { value, unit }]): Result[] => {
    const began = before[name]?.value ?? null
    if (value === null || began === null) return []
    const floor = { name: 'at the beginning', spread: exactly(began) }
    return [{ id: `soak-${name}`, entries: size, ours: exactly(value), unit, floor, goal }]
  })
}

type Held = Record<string, { readonly value: number | null; readonly unit: string }>

async function heldBy(app: BenchApp, page: Page): Promise<Held> {
  const session = await app.session(page)
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? null
  await session.detach()
  const main = await app.inMain((hook) => hook.memory())
  return {
    'main-rss': { value: main.rss, unit: 'bytes' },
    'main-heap': { value: main.heap, unit: 'bytes' },
    'open-files': { value: main.openFiles, unit: 'files' },
    'page-heap': { value: metric('JSHeapUsedSize'), unit: 'bytes' },
    'page-nodes': { value: metric('Nodes'), unit: 'nodes' },
  }
}

/** Goes on where it stopped: a save, a search and an opening in turn. Every save keeps the entry's length. */
function longDay(app: BenchApp, page: Page, size: number): (count: number) => Promise<void> {
  const { words } = corpusOf(size)
  const queries = queriesFrom(words)
  const rows = page.locator('nav [role="row"]')
  const revisions = new Map<number, number>()
  let turn = 0
  const actionsInTurn = [
    async () => {
      const number = turn % Math.min(size, 50)
      const { id, day, template, starred, revision, sections } = corpusEntry(seed, number, words)
      const saved: SavedEntry = {
        id,
        base: revisions.get(number) ?? revision,
        day,
        template,
        title: `Turn ${turn % 10}`,
        starred,
        sections: sections.map(({ prompt, question, practice, answer }) => ({ prompt, question, practice, answer })),
      }
      const { revision: stored } = await app.ask(page, 'entries.save', saved)
      revisions.set(number, stored)
    },
    async () => {
      const query = queries[turn % queries.length]?.typed ?? ''
      await app.ask(page, 'search.find', {
        query,
        starred: false,
        practice: null,
        template: null,
        kind: null,
        limit: 40,
      })
    },
    async () => {
      await rows.nth(turn % 5).click()
      await page.locator('[contenteditable="true"]').first().waitFor()
    },
  ]
  return async (count) => {
    for (let action = 0; action < count; action++, turn++) await actionsInTurn[turn % actionsInTurn.length]?.()
  }
}
