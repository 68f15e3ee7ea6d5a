import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { repository } from '../../scripts/runtime/repository'
import { quick } from '../effort'
import { hasVirtualDesktop, VirtualDesktop } from '../standin/virtualDesktop'
import { StartedApp } from './startedApp'

const withKeys = test.skipIf(!hasVirtualDesktop())
/** To be looked at by a person. */
const pictures = join(repository, 'shots/start')

async function desktopOf(size: string): Promise<VirtualDesktop> {
  const desktop = await VirtualDesktop.start(size)
  onTestFinished(() => desktop.stop())
  return desktop
}

withKeys(
  'the first sentence typed stands under the first question, also when the window is closed at once',
  async () => {
    const desktop = await desktopOf('1280x800')
    const app = new StartedApp(desktop)
    const ended = app.run('start')
    await expect.poll(() => desktop.caret()).not.toBeNull()

    await desktop.type('I helped Ana ship the report')
    await expect.poll(() => app.answers()[0]).toBe('I helped Ana ship the report')
    await desktop.picture(join(pictures, 'first-start.png'))

    await desktop.type(' on time')
    await (await desktop.window('Throughline'))?.askToClose()
    expect(await ended).toBe(0)
    expect(app.answers()[0]).toBe('I helped Ana ship the report on time')
    expect(app.answers().filter((answer) => answer !== '')).toHaveLength(1)
    await expect.poll(() => app.processes()).toEqual([])
  },
)

test.skipIf(quick || !hasVirtualDesktop())(
  'the small window of quick capture takes the keys while it is there, and the page has them again',
  async () => {
    const desktop = await desktopOf('900x700')
    const app = new StartedApp(desktop)
    const ended = app.run('start')
    await expect.poll(() => desktop.caret()).not.toBeNull()
    await desktop.type('Before')
    await expect.poll(() => app.answers()[0]).toBe('Before')

    for (const [thought, key] of [
      ['Ana asked a good question', 'Return'],
      ['Not yet', 'Escape'],
    ] as const) {
      expect(await app.run('app', '--capture')).toBe(0)
      await expect.poll(() => desktop.focused()).toBe('Quick capture')
      await expect.poll(() => desktop.caret()).not.toBeNull()
      await desktop.type(thought)
      await desktop.picture(join(pictures, `quick-capture-${key}.png`))
      await desktop.press(key)
      await expect.poll(() => desktop.focused()).toBe('Throughline')
      await desktop.type(`, after ${key}`)
    }
    await expect.poll(() => app.answers()[0]).toBe('Before, after Return, after Escape')
    await desktop.picture(join(pictures, 'after-quick-capture.png'))
    expect(app.captures()).toEqual(['Ana asked a good question'])

    await (await desktop.window('Throughline'))?.askToClose()
    expect(await ended).toBe(0)
  },
)
