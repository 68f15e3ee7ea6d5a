/** Anyone who has the files can seal to the journal's public key: what this device left in the inboxes joins by itself, anything else waits. */
import { expect, test } from 'vitest'
import { leaveCapture } from '../../../src/main/storage/dayLogs/leaveCapture'
import { sealedFolder } from '../../../src/main/storage/encryption/files/encryptedLayout'
import { checkSealed } from '../../../src/main/storage/health/checkSealed'
import { leaveAnswer } from '../../../src/main/storage/inbox/leaveAnswer'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { madeAnswer, madeCapture } from '../../services/made'
import { homeOn } from '../lockRuns'
import { collected } from '../sample'
import {
  arrivedIn,
  captureName,
  captureText,
  dropped,
  folder,
  lockedDevice,
  noticesOf,
  placeOf,
  titlesIn,
} from './lockedDevice'

const answerName = (number: number) => `entries/inbox/${madeAnswer(number, '').id}.json`
const day = '2026-03-02'

test('captures and answers of this device join by themselves; those of anyone else wait beside them', async () => {
  const { disk, key, admitted, leaving, elsewhere, forge, open } = await lockedDevice()
  await leaveCapture(leaving, madeCapture(1, { text: 'Mine' }))
  await leaveAnswer(leaving, madeAnswer(1, 'Mine too'))
  forge(captureName(7), captureText(7, 'Not mine'))
  await leaveAnswer(elsewhere, madeAnswer(2, 'Nor this'))
  const theirs = [captureName(7), answerName(2)]
  const locked = (await checkSealed({ folder, files: disk, admitted })).map(({ kind, file }) => `${kind} ${file}`)
  expect(locked.sort()).toEqual(theirs.map((file) => `arrived sealed/${file}`))
  const reading = await openJournalForReading({ folder, files: disk, vault: key.vault, admitted })
  expect((await collected(reading.captures())).map(({ captures }) => captures.map(({ text }) => text))).toEqual([
    ['Mine'],
  ])
  const pages = await reading.entries.ofDay(day)
  expect(pages.flatMap(({ sections }) => sections.map(({ text }) => text)).join()).not.toContain('Nor this')
  const journal = await open()
  const texts = async () => (await journal.captures.ofDay(day)).map(({ text }) => text).sort()
  const answers = async () => (await journal.answers.waiting()).map(({ id }) => id)
  await journal.captures.mergeInbox()
  expect([await texts(), await answers()]).toEqual([['Mine'], [madeAnswer(1, '').id]])
  expect([noticesOf(journal), (await arrivedIn(journal)).sort()]).toEqual([['arrived quarantine/arrivals'], theirs])
  await journal.arrivals.admit()
  await journal.captures.mergeInbox()
  expect([await texts(), await answers()]).toEqual([
    ['Mine', 'Not mine'],
    [1, 2].map((number) => madeAnswer(number, '').id),
  ])
  for (const number of [1, 2]) await journal.answers.remove(madeAnswer(number, '').id)
  expect(await arrivedIn(journal)).toEqual([])
  await journal.close()
  expect(disk.files('/device')).toEqual([])
})

test('another text under the name of one that this device left waits, and so does the same one put back once it has joined', async () => {
  const { disk, leaving, forge, open, bytesOf } = await lockedDevice()
  const name = captureName(1)
  const looked = async () => {
    const journal = await open()
    try {
      return [
        await journal.captures.mergeInbox(),
        await arrivedIn(journal),
        (await journal.captures.ofDay(day)).map(({ text }) => text),
      ]
    } finally {
      await journal.close()
    }
  }
  await leaveCapture(leaving, madeCapture(1, { text: 'Mine' }))
  const bytes = await bytesOf(`sealed/${name}`)
  forge(name, captureText(1, 'Theirs'))
  expect(await looked()).toEqual([[], [name], []])
  disk.put(`${folder}/sealed/${name}`, bytes)
  expect(await looked()).toEqual([[day], [], ['Mine']])
  disk.put(`${folder}/sealed/${name}`, bytes)
  expect(await looked()).toEqual([[], [name], ['Mine']])
})

test('what was sealed to the public key is opened nowhere else: a page of it is no page', async () => {
  const { disk, key, admitted, forge, open } = await lockedDevice()
  forge(placeOf(dropped), JSON.stringify(dropped))
  expect(await titlesIn(await openJournalForReading({ folder, files: disk, vault: key.vault, admitted }))).toEqual([
    'Kept',
  ])
  const journal = await open()
  expect(await titlesIn(journal)).toEqual(['Kept'])
  await journal.close()
})

test('a device that can not keep what it left leaves it all the same', async () => {
  const { disk, leaving, open } = await lockedDevice()
  disk.put('/device', Buffer.from('a file in the folder’s place'))
  await leaveCapture(leaving, madeCapture(1, { text: 'Mine' }))
  expect(disk.files().map(({ path }) => path)).toContain(`${folder}/sealed/${captureName(1)}`)
  await disk.remove('/device')
  await disk.makeFolder('/device')
  const journal = await open()
  expect(await arrivedIn(journal)).toEqual([captureName(1)])
  await journal.arrivals.admit()
  expect(await journal.captures.mergeInbox()).toEqual([day])
  await journal.close()
})

test('what takes a file’s place behind the look at it is not opened either', async () => {
  const { disk, key, forge } = await lockedDevice()
  forge(captureName(1), captureText(1, 'Theirs'))
  const { files } = sealedFolder(homeOn(disk), key.vault).disk
  await expect(files.read(`${folder}/sealed/${captureName(1)}`, 1_000)).rejects.toMatchObject({ code: 'unreadable' })
})
