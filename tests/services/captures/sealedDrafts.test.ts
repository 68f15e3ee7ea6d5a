/** Drafts of quick capture in a journal with a lock: never readable on the disk, and none is lost however often it is locked. */
import { expect, test } from 'vitest'
import type { CaptureDraft } from '#shared/contract/captures'
import { createSealedDrafts, type StoredDrafts } from '../../../src/main/services/captures/sealedDrafts'

function made(isOn: boolean, stored: StoredDrafts = {}) {
  const device: { stored: StoredDrafts } = { stored }
  const lock = { isOn, hasKey: isOn }
  const start = () =>
    createSealedDrafts({
      stored: () => device.stored,
      store: async (drafts) => {
        device.stored = drafts
      },
      sealing: async () => (lock.isOn ? (draft) => Buffer.from(JSON.stringify(draft)).toString('base64') : null),
      open: (sealed) => (lock.hasKey ? JSON.parse(Buffer.from(sealed, 'base64').toString()) : null),
    })
  return { drafts: start(), device, lock, start }
}

const note = (text: string): CaptureDraft => ({ kind: 'note', text })

test('without a lock it lies there as it is', async () => {
  const { drafts, device, start } = made(false)
  await drafts.keep(note('half'))
  expect(device.stored).toEqual({ captureDraft: note('half'), sealedDrafts: [] })
  expect(start().read()).toEqual(note('half'))
  await drafts.keep(null)
  expect(start().read()).toBeNull()
})

test('with a lock nothing of it can be read', async () => {
  const { drafts, device } = made(true, { captureDraft: note('from before the lock') })
  await drafts.keep(note('a secret half'))
  expect(JSON.stringify(device.stored)).not.toContain('secret')
  expect(device.stored.captureDraft).toBeNull()
  await drafts.keep(null)
  expect(device.stored.sealedDrafts).toEqual([])
})

test('what stood there when it was locked, and what was written since, stand there after it is unlocked', async () => {
  const { drafts, device, lock } = made(true)
  await drafts.keep(note('before'))
  await drafts.locking(note('before'))
  lock.hasKey = false
  await drafts.keep(note('since'))
  expect(device.stored.sealedDrafts).toHaveLength(2)
  await drafts.locking(note('since'))
  await drafts.keep(note('again'))
  lock.hasKey = true
  expect(await drafts.unlocked(note('again'))).toEqual(note('before\nsince\nagain'))
  expect(device.stored.sealedDrafts).toHaveLength(1)
})

test('a start that is locked keeps what the last run left', async () => {
  const { drafts, lock, start } = made(true)
  await drafts.keep(note('left at the end'))
  lock.hasKey = false
  const again = start()
  expect(again.read()).toBeNull()
  await again.keep(note('typed while locked'))
  await again.keep(null)
  lock.hasKey = true
  expect(await again.unlocked(null)).toEqual(note('left at the end'))
})

test('one that does not open stays for the next time', async () => {
  const { drafts, device, lock } = made(true)
  await drafts.locking(note('before'))
  lock.hasKey = false
  expect(await drafts.unlocked(null)).toBeNull()
  expect(device.stored.sealedDrafts).toHaveLength(1)
  lock.hasKey = true
  expect(await drafts.unlocked(null)).toEqual(note('before'))
})

test('the lock taken away, it lies there as it is again', async () => {
  const { drafts, device, lock } = made(true)
  await drafts.keep(note('half'))
  lock.isOn = false
  lock.hasKey = false
  expect(await drafts.unlocked(note('half'))).toEqual(note('half'))
  expect(device.stored).toEqual({ captureDraft: note('half'), sealedDrafts: [] })
})

test('an empty field that can not be noted down holds no lock up; words that can not be kept do', async () => {
  const full = async () => {
    throw new Error('the disk is full')
  }
  const drafts = createSealedDrafts({ stored: () => ({}), store: full, sealing: full, open: () => null })
  await drafts.locking(null)
  await expect(drafts.locking(note('half a thought'))).rejects.toThrow('the disk is full')
})
