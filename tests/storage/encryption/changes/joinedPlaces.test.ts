/** What becomes one lock with another stays what it was: bound to its place, and what anyone could have made joins nothing by itself. */
import { expect, test } from 'vitest'
import { openLateFiles } from '../../../../src/main/storage/encryption/changes/openLateFiles'
import { openWaiting } from '../../../../src/main/storage/encryption/changes/openWaiting'
import { sealAnew } from '../../../../src/main/storage/encryption/changes/sealAnew'
import { keyFileBytes, readKeyFile } from '../../../../src/main/storage/encryption/cipher/keyFile'
import { recoveryCode } from '../../../../src/main/storage/encryption/cipher/recoveryCode'
import { sealForInbox } from '../../../../src/main/storage/encryption/cipher/sealedInbox'
import { sealedPlace } from '../../../../src/main/storage/encryption/cipher/sealedPlace'
import { Vault } from '../../../../src/main/storage/encryption/cipher/vault'
import { AdmittedFiles } from '../../../../src/main/storage/encryption/files/admittedFiles'
import { arrivalsFolder } from '../../../../src/main/storage/encryption/files/arrivalPlace'
import { sealedFolderAsItLies } from '../../../../src/main/storage/encryption/files/encryptedLayout'
import { InboxGate } from '../../../../src/main/storage/encryption/files/inboxGate'
import { kinds } from '../../../../src/main/storage/kinds/kinds'
import { homeOn } from '../../lockRuns'
import { oldKey, sealedBefore } from '../../oldForm'
import { sampleEntry, sampleId } from '../../sample'
import { madeKey } from '../../sealed'
import { SimulatedDisk } from '../../simulatedDisk'

const goes = await madeKey()
const stays = await madeKey()
const { day, id } = sampleEntry()
const page = `entries/2026/${day}-${id}.json`
const inbox = `captures/inbox/${sampleId(50)}.json`
const place = (name: string) => sealedPlace(kinds, name.split('/'))

/** Of the lock that goes. */
async function given(name: string, sealed: Uint8Array) {
  const disk = new SimulatedDisk()
  disk.put('/journal/journal.json', Buffer.from('{}'))
  disk.put(`/journal/sealed/${name}`, sealed)
  const home = homeOn(disk)
  const admitted = new AdmittedFiles('/device/admitted', { files: disk })
  return { disk, home, admitted, gate: new InboxGate(sealedFolderAsItLies(home), admitted) }
}

type Given = Awaited<ReturnType<typeof given>>

const join = ({ home, gate }: Given, vault = goes.vault) => sealAnew(home, vault, stays.vault, gate)
const open = ({ home, gate }: Given) => openLateFiles({ home, vault: goes.vault, now: '2026-03-02T08:00:00Z', gate })
const namesOn = ({ disk }: Given) =>
  disk.files('/journal').flatMap(({ path }) => (path.endsWith('journal.json') ? [] : [path.slice('/journal/'.length)]))

function textAt({ disk }: Given, name: string, vault: Vault = stays.vault): string | null {
  const found = disk.files().find(({ path }) => path === `/journal/sealed/${name}`)
  try {
    return found ? vault.open(found.bytes, place(name)).toString('utf8') : null
  } catch {
    return null
  }
}

const text = Buffer.from('word1')
const arrived = new RegExp(`^(sealed/)?${arrivalsFolder.join('/')}/[0-9a-f]{24}/${inbox}$`)

test('a file is sealed for the place where it lies, the same on every device', async () => {
  const sealed = goes.vault.seal(text, place(page).subject)
  const both = [await given(page, sealed), await given(page, sealed)]
  for (const one of both) expect(await join(one)).toEqual({ opened: 1, left: 0 })
  const [first, second] = both.map(({ disk }) => disk.files('/journal/sealed')[0]?.bytes)
  expect(first).toEqual(second)
  expect(both.map((one) => textAt(one, page))).toEqual(['word1', 'word1'])
})

test('one that was put in the place of another is as damaged as before, and opens where it is set aside', async () => {
  const moved = await given(page, goes.vault.seal(text, place(page.replace(id, sampleId(9))).subject))
  await join(moved)
  const [file] = moved.disk.files('/journal/sealed')
  expect(textAt(moved, page)).toBeNull()
  expect(stays.vault.open(file?.bytes ?? text, { subject: '', takesAny: true })).toEqual(text)
  const late = await given(page, goes.vault.seal(text, place(page.replace(id, sampleId(9))).subject))
  await open(late)
  expect(namesOn(late)).toEqual([expect.stringMatching(/^quarantine\/.*\.json$/)])
})

test.each([
  ['what was sealed to the public key', () => sealForInbox(goes.vault.publicKey ?? text, text)],
  ['a file of another record', () => goes.vault.seal(text, place(page.replace(id, sampleId(9))).subject)],
])('%s in quarantine is sealed for no name: it opens there, and comes back as nothing', async (_, sealed) => {
  const name = `quarantine/${day}-${id}.20260302T090000000Z-01234567.json`
  const one = await given(name, sealed())
  expect(await join(one)).toEqual({ opened: 1, left: 0 })
  const [file] = one.disk.files('/journal/sealed')
  expect(textAt(one, name)).toBe('word1')
  expect(() => stays.vault.open(file?.bytes ?? text, { ...place(name), takesAny: false })).toThrow()
  // What was sealed for its name still comes back.
  const own = await given(name, goes.vault.seal(text, place(name).subject))
  await join(own)
  const [kept] = own.disk.files('/journal/sealed')
  expect(stays.vault.open(kept?.bytes ?? text, { ...place(name), takesAny: false })).toEqual(text)
})

test('the old form joins where its lock takes it, and nowhere else', async () => {
  const old = sealedBefore(goes.vault, text)
  const vault = goes.vault.withKey((key) => new Vault({ key, generation: 1, takesOldForm: true }))
  const [taken, refused] = [await given(page, old), await given(page, old)]
  await join(taken, vault)
  await join(refused)
  expect([textAt(taken, page), textAt(refused, page)]).toEqual(['word1', null])
})

test.each([
  ['as its key file says', false, 'word1'],
  ['not where this device has seen it migrated', true, null],
])('of a lock whose key file takes the old form: %s', async (_, hasSeen, shown) => {
  const old = await oldKey()
  const one = await given(page, sealedBefore(old.vault, text))
  one.disk.put('/journal/lock.json', stays.bytes)
  // Retired: of two that count the one with the lower id would stay.
  one.disk.put(`/journal/keys/${readKeyFile(old.bytes).id}-${old.vault.keyMark}.json`, old.bytes)
  const held = { id: readKeyFile(stays.bytes).id, vault: stays.vault }
  const opening = { held, now: '2026-03-02T08:00:00Z', admitted: one.admitted, migrated: { has: () => hasSeen } }
  await openWaiting(one.home, opening, recoveryCode(old.recovery))
  expect(textAt(one, page)).toBe(shown)
})

test('a key file that somebody put in front with the id of the lock is not what becomes of two', async () => {
  const old = await oldKey()
  const one = await given(page, sealedBefore(old.vault, text))
  const file = readKeyFile(stays.bytes)
  const forged = goes.vault.withKey((key) => keyFileBytes({ ...readKeyFile(goes.bytes), id: file.id }, key))
  one.disk.put('/journal/lock.json', forged)
  one.disk.put('/journal/sealed/lock.json', stays.bytes)
  one.disk.put(`/journal/keys/${readKeyFile(old.bytes).id}-${old.vault.keyMark}.json`, old.bytes)
  const held = { id: file.id, vault: stays.vault }
  const opening = { held, now: '2026-03-02T08:00:00Z', admitted: one.admitted, migrated: { has: () => false } }
  const { held: next } = await openWaiting(one.home, opening, recoveryCode(old.recovery))
  expect(next?.key.file).toEqual(file)
})

test('what was left for the inbox of the lock that goes waits, unless this device left it or the person let it in', async () => {
  const left = sealForInbox(goes.vault.publicKey ?? text, text)
  for (const how of [join, open]) {
    const stranger = await given(inbox, left)
    expect(await how(stranger)).toEqual({ opened: 1, left: 0 })
    expect(namesOn(stranger)).toEqual([expect.stringMatching(arrived)])
    const own = await given(inbox, left)
    await own.admitted.add(left)
    await how(own)
    expect(namesOn(own)).toEqual([how === join ? `sealed/${inbox}` : inbox])
    if (how === join) expect(textAt(own, inbox)).toBe('word1')
    expect(await own.admitted.has(left)).toBe(false)
  }
})
