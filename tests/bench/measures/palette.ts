/** The command palette of a large journal: from its keys to its paint, and from a key in it to the paint that has what it finds. */
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright'
import { endMarks } from '../app/benchApp'
import { profileOf } from '../app/profile'
import { corpusOf } from '../corpus/corpus'
import type { Bench, Measure, Result } from '../measure'
import { quantile, spreadOf } from '../spread'

/** Milliseconds until the first result is there. */
const limit = 50
/** Milliseconds from one key to the next. */
const pace = 60
const letters = 4

export const palette: Measure = {
  id: 'palette',
  async run(bench) {
    const results: Result[] = []
    for (const size of bench.sizes) results.push(...(await openings(bench, size)))
    return results
  },
}

async function openings(bench: Bench, size: number): Promise<Result[]> {
  const profile = await profileOf(bench, size, 'palette')
  const app = await profile.launch()
  const page = await app.page()
  await app.mark(page, 'editable')
  await endMarks(page)
  await app.filled(page)
  await setTimeout(2_000)
  await page.evaluate(noteResults)
  const words = corpusOf(size).words.filter((word) => /^[a-z]{5,}$/.test(word))
  const [open, first, later]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < (bench.quick ? 2 : 12); round += 1) {
    const word = words[(round * 7) % words.length] ?? 'plan'
    // At once after opening, as a hand does that knows what it wants.
    const paints = await typed(page, word.slice(0, letters))
    const [opening, ...keys] = paints
    // The first time of all has code to load and to compile.
    if (round === 0 || opening === undefined) continue
    open.push(opening)
    first.push(...keys.slice(0, 1))
    later.push(...keys.slice(1))
  }
  await app.close()
  const figure = (id: string, figures: readonly number[]): Result => ({
    id,
    entries: size,
    ours: spreadOf(figures),
    unit: 'ms',
    floor: null,
    goal: null,
    limit,
  })
  return [
    figure('palette-open', open),
    figure('palette-first-key', first),
    figure('palette-next-keys', later),
    figure('palette-p95', [quantile([...first, ...later], 0.95)]),
  ]
}

/** Milliseconds of each key, that for the palette itself included. */
async function typed(page: Page, text: string): Promise<readonly number[]> {
  await page.evaluate(() => void (globalThis as unknown as Noted).__found.splice(0))
  await page.keyboard.press('Control+Shift+P')
  await setTimeout(pace)
  for (const letter of text) {
    await page.keyboard.press(letter)
    await setTimeout(pace)
  }
  await setTimeout(200)
  const found = await page.evaluate(() => (globalThis as unknown as Noted).__found)
  await page.keyboard.press('Escape')
  await setTimeout(300)
  return found
}

interface Noted {
  readonly __found: number[]
}

/** In the page: each key until a paint in which the palette has a result. */
function noteResults(): void {
  const found: number[] = []
  Object.assign(globalThis, { __found: found })
  const look = (began: number, before: string | null) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        const list = document.querySelector('[role="listbox"]')
        const field = document.querySelector<HTMLInputElement>('[role="combobox"]')
        const isNew = field !== null && field.value !== before
        if (isNew && list?.firstElementChild) found.push(performance.now() - began)
        else if (performance.now() - began < 1_000) look(began, before)
      }
      port2.postMessage(null)
    })
  }
  addEventListener(
    'keydown',
    ({ timeStamp, key }) => {
      if (key === 'Escape' || key === 'Control' || key === 'Shift') return
      look(timeStamp, document.querySelector<HTMLInputElement>('[role="combobox"]')?.value ?? null)
    },
    true,
  )
}
