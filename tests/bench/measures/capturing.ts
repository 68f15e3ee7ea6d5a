/** From the call to a field with the caret in it: while the app runs, by each door there is, and at its start. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { messages } from '#shared/messages/messages'
import { defaultDeviceState } from '../../../src/main/system/deviceState'
import { surfacesOf } from '../../e2e/support/surfaces'
import type { BenchApp } from '../app/benchApp'
import { until } from '../app/benchApp'
import { freshProfile, type Profile } from '../app/profile'
import type { Measure, Result } from '../measure'
import { spreadOf } from '../spread'

const limit = 150
const keys = 'CommandOrControl+Alt+J'

export const capturing: Measure = {
  id: 'capture',
  async run(bench) {
    const [size = 0] = bench.sizes.filter((known) => known >= 1_000).concat(bench.sizes.slice(-1))
    const profile = await freshProfile(bench, size, 'capture')
    writeFileSync(
      join(profile.folder, 'device.json'),
      JSON.stringify({ ...defaultDeviceState, captureKeys: 'Control+Alt+J' }),
    )
    const warm = await warmCalls(profile, bench.quick ? 2 : 15)
    const cold: number[] = []
    for (let start = 0; start < (bench.quick ? 1 : 5); start++) cold.push(await coldCall(profile))
    const result = (id: string, figures: readonly number[], most?: number): Result[] =>
      figures.length === 0
        ? []
        : [
            {
              id,
              entries: size,
              ours: spreadOf(figures),
              unit: 'ms',
              floor: null,
              goal: null,
              ...(most === undefined ? {} : { limit: most }),
            },
          ]
    return [
      ...result('capture-second-start', warm.secondStart, limit),
      ...result('capture-keys', warm.keys, limit),
      ...result('capture-cold', cold),
    ]
  },
}

/** As of the second start's message, or of the keys where the runtime lets them be pressed. */
async function warmCalls(profile: Profile, rounds: number): Promise<{ secondStart: number[]; keys: number[] }> {
  const app = await profile.launch()
  await app.mark(await app.page(), 'editable')
  const field = await app.page(messages.capturing.window)
  await app.mark(field, 'field')
  const presses = surfacesOf(app.electron)
  const hasKeys = await presses.present()
  const times = { secondStart: [] as number[], keys: [] as number[] }
  for (let round = -1; round < rounds; round++) {
    const secondStart = await callTime(app, field, () =>
      app.electron.evaluate(({ app: running }) => {
        const called = performance.timeOrigin + performance.now()
        running.emit('second-instance', {}, [process.execPath, '--capture'], '', null)
        return called
      }),
    )
    if (round >= 0) times.secondStart.push(secondStart)
    if (!hasKeys) continue
    const pressed = await callTime(app, field, () =>
      presses.use((surfaces, accelerator) => {
        const called = performance.timeOrigin + performance.now()
        surfaces.pressShortcut(accelerator)
        return called
      }, keys),
    )
    if (round >= 0) times.keys.push(pressed)
  }
  await app.close()
  return times
}

/** Until the window is shown and its field has the caret, whichever is later. `call` gives the instant, by main's clock. */
async function callTime(app: BenchApp, field: Page, call: () => Promise<number | undefined>): Promise<number> {
  await app.electron.evaluate(({ BrowserWindow }, title) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.getTitle() === title)
    window?.hide()
    const calls = { shown: 0 }
    Object.assign(globalThis, { __calls: calls })
    window?.once('show', () => {
      calls.shown = performance.timeOrigin + performance.now()
    })
  }, messages.capturing.window)
  await field.evaluate(() => {
    const focus = { at: 0 }
    Object.assign(globalThis, { __focus: focus })
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    addEventListener(
      'focusin',
      () => {
        focus.at ||= performance.timeOrigin + performance.now()
      },
      { capture: true, once: true },
    )
  })
  const called = await call()
  if (called === undefined) throw new Error('nobody was called')
  const focused = await until('the focused field', async () => {
    const at = await field.evaluate(() => (globalThis as unknown as { __focus: { at: number } }).__focus.at)
    return at > 0 ? at : null
  })
  const shown = await until('the field’s window', async () => {
    const at = await app.electron.evaluate(
      () => (globalThis as unknown as { __calls: { shown: number } }).__calls.shown,
    )
    return at > 0 ? at : null
  })
  return Math.max(focused, shown) - called
}

async function coldCall(profile: Profile): Promise<number> {
  const app = await profile.launch('--capture')
  const time = (await app.mark(await app.page(messages.capturing.window), 'field')) - app.began
  await app.close()
  return time
}
