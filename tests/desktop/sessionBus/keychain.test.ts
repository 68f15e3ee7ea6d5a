/** With GNOME's own keyring: what is sealed where there is one, where there is none, and where it hangs. */
import { spawn } from 'node:child_process'
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createKeychain, type Storage } from '../../../src/main/system/createKeychain'
import { ownBus, running } from './bus'

/** Asks the keyring; null when it gives nothing. It may wait for a person. */
function secretTool(args: readonly string[], input = ''): Promise<string | null> {
  const child = spawn('secret-tool', args, { stdio: ['pipe', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  child.stdin.end(input)
  return new Promise((resolve) => child.once('close', (code) => resolve(code === 0 ? output : null)))
}

/** As Chromium does it: a key from the keyring under `v11`, else the public word under `v10`. components/os_crypt/async/browser/freedesktop_secret_key_provider.cc */
function keyringStorage(): Storage {
  const place = ['application', 'throughline-test']
  const findKey = async () => {
    const known = await secretTool(['lookup', ...place])
    if (known) return known
    const fresh = randomBytes(16).toString('base64')
    return (await secretTool(['store', '--label=Safe Storage', ...place], fresh)) === null ? null : fresh
  }
  let key: Promise<string | null> | null = null
  const sealing = async () => {
    key ??= findKey()
    const word = await key
    return {
      tag: word === null ? 'v10' : 'v11',
      key: createHash('sha256')
        .update(word ?? 'peanuts')
        .digest(),
    }
  }
  return {
    async isAsyncEncryptionAvailable() {
      await sealing()
      return true
    },
    async encryptStringAsync(text) {
      const { tag, key: bytes } = await sealing()
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', bytes, nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from(tag), nonce, cipher.getAuthTag(), sealed])
    },
    async decryptStringAsync(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', (await sealing()).key, sealed.subarray(3, 15))
      decipher.setAuthTag(sealed.subarray(15, 31))
      const text = Buffer.concat([decipher.update(sealed.subarray(31)), decipher.final()])
      return { result: text.toString('utf8'), shouldReEncrypt: false }
    },
  }
}

const daemon = (...args: string[]) => running('gnome-keyring-daemon', '--foreground', '--components=secrets', ...args)

test('a keyring that is open keeps the key, also after a restart', async () => {
  await ownBus()
  daemon('--unlock').stdin?.end('the person’s own passphrase')
  await expect.poll(() => createKeychain(keyringStorage(), 'linux').isSafe()).toBe(true)
  const sealed = await createKeychain(keyringStorage(), 'linux').seal('the key')
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('the key')
  expect(await createKeychain(keyringStorage(), 'linux').open(sealed)).toEqual({ secret: 'the key', isOld: false })
})

test('without one nothing is kept', async () => {
  await ownBus()
  const keychain = createKeychain(keyringStorage(), 'linux')
  expect(await keychain.isSafe()).toBe(false)
  await expect(keychain.seal('the key')).rejects.toMatchObject({ code: 'keychain' })
})

test('one that hangs is given up', async () => {
  await ownBus()
  const keyring = daemon('--unlock')
  keyring.stdin?.end('the person’s own passphrase')
  await expect.poll(() => createKeychain(keyringStorage(), 'linux').isSafe()).toBe(true)
  keyring.kill('SIGSTOP')
  await expect(createKeychain(keyringStorage(), 'linux', 500).seal('the key')).rejects.toMatchObject({
    code: 'keychain',
  })
})
