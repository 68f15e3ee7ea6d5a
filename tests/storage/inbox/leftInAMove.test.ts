/** Words that another process leaves while the journal goes to another folder: they come along, and count once. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { messages } from '#shared/messages/messages'
import { runCapture } from '../../../src/main/cli/runCapture'
import type { DocumentStore } from '../../../src/main/services/ports/documentStore'
import { leaveCapture } from '../../../src/main/storage/dayLogs/leaveCapture'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { leaveAnswer } from '../../../src/main/storage/inbox/leaveAnswer'
import { leaveInPlace } from '../../../src/main/storage/journal/leaveInPlace'
import { copyJournal } from '../../../src/main/storage/journal/moveJournal'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { createDevicePlace } from '../../../src/main/system/devicePlace'
import { type DeviceState, defaultDeviceState } from '../../../src/main/system/deviceState'
import { idOf, madeAnswer, madeCapture } from '../../services/made'
import { freshFolder } from '../freshFolder'
import { collected } from '../sample'
import { setClock } from '../sampleClock'
import { knownIn, passphrase, quickCost } from '../sealed'

const clock = setClock()

async function begun(): Promise<{ from: string; to: string }> {
  const from = await freshFolder()
  await (await openJournal({ folder: from, clock, knownBefore: false })).close()
  return { from, to: join(dirname(from), 'elsewhere') }
}

/** A device that keeps its state in memory; `moved` runs once the other folder is known. */
function deviceWith(journalFolder: string, moved: () => Promise<void>): DocumentStore<DeviceState> {
  let value: DeviceState = { ...defaultDeviceState, journalFolder }
  const save = async (next: DeviceState) => {
    value = next
    await moved()
  }
  return {
    get value() {
      return value
    },
    save,
    change: (step) => save(step(value)),
    lookAgain: async () => false,
  }
}

const placeOf = (device: DocumentStore<DeviceState>) =>
  createDevicePlace({ device, defaultFolder: '', move: (work) => work() })

test('what was left behind the copy, before the new folder was known, comes along', async () => {
  const { from, to } = await begun()
  await leaveCapture({ folder: from }, madeCapture(1))
  const device = deviceWith(from, async () => {
    await leaveCapture({ folder: from }, madeCapture(2))
    await leaveAnswer({ folder: from }, madeAnswer(3, 'Words'))
  })
  await placeOf(device).copyTo(to)
  const journal = await openJournal({ folder: to, clock, knownBefore: true })
  await journal.captures.mergeInbox()
  const days = await collected(journal.captures.all())
  expect(days.flatMap(({ captures }) => captures.map(({ id }) => id)).sort()).toEqual([idOf(1), idOf(2)])
  expect((await journal.answers.waiting()).map(({ id }) => id)).toEqual([madeAnswer(3, '').id])
  await journal.close()
})

test('of a journal with a lock, sealed as it is', async () => {
  const { from, to } = await begun()
  const seal = createJournalEncryption({ folder: () => from, clock, cost: quickCost })
  await (await seal.prepare(passphrase)).turnOn(() => undefined)
  const device = deviceWith(from, async () => {
    await leaveCapture({ folder: from, known: knownIn(from) }, madeCapture(2))
  })
  await placeOf(device).copyTo(to)
  const name = `sealed/captures/inbox/${idOf(2)}.json`
  expect(await readFile(join(to, name))).toEqual(await readFile(join(from, name)))
})

test('a command that finds another folder behind its write leaves its words there too', async () => {
  const { from, to } = await begun()
  await copyJournal(from, to)
  const places = [from, from, to]
  const place = async () => ({ folder: places.shift() ?? to, isKnown: true, lockedState: null })
  const ended = await runCapture({ text: 'Across', as: 'note', userData: '', place })
  expect(ended).toEqual({ code: 0, sentence: messages.capturing.caught })
  const names = await readdir(join(to, 'captures/inbox'))
  expect(names).toHaveLength(1)
  expect(await readdir(join(from, 'captures/inbox'))).toEqual(names)
})

test('words go to no other journal that is chosen meanwhile', async () => {
  const { from } = await begun()
  const other = (await begun()).from
  const places = [from]
  const left: string[] = []
  await leaveInPlace(
    () => places.shift() ?? other,
    async (folder) => {
      left.push(folder)
      return null
    },
  )
  expect(left).toEqual([from])
})

test('what is just being written does not come along as half a file', async () => {
  const { from, to } = await begun()
  const temporary = join(from, 'captures/inbox/.throughline-0123456789abcdef01234567.tmp')
  await mkdir(dirname(temporary), { recursive: true })
  await writeFile(temporary, '{"half":')
  await copyJournal(from, to)
  expect(await readdir(join(to, 'captures/inbox'))).toEqual([])
})
