/** The copy of the key in the keychain: for one lock, where it is safe, given back as it was. */
import { expect, test } from 'vitest'
import { createKeychainKey, type StoredKey } from '../../../src/main/services/encryption/keychainKey'

function made(stored: StoredKey | null = null) {
  const device = { stored, fails: false }
  const chain = { isSafe: true, gives: true, isOld: false, sealed: 0 }
  const failed: unknown[] = []
  const keychainKey = createKeychainKey({
    keychain: {
      isSafe: async () => chain.isSafe,
      async seal(secret) {
        chain.sealed += 1
        return Buffer.from(`${chain.sealed} ${secret}`)
      },
      async open(sealed) {
        if (!chain.gives) throw new Error('the person said no')
        return { secret: Buffer.from(sealed).toString().slice(2), isOld: chain.isOld }
      },
    },
    stored: () => device.stored,
    async store(next) {
      if (device.fails) throw new Error('the disk is full')
      device.stored = next
    },
    failed: (error) => void failed.push(error),
  })
  return { keychainKey, device, chain, failed }
}

test('what was kept comes back, for its own lock alone', async () => {
  const { keychainKey, device } = made()
  expect(keychainKey.isOf('a')).toBe(false)
  await keychainKey.keep('a', 'key of a')
  expect(JSON.stringify(device.stored)).not.toContain('key of a')
  expect(keychainKey.isOf('a')).toBe(true)
  expect(await keychainKey.read('a')).toBe('key of a')
  expect(keychainKey.isOf('b')).toBe(false)
  await expect(keychainKey.read('b')).rejects.toMatchObject({ code: 'not-found' })
  await keychainKey.forget()
  await expect(keychainKey.read('a')).rejects.toMatchObject({ code: 'not-found' })
})

test('where secrets are only scrambled nothing is kept', async () => {
  const { keychainKey, device, chain } = made()
  chain.isSafe = false
  expect(await keychainKey.canKeep()).toBe(false)
  await expect(keychainKey.keep('a', 'key of a')).rejects.toMatchObject({ code: 'keychain' })
  expect(chain.sealed).toBe(0)
  expect(device.stored).toBeNull()
})

test('a keychain that does not give it is told, and what was kept stays', async () => {
  const { keychainKey, device, chain } = made()
  await keychainKey.keep('a', 'key of a')
  chain.gives = false
  await expect(keychainKey.read('a')).rejects.toMatchObject({ code: 'keychain' })
  expect(device.stored).not.toBeNull()
})

test('what the keychain sealed with an old key is sealed anew; a disk that does not take that holds nothing up', async () => {
  const { keychainKey, device, chain, failed } = made()
  await keychainKey.keep('a', 'key of a')
  const before = device.stored?.sealed
  chain.isOld = true
  device.fails = true
  expect(await keychainKey.read('a')).toBe('key of a')
  expect(failed).toHaveLength(1)
  device.fails = false
  expect(await keychainKey.read('a')).toBe('key of a')
  expect(device.stored?.sealed).not.toBe(before)
})
