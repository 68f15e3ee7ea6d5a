/** With Debian's own `dunst`: whether notifications can be shown. */
import { expect, test } from 'vitest'
import { notificationsAnswer } from '../../../src/main/system/sessionBus'
import { ownBus, running } from './bus'

test('a service that runs answers, one that hangs does not', async () => {
  await ownBus()
  expect(await notificationsAnswer()).toBe(false)
  const dunst = running('dunst')
  await expect.poll(notificationsAnswer).toBe(true)
  dunst.kill('SIGSTOP')
  expect(await notificationsAnswer()).toBe(false)
  dunst.kill('SIGCONT')
  await expect.poll(notificationsAnswer).toBe(true)
})

test('one that the bus starts when it is asked for answers as well', async () => {
  await ownBus({ starts: ['org.knopwob.dunst'] })
  expect(await notificationsAnswer()).toBe(true)
})

test('without a bus nothing answers', async () => {
  const folder = await ownBus()
  process.env.DBUS_SESSION_BUS_ADDRESS = `unix:path=${folder}/none`
  expect(await notificationsAnswer()).toBe(false)
})
