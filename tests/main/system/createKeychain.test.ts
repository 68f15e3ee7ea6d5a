/** The keychain port: what is sealed with a word that others know is refused on Linux, and a prompt without an answer holds nothing up. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createKeychain, type Storage } from '../../../src/main/system/createKeychain'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** As Electron answers: with its tag before what is sealed. */
function storage(tag: string, isAvailable = true): Storage {
  return {
    isAsyncEncryptionAvailable: async () => isAvailable,
    encryptStringAsync: async (text) => Buffer.from(`${tag}${text}`),
    decryptStringAsync: async (sealed) => ({ result: sealed.toString().slice(3), shouldReEncrypt: false }),
  }
}

describe.each([
  ['linux', 'v10', false],
  ['linux', 'v11', true],
  ['linux', 'v12', true],
  ['darwin', 'v10', true],
  ['win32', 'v10', true],
])('on %s what is tagged %s', (platform, tag, isTaken) => {
  const keychain = createKeychain(storage(tag), platform)

  test(`is ${isTaken ? 'taken' : 'refused'}`, async () => {
    expect(await keychain.isSafe()).toBe(isTaken)
    const sealed = Buffer.from(`${tag}the key`)
    if (isTaken) {
      expect(await keychain.seal('the key')).toEqual(sealed)
      expect(await keychain.open(sealed)).toEqual({ secret: 'the key', isOld: false })
    } else {
      await expect(keychain.seal('the key')).rejects.toMatchObject({ code: 'keychain' })
      await expect(keychain.open(sealed)).rejects.toMatchObject({ code: 'keychain' })
    }
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('without any key nothing is safe', async () => {
  expect(await createKeychain(storage('v11', false), 'linux').isSafe()).toBe(false)
})

test('a prompt without an answer is given up, and what comes after that is not missed', async () => {
  let refuse = (_: Error) => {}
  const never = new Promise<never>((_, reject) => {
    refuse = reject
  })
  const hanging: Storage = {
    isAsyncEncryptionAvailable: () => never,
    encryptStringAsync: () => never,
    decryptStringAsync: () => never,
  }
  const keychain = createKeychain(hanging, 'linux', 1_000)
  const answers = Promise.allSettled([keychain.isSafe(), keychain.seal('a'), keychain.open(Buffer.from('v11'))])
  await vi.advanceTimersByTimeAsync(1_000)
  const codes = (await answers).map((answer) => answer.status === 'rejected' && answer.reason.code)
  expect(codes).toEqual(['keychain', 'keychain', 'keychain'])
  refuse(new Error('dismissed'))
})
