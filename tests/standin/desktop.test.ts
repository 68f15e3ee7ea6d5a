import { describe, expect, onTestFinished, test } from 'vitest'
import { startFixture } from './harness'
import { hasVirtualDesktop, VirtualDesktop } from './virtualDesktop'

describe.skipIf(!hasVirtualDesktop())('on a display', () => {
  async function startScreen() {
    const desktop = await VirtualDesktop.start('1280x800')
    onTestFinished(() => desktop.stop())
    const app = startFixture('screen', [], desktop.environment)
    await expect.poll(() => desktop.window('first')).not.toBeNull()
    await expect.poll(app.lines).toContain('first focus')
    const told = async () => {
      const before = app.lines().length
      app.say('tell')
      const answer = () =>
        app
          .lines()
          .slice(before)
          .find((line) => line.startsWith('['))
      await expect.poll(answer).toBeDefined()
      return JSON.parse(answer() ?? '[]')
    }
    return { ...app, told, desktop }
  }

  test('a window made hidden is shown when it is asked for, with what was sent to it before', async () => {
    const { lines, say, told, desktop } = await startScreen()
    expect(lines().filter((line) => line.startsWith('second'))).toEqual(['second ready-to-show'])
    expect(await desktop.window('second')).toBeNull()
    // By the desktop file's name a desktop finds the icon.
    expect(await desktop.x11.find('WM_CLASS', 'org.example.screen\0org.example.screen')).not.toBeNull()

    say('showInactive')
    await expect.poll(lines).toContain('second loaded')
    await expect.poll(() => desktop.window('second')).not.toBeNull()
    await expect.poll(() => desktop.focused()).toBe('first')
    await desktop.type('into the first')
    say('show')
    await expect.poll(() => desktop.focused()).toBe('second')
    await desktop.type('into the second')
    // Neither tabs nor an address take room, and there is nothing to go back to.
    await expect.poll(told).toEqual(['into the second', 'linksent to second', 500, 300, 500, 300, 1])
  })

  test('a hidden window has neither screen nor keys, and its page lives on', async () => {
    const { lines, say, told, desktop } = await startScreen()
    say('show')
    await expect.poll(() => desktop.focused()).toBe('second')
    await expect.poll(lines).toContain('first blur')
    await desktop.type('one')
    await expect.poll(async () => (await told())[0]).toBe('one')
    say('hide')
    await expect.poll(() => desktop.window('second')).toBeNull()
    await expect.poll(() => desktop.focused()).toBe('first')
    await desktop.type('elsewhere')
    say('show')
    await expect.poll(() => desktop.focused()).toBe('second')
    await desktop.type('two')
    await expect.poll(async () => (await told())[0]).toBe('onetwo')
    const changes = lines().filter((line) => /^second (show|hide|focus|blur)$/.test(line))
    expect(changes.map((line) => line.split(' ')[1])).toEqual(['show', 'focus', 'blur', 'hide', 'show', 'focus'])
  })

  test('the app sees where a person puts a window, and a browser’s own keys do nothing', async () => {
    const { lines, say, told, desktop } = await startScreen()
    await desktop.place('first', [30, 40, 520, 310])
    await expect.poll(lines).toEqual(expect.arrayContaining(['first move', 'first resize']))
    say('show')
    await expect.poll(() => desktop.focused()).toBe('second')
    for (const key of ['ctrl+t', 'ctrl+n', 'ctrl+p', 'ctrl+u', 'F12']) await desktop.press(key)
    await desktop.type('still here')
    await expect.poll(async () => (await told())[0]).toBe('still here')
  })

  test('the cross asks for the close, which may be prevented; a reload and a link are no close', async () => {
    const { lines, say, told, desktop, finished } = await startScreen()
    const loads = () => lines().filter((line) => line === 'second loaded')
    say('show')
    await expect.poll(() => desktop.focused()).toBe('second')
    await desktop.type('kept')
    await expect.poll(async () => (await told())[0]).toBe('kept')
    await (await desktop.window('second'))?.askToClose()
    await expect.poll(lines).toContain('second close')
    expect((await told())[0]).toBe('kept')
    say('reload')
    await expect.poll(loads).toHaveLength(2)
    await desktop.type('again')
    await expect.poll(async () => (await told())[0]).toBe('again')
    say('enlarge')
    await expect.poll(told).toEqual(['again', 'link', 600, 200, 600, 200, 1])
    say('leave')
    await expect.poll(loads).toHaveLength(3)
    expect(lines().filter((line) => line === 'second close')).toHaveLength(1)

    say('letGo')
    await (await desktop.window('first'))?.askToClose()
    await expect.poll(lines).toContain('first closed')
    await (await desktop.window('gone'))?.askToClose()
    expect((await finished).code).toBe(0)
  })
})
