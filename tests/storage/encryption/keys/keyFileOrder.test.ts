/** Of a key file and its copy with other passphrases or codes the newer one stays, in whatever order a sync program brings them and whichever is typed. */
import { expect, test } from 'vitest'
import { keyFileBytes, readKeyFile } from '../../../../src/main/storage/encryption/cipher/keyFile'
import { madeKey } from '../../sealed'
import { type Side, twoSides } from '../syncedSides'

const [front, copy] = ['lock.json', 'sealed/lock.json']

const at = ({ place }: Side, path: string) => Buffer.from(place.synced.files().get(path) ?? [])
const bytesOf = (side: Side) => [at(side, front), at(side, copy)]
const put = ({ place }: Side, path: string, bytes: Uint8Array) => place.synced.put(path, Buffer.from(bytes), 'renamed')
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'opened',
    ({ code }: { code: string }) => code,
  )

/** With the key files of before and after the passphrase was changed. */
async function changed() {
  const { a } = await twoSides()
  const prepared = await a.seal.prepare('old')
  await prepared.turnOn(() => undefined)
  const before = at(a, front)
  await a.seal.changePassphrase('old', 'new')
  a.seal.forget()
  return { a, before, after: at(a, front), code: prepared.code }
}

test.each(['old', 'new'])('a stale copy takes no place in front, opened with the %s passphrase', async (typed) => {
  const { a, before, after } = await changed()
  put(a, copy, before)
  expect(await codeOf(a.seal.unlock(typed))).toBe('opened')
  expect(bytesOf(a)).toEqual([after, after])
  a.seal.forget()
  expect(await codeOf(a.seal.unlock('old'))).toBe('wrong-passphrase')
})

test.each(['old', 'new'])(
  'a newer copy takes the place of a stale key file, opened with the %s passphrase',
  async (typed) => {
    const { a, before, after } = await changed()
    put(a, front, before)
    expect(await codeOf(a.seal.unlock(typed))).toBe('opened')
    expect(bytesOf(a)).toEqual([after, after])
  },
)

test('a recovery code of before, which only a stale copy has, takes no newer one away', async () => {
  const { a, code } = await changed()
  const stale = at(a, copy)
  const next = await a.seal.newCode('new')
  await next.keep()
  put(a, copy, stale)
  await a.seal.recover(code, 'by the old code')
  a.seal.forget()
  await a.seal.recover(next.code, 'by the new code')
  a.seal.forget()
  expect(await codeOf(a.seal.unlock('by the new code'))).toBe('opened')
})

test('of two that were changed apart both stay', async () => {
  const { a, before, after } = await changed()
  put(a, front, before)
  put(a, copy, before)
  await a.seal.changePassphrase('old', 'another')
  const another = at(a, front)
  put(a, copy, after)
  for (const typed of ['another', 'new', 'another']) {
    a.seal.forget()
    expect(await codeOf(a.seal.unlock(typed))).toBe('opened')
    expect(bytesOf(a)).toEqual([another, after])
  }
})

test('one that says it is newer and was made without the key gives way', async () => {
  const { a, after } = await changed()
  const forger = await madeKey({ passphrase: 'the forger’s' })
  const created = '2030-01-01T00:00:00Z'
  const forged = forger.vault.withKey((key) =>
    keyFileBytes({ ...readKeyFile(forger.bytes), id: readKeyFile(after).id, created }, key),
  )
  for (const path of [front, copy]) {
    put(a, path, forged)
    a.seal.forget()
    expect(await codeOf(a.seal.unlock('new'))).toBe('opened')
    expect(bytesOf(a)).toEqual([after, after])
  }
})
