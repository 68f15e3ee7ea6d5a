/** What this device keeps for a journal is at every moment on the device or in the journal, and in the end once in its day. */
import { expect, test } from 'vitest'
import type { Files } from '../../../src/main/disk/files'
import { readKeyFile } from '../../../src/main/storage/encryption/cipher/keyFile'
import { draftPlace } from '../../../src/main/storage/encryption/cipher/sealedPlace'
import { AdmittedFiles } from '../../../src/main/storage/encryption/files/admittedFiles'
import { knownLockOf } from '../../../src/main/storage/encryption/keys/knownLock'
import { encoded } from '../../../src/main/storage/format/fileFormat'
import { bringKept } from '../../../src/main/storage/inbox/bringKept'
import { DeviceInbox } from '../../../src/main/storage/inbox/deviceInbox'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { inboxFormat } from '../../../src/main/storage/kinds/captureKind'
import { figure, randomFrom, runs, seed, share } from '../../effort'
import { idOf, madeCapture } from '../../services/made'
import { emptyWithLock, type MadeKey } from '../lockRuns'
import { madeUpProcesses } from '../sample'
import { setClock } from '../sampleClock'
import { madeKey } from '../sealed'
import type { SimulatedDisk } from '../simulatedDisk'
import { FaultPlan, faults, wrappedFiles } from '../wrappedFiles'

const journalId = '00000000-0000-4000-8000-000000000000'
const wait = async () => undefined
const all = [1, 2]

const admittedOn = (files: Files) => new AdmittedFiles('/device/admitted', { files, wait })
const inboxOn = (files: Files) => new DeviceInbox('/device', { files, wait })
const knownOf = ({ bytes }: MadeKey) => knownLockOf({ file: readKeyFile(bytes), bytes })

const keep = async (files: Files, key: MadeKey, number: number) => {
  const bytes = encoded(inboxFormat, { schema: 1, capture: madeCapture(number) })
  await inboxOn(files).keep({ journal: journalId, inbox: ['captures', 'inbox'], id: idOf(number), bytes }, knownOf(key))
}

const bring = (files: Files, key: MadeKey) => {
  const place = { folder: '/journal', files, wait, known: () => knownOf(key), admitted: admittedOn(files) }
  const open = (bytes: Uint8Array) => key.vault.open(bytes, draftPlace)
  return bringKept({ place, inbox: inboxOn(files), journals: [journalId], open, mayLieOpen: false })
}

const openOn = (files: Files, { vault }: MadeKey) =>
  openJournal({
    folder: '/journal',
    clock: setClock(),
    knownBefore: true,
    files,
    wait,
    vault,
    admitted: admittedOn(files),
    processes: madeUpProcesses().start(),
  })

/** As the app does it at its start and later: brought, then merged into its day. */
async function lived(files: Files, key: MadeKey): Promise<void> {
  await bring(files, key)
  const journal = await openOn(files, key)
  await journal.captures.mergeInbox().finally(() => journal.close())
}

/** What is missing or there twice after the next start. */
async function defectsAfter(disk: SimulatedDisk, key: MadeKey): Promise<string[]> {
  await lived(disk, key)
  const journal = await openOn(disk, key)
  const found = (await journal.captures.ofDay(madeCapture(1).day)).map(({ id }) => id).sort()
  await journal.close()
  const kept = await inboxOn(disk).files([journalId])
  return found.join() === all.map(idOf).join() && kept.length === 0 ? [] : [`found ${found}, kept ${kept.length}`]
}

async function withKept(key: MadeKey): Promise<SimulatedDisk> {
  const disk = await emptyWithLock(key)
  for (const number of all) await keep(disk, key, number)
  return disk.copy()
}

test('brought into its day, whatever call fails or is the last', async () => {
  const [key, random] = [await madeKey(), randomFrom(seed)]
  const base = await withKept(key)
  const counted = new FaultPlan()
  counted.arm()
  await lived(wrappedFiles(base.copy(), counted.before), key)
  const defects: string[] = []
  let cases = 0
  for (let call = 1; call <= counted.calls.length; call++)
    for (const fault of [...faults, 'death' as const]) {
      if (random() > share(0.1)) continue
      cases++
      const disk = base.copy()
      const isDeath = fault === 'death'
      const plan = new FaultPlan(call, isDeath ? 'EIO' : fault, isDeath ? 1_000_000 : 1)
      plan.arm()
      await lived(wrappedFiles(disk, plan.before), key).catch(() => undefined)
      defects.push(...(await defectsAfter(disk, key)).map((defect) => `${fault} at ${call} (${plan.met}): ${defect}`))
    }
  figure(`storage: ${cases} faults while kept captures are brought, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

test('whenever the power is cut meanwhile', async () => {
  const [key, random] = [await madeKey(), randomFrom(seed)]
  const disk = await emptyWithLock(key)
  const states: SimulatedDisk[] = []
  let isKept = false
  const files = wrappedFiles(disk, () => {
    if (isKept && random() < share(1)) states.push(...disk.crashStates(runs({ quick: 2, all: 3, deep: 20 }), random))
    return undefined
  })
  for (const number of all) await keep(files, key, number)
  isKept = true
  await lived(files, key)
  const defects: string[] = []
  for (const state of states) defects.push(...(await defectsAfter(state, key)))
  figure(`storage: ${states.length} power cuts while kept captures are brought, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

test('what is sealed to another lock waits, and keeps no other from the journal', async () => {
  const [key, former] = [await madeKey(), await madeKey()]
  const disk = await emptyWithLock(key)
  await keep(disk, former, 1)
  await keep(disk, key, 2)
  expect(await bring(disk, key)).toBe(1)
  expect((await inboxOn(disk).files([journalId])).map(({ id }) => id)).toEqual([idOf(1)])
})

test('what was being written when a process ended goes once nothing can be writing it any more', async () => {
  const key = await madeKey()
  const disk = await withKept(key)
  const temporary = `/device/${journalId}/captures/inbox/.throughline-0123456789abcdef01234567.tmp`
  await (await disk.create(temporary)).close()
  const { modified } = await disk.info(temporary)
  const isThere = () => disk.files().some(({ path }) => path === temporary)
  await inboxOn(disk).sweep([journalId], modified + 60_000)
  expect(isThere()).toBe(true)
  await inboxOn(disk).sweep([journalId], modified + 90_000_000)
  expect(isThere()).toBe(false)
  expect(await inboxOn(disk).files([journalId])).toHaveLength(all.length)
})
