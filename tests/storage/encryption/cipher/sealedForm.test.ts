/** Sealed bytes: nothing but what was sealed comes out again, and nothing that was changed, cut or given another key. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Failure } from '#shared/domain/failure'
import { digest } from '../../../../src/main/storage/encryption/cipher/algorithms'
import { sealedOverhead } from '../../../../src/main/storage/encryption/cipher/fileCipher'
import { readKeyFile } from '../../../../src/main/storage/encryption/cipher/keyFile'
import { openVault, withPassphrase } from '../../../../src/main/storage/encryption/cipher/keySlots'
import {
  newRecoverySecret,
  recoveryCode,
  recoverySecret,
} from '../../../../src/main/storage/encryption/cipher/recoveryCode'
import { sealForInbox } from '../../../../src/main/storage/encryption/cipher/sealedInbox'
import { algorithmsAreSound } from '../../../../src/main/storage/encryption/cipher/selfTest'
import { Vault } from '../../../../src/main/storage/encryption/cipher/vault'
import { encoded } from '../../../../src/main/storage/format/fileFormat'
import { figure, seed } from '../../../effort'
import { sealedBefore } from '../../oldForm'
import { madeKey, passphrase, quickCost } from '../../sealed'

const words = Buffer.from('{"schema":1,"text":"Nobody else reads this."}')
const subject = 'record 1'
const place = { subject, takesLeft: true }

function codeOf(step: () => unknown): string {
  try {
    step()
    return 'accepted'
  } catch (error) {
    return error instanceof Failure ? error.code : 'crashed'
  }
}

test('the algorithms answer what they have to', async () => {
  await expect(algorithmsAreSound()).resolves.toBeUndefined()
})

test('what was sealed is opened, by the passphrase and by the code', async () => {
  const { bytes, vault, recovery } = await madeKey()
  const sealed = vault.seal(words, subject)
  expect(sealed.length - words.length).toBe(sealedOverhead)
  expect(sealed.includes('Nobody')).toBe(false)
  const file = readKeyFile(bytes)
  const byPassphrase = await openVault(file, { kind: 'passphrase', passphrase })
  const byCode = await openVault(file, { kind: 'recovery', secret: recovery })
  for (const other of [vault, byPassphrase, byCode, new Vault(vault.handOut())])
    expect(other.open(sealed, place).equals(words)).toBe(true)
  expect(byCode.open(sealForInbox(vault.publicKey ?? new Uint8Array(), words), place).equals(words)).toBe(true)
})

test('the same words are never the same bytes', async () => {
  const { vault } = await madeKey()
  const all = new Set(Array.from({ length: 500 }, () => vault.seal(words, subject).toString('hex').slice(36)))
  expect(all.size).toBe(500)
})

test('every byte of a sealed file counts', async () => {
  const { vault } = await madeKey()
  const forInbox = sealForInbox(vault.publicKey ?? new Uint8Array(), words)
  let tried = 0
  for (const sealed of [vault.seal(words, subject), forInbox]) {
    for (let at = 0; at < sealed.length; at++) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const changed = Buffer.from(sealed)
        changed[at] = (changed[at] ?? 0) ^ flip
        expect(
          codeOf(() => vault.open(changed, place)),
          `byte ${at}`,
        ).toMatch(/^(unreadable|newer-schema|sealed-elsewhere|old-form)$/)
        tried++
      }
    }
    for (let length = 0; length < sealed.length; length++)
      expect(codeOf(() => vault.open(sealed.subarray(0, length), place))).toBe('unreadable')
    expect(codeOf(() => vault.open(Buffer.concat([sealed, Buffer.of(0)]), place))).toBe('unreadable')
  }
  figure(`storage: ${tried} changed bytes of sealed files, 0 accepted`)
})

test('a body under another file’s header is damage', async () => {
  const { vault } = await madeKey()
  const [one, other] = [vault.seal(words, subject), vault.seal(Buffer.from(words).reverse(), subject)]
  const header = sealedOverhead - 16
  const swapped = Buffer.concat([one.subarray(0, header), other.subarray(header)])
  expect(codeOf(() => vault.open(swapped, place))).toBe('unreadable')
})

test('it opens for its subject alone, and in the form of before only where that is taken', async () => {
  const { vault } = await madeKey()
  const sealed = vault.seal(words, subject)
  expect(codeOf(() => vault.open(sealed, { subject: 'record 2' }))).toBe('unreadable')
  expect(vault.open(sealed, { subject: 'record 2', takesAny: true }).equals(words)).toBe(true)
  const old = sealedBefore(vault, words)
  expect(old.length).toBe(sealed.length)
  expect(codeOf(() => vault.open(old, place))).toBe('old-form')
  for (const more of [{ takesOldForm: true }, { takesAny: true }])
    expect(vault.open(old, { ...place, ...more }).equals(words)).toBe(true)
  // It passes for no other form by its number.
  for (const [bytes, version] of [
    [sealed, 1],
    [old, 2],
  ] as const) {
    const changed = Buffer.from(bytes)
    changed[8] = version
    expect(codeOf(() => vault.open(changed, { ...place, takesOldForm: true }))).toBe('unreadable')
  }
  expect(codeOf(() => vault.open(old.subarray(0, -1), place))).toBe('unreadable')
})

test('of the form of before it is made anew, for one subject, and always the same', async () => {
  const { vault } = await madeKey()
  const old = sealedBefore(vault, words)
  const made = vault.sealAnew(old, subject)
  expect(vault.sealAnew(old, subject)).toEqual(made)
  expect(vault.open(made, place).equals(words)).toBe(true)
  // Neither id nor nonce serves a second text.
  for (const other of [vault.sealAnew(old, 'record 2'), vault.sealAnew(sealedBefore(vault, words), subject), old])
    expect(other.subarray(18, 46).equals(made.subarray(18, 46))).toBe(false)
  expect(codeOf(() => vault.sealAnew(old.subarray(0, -1), subject))).toBe('unreadable')
})

test('what is sealed to the public key opens only where something may be left', async () => {
  const { vault } = await madeKey()
  const left = sealForInbox(vault.publicKey ?? new Uint8Array(), words)
  expect(vault.open(left, place).equals(words)).toBe(true)
  expect(codeOf(() => vault.open(left, { subject }))).toBe('unreadable')
})

test('a file of another key is told from damage, and plain words are not taken for sealed ones', async () => {
  const [one, other, later] = [await madeKey(), await madeKey(), await madeKey({ generation: 2 })]
  expect(codeOf(() => one.vault.open(other.vault.seal(words, subject), place))).toBe('sealed-elsewhere')
  expect(codeOf(() => one.vault.open(later.vault.seal(words, subject), place))).toBe('sealed-elsewhere')
  const sameKey = new Vault({ ...one.vault.handOut(), generation: 2 })
  expect(codeOf(() => one.vault.open(sameKey.seal(words, subject), place))).toBe('sealed-elsewhere')
  expect(codeOf(() => one.vault.open(words, place))).toBe('unreadable')
  expect(codeOf(() => one.vault.open(sealForInbox(other.vault.publicKey ?? words, words), place))).toBe('unreadable')
})

test('a forgotten key opens nothing', async () => {
  const { vault } = await madeKey()
  const sealed = vault.seal(words, subject)
  // Private, and the reason for all of this.
  const key = new Uint8Array(Reflect.get(vault, 'memory'))
  const { privateKey }: { privateKey: Buffer } = Reflect.get(vault, 'inbox')
  expect(key.some((byte) => byte !== 0) && privateKey.some((byte) => byte !== 0)).toBe(true)
  const shared = new Vault(vault.handOut())
  vault.forget()
  expect([...key, ...privateKey].every((byte) => byte === 0)).toBe(true)
  expect(codeOf(() => shared.open(sealed, place))).toBe('locked')
  expect(codeOf(() => shared.seal(words, subject))).toBe('locked')
  expect(codeOf(() => vault.open(sealed, place))).toBe('locked')
  expect(codeOf(() => vault.seal(words, subject))).toBe('locked')
  expect(codeOf(() => vault.handOut())).toBe('locked')
})

test('every byte of the key file counts', async () => {
  const { bytes } = await madeKey()
  let tried = 0
  for (let at = 0; at < bytes.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      expect(
        codeOf(() => readKeyFile(changed)),
        `byte ${at}, bit ${bit}`,
      ).toMatch(/^(key-damaged|newer-schema)$/)
      tried++
    }
    expect(codeOf(() => readKeyFile(bytes.subarray(0, at)))).toBe('key-damaged')
  }
  figure(`storage: ${tried} changed bits of a key file, 0 accepted`)
})

/** The key file as somebody without the key could write it. */
function resummed(changed: object) {
  const format = { version: 1, schema: z.looseObject({}), migrations: [] }
  const unsummed = { ...changed, sum: '' }
  return encoded(format, { ...unsummed, sum: digest(encoded(format, unsummed)).toString('base64') })
}

test('a key file that somebody wrote anew without its key opens nothing', async () => {
  const { bytes, recovery } = await madeKey()
  const { bytes: others } = await madeKey()
  const [file, other] = [readKeyFile(bytes), readKeyFile(others)]
  const open = (changed: object) => openVault(readKeyFile(resummed(changed)), { kind: 'recovery', secret: recovery })
  await expect(open(file)).resolves.toBeInstanceOf(Vault)
  await expect(open({ ...file, inbox: other.inbox })).rejects.toMatchObject({ code: 'key-damaged' })
  await expect(open({ ...file, created: '2020-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'key-damaged' })
  await expect(open({ ...file, slots: file.slots.toReversed() })).rejects.toMatchObject({ code: 'key-damaged' })
  // Whether its files are migrated is not for anybody to say.
  await expect(open({ ...file, schema: 1 })).rejects.toMatchObject({ code: 'key-damaged' })
  await expect(open({ ...file, id: other.id })).rejects.toMatchObject({ code: 'wrong-code' })
  await expect(open({ ...file, generation: 2 })).rejects.toMatchObject({ code: 'wrong-code' })
  await expect(open({ ...file, proof: other.proof })).rejects.toMatchObject({ code: 'key-damaged' })
})

test('the work that a key file asks for is bounded', async () => {
  const file = readKeyFile((await madeKey()).bytes)
  const asking = (cost: object) =>
    resummed({ ...file, slots: file.slots.map((slot) => (slot.kind === 'passphrase' ? { ...slot, cost } : slot)) })
  expect(codeOf(() => readKeyFile(asking(quickCost)))).toBe('accepted')
  for (const n of [2 ** 13, 2 ** 19, 2 ** 17 + 1, 0, -1])
    expect(codeOf(() => readKeyFile(asking({ ...quickCost, n })))).toBe('key-damaged')
  for (const other of [{ r: 1 }, { r: 17 }, { p: 0 }, { p: 5 }])
    expect(codeOf(() => readKeyFile(asking({ ...quickCost, ...other })))).toBe('key-damaged')
})

test('wrong passphrase, wrong code', async () => {
  const { bytes } = await madeKey()
  const file = readKeyFile(bytes)
  await expect(openVault(file, { kind: 'passphrase', passphrase: `${passphrase} ` })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  await expect(openVault(file, { kind: 'recovery', secret: newRecoverySecret() })).rejects.toMatchObject({
    code: 'wrong-code',
  })
})

test('another passphrase is the same key: what was sealed stays as it is, and the old one opens nothing', async () => {
  const { bytes, vault, recovery } = await madeKey()
  const sealed = vault.seal(words, subject)
  const changed = readKeyFile(
    await withPassphrase(
      readKeyFile(bytes),
      { kind: 'passphrase', passphrase },
      { passphrase: 'new', now: '2026-03-02T08:00:00Z', cost: quickCost },
    ),
  )
  const opened = await openVault(changed, { kind: 'passphrase', passphrase: 'new' })
  expect(opened.open(sealed, place).equals(words)).toBe(true)
  await expect(openVault(changed, { kind: 'recovery', secret: recovery })).resolves.toBeInstanceOf(Vault)
  await expect(openVault(changed, { kind: 'passphrase', passphrase })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
})

test('the same letters from another keyboard are the same passphrase', async () => {
  const { bytes } = await madeKey({ passphrase: 'Gr\u00fc\u00dfe' })
  const file = readKeyFile(bytes)
  await expect(openVault(file, { kind: 'passphrase', passphrase: 'Gru\u0308\u00dfe' })).resolves.toBeInstanceOf(Vault)
})

test('a recovery code comes back however it is typed, and slips are told', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(27), fc.nat(31), (secret, at, other) => {
      const code = recoveryCode(secret)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
      const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
      expect(recoverySecret(typed)?.equals(secret)).toBe(true)
      const plain = code.replaceAll('-', '')
      expect(recoverySecret(plain.slice(1))).toBeNull()
      const slip = `${plain.slice(0, at)}${'0123456789ABCDEFGHJKMNPQRSTVWXYZ'[other]}${plain.slice(at + 1)}`
      if (slip !== plain) expect(recoverySecret(slip)?.equals(secret) ?? false).toBe(false)
      expect(recoverySecret(`${plain.slice(0, -1)}U`)).toBeNull()
    }),
    { seed, numRuns: 300 },
  )
})

test('of slips in one character nearly all are told at once', () => {
  const secret = Buffer.alloc(16, 7)
  const plain = recoveryCode(secret).replaceAll('-', '')
  let [slips, untold] = [0, 0]
  for (let at = 0; at < plain.length; at++)
    for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      const slip = plain.slice(0, at) + other + plain.slice(at + 1)
      if (slip === plain) continue
      slips++
      if (recoverySecret(slip) !== null) untold++
    }
  expect(untold / slips).toBeLessThan(0.01)
})
