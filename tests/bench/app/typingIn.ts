/** Types at the end of a page as a fast person does, and says what a key costs. */
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright'
import { quantile } from '../spread'
import { type BenchApp, endMarks, threadSeconds } from './benchApp'

export interface TypedKeys {
  /** Milliseconds the page's main thread worked, for each key; what it does beside typing included, such as saving. */
  readonly cpu: number
  /** The middle of the milliseconds from a key to the paint that shows it. */
  readonly paint: number
}

/** Milliseconds from one key to the next. */
const pace = 60
const text = 'so the plan goes on and what it needs is time '

export async function typingIn(app: BenchApp, page: Page): Promise<(keys: number) => Promise<TypedKeys>> {
  await app.mark(page, 'editable')
  await endMarks(page)
  await page.locator('[contenteditable="true"], [contenteditable=""]').first().locator('p').last().click()
  await page.keyboard.press('End')
  await page.evaluate(notePaints)
  const session = await app.session(page)
  return async (keys) => {
    await page.bringToFront()
    await page.evaluate(() => void (globalThis as unknown as Paints).__paints.splice(0))
    const before = await threadSeconds(session)
    for (let key = 0; key < keys; key++) {
      await page.keyboard.press(text.charAt(key % text.length))
      await setTimeout(pace)
    }
    const worked = (await threadSeconds(session)) - before
    const paints = await page.evaluate(() => (globalThis as unknown as Paints).__paints)
    return { cpu: (worked * 1000) / keys, paint: quantile(paints, 0.5) }
  }
}

interface Paints {
  readonly __paints: number[]
}

/** In the page. A message that is sent in a frame's callback arrives after the frame was painted. */
function notePaints(): void {
  const paints: number[] = []
  Object.assign(globalThis, { __paints: paints })
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          paints.push(performance.now() - timeStamp)
          port1.close()
        }
        port2.postMessage(null)
      })
    },
    true,
  )
}
