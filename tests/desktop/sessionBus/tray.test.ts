/** With Xfce's own panel as the tray: an icon counts when the panel lists it, for the process that it belongs to. */
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { callOnBus } from '../../../src/main/system/sessionBus'
import { isTrayListed } from '../../../src/main/system/trayProof'
import { ownBus, running } from './bus'

test('an icon is listed for its own process, as long as there is a tray', async () => {
  await ownBus({ starts: ['org.xfce.Xfconf'] })
  expect(await isTrayListed(process.pid)).toBe(false)
  const panel = running('xfce4-panel', '--disable-wm-check')
  const hasHost = () =>
    callOnBus(
      'org.kde.StatusNotifierWatcher',
      '/StatusNotifierWatcher',
      'org.freedesktop.DBus.Properties.Get',
      'org.kde.StatusNotifierWatcher',
      'IsStatusNotifierHostRegistered',
    )
  await expect.poll(hasHost).toBe('(<true>,)')
  const item = running('/usr/bin/python3', join(import.meta.dirname, 'trayItem.py'))
  if (item.stdout === null || item.pid === undefined) throw new Error('the icon could not begin')
  await once(item.stdout, 'data')
  const { pid } = item
  await expect.poll(() => isTrayListed(pid)).toBe(true)
  expect(await isTrayListed(process.pid)).toBe(false)
  panel.kill('SIGKILL')
  await expect.poll(() => isTrayListed(pid)).toBe(false)
})
