/** A file of the old form that comes once all is migrated: it waits as what any other device brings, and its page goes on. */
import { expect, test } from 'vitest'
import { pathOfArrived } from '#shared/domain/health/finding'
import { encoded } from '../../../src/main/storage/format/fileFormat'
import { captureKind } from '../../../src/main/storage/kinds/captureKind'
import { entryKind } from '../../../src/main/storage/kinds/entryKind'
import { madeCapture } from '../../services/made'
import { sealedBefore } from '../oldForm'
import { collected, nextOf } from '../sample'
import { arrivedIn, entry, findingsOf, folder, lockedDevice, noticesOf, placeOf, titlesIn } from './lockedDevice'

const late = { ...nextOf(entry, 'a week with an older app'), title: 'Late' }
const page = placeOf(entry)
const bytesOf = (record: typeof entry) => encoded(entryKind.format, record)

/** As an older app on another device sealed it. */
async function withLate(path: string, bytes: Uint8Array, versions: 'with versions' | 'without') {
  const device = await lockedDevice()
  if (versions === 'with versions') {
    const journal = await device.open()
    await journal.entries.save({ ...nextOf(entry, 'second'), title: 'Second' }, entry.revision)
    await journal.close()
  }
  const sealed = sealedBefore(device.key.vault, bytes)
  device.disk.put(`${folder}/sealed/${path}`, sealed)
  return { ...device, sealed }
}

test('the newest version takes the place of its page, which can be read and saved; the file waits as it is', async () => {
  const { open, sealed, filesIn, bytesOf: bytesAt } = await withLate(page, bytesOf(late), 'with versions')
  const journal = await open()
  const notices = noticesOf(journal)
  expect(await titlesIn(journal)).toEqual(['Kept'])
  expect(notices).toEqual(['arrived quarantine/arrivals'])
  const shown = await journal.entries.read(entry.id)
  await journal.entries.save({ ...nextOf(shown, 'goes on'), title: 'Goes on' }, shown.revision)
  const [file = ''] = await arrivedIn(journal)
  expect(pathOfArrived(file)).toBe(page)
  expect(await findingsOf(journal)).toEqual([`arrived ${file}`])
  expect(await bytesAt(`sealed/${file}`)).toEqual(sealed)
  expect(JSON.parse(Buffer.from(await journal.arrivals.read(file)).toString())).toMatchObject({ title: 'Late' })
  await journal.arrivals.admit()
  const { copies } = await journal.entries.copiesOf(entry.id)
  expect(copies.map(({ record }) => record.title)).toEqual(['Late'])
  expect(filesIn('sealed/quarantine')).toEqual([])
  await journal.close()
})

test('without a version the page is gone until the file is let in', async () => {
  const { open } = await withLate(page, bytesOf(late), 'without')
  const journal = await open()
  expect(await titlesIn(journal)).toEqual([])
  expect((await arrivedIn(journal)).map(pathOfArrived)).toEqual([page])
  await journal.arrivals.admit()
  expect(await titlesIn(journal)).toEqual(['Late'])
  await journal.close()
})

test('the same file once more waits beside it, and both join as one', async () => {
  const { open, disk, sealed, filesIn } = await withLate(page, bytesOf(late), 'with versions')
  for (let time = 0; time < 2; time++) {
    disk.put(`${folder}/sealed/${page}`, sealed)
    const journal = await open()
    expect(await titlesIn(journal)).toEqual(['Kept'])
    await journal.close()
  }
  expect(filesIn('sealed/quarantine/arrivals')).toHaveLength(2)
  const journal = await open()
  expect(await arrivedIn(journal)).toHaveLength(1)
  await journal.arrivals.admit()
  expect((await journal.entries.copiesOf(entry.id)).copies).toHaveLength(1)
  expect(filesIn('sealed/quarantine')).toEqual([])
  await journal.close()
})

test('a copy beside a page waits once it is put right', async () => {
  const beside = page.replace('.json', ' (copy).json')
  const { open } = await withLate(beside, bytesOf(late), 'without')
  const journal = await open()
  expect(await titlesIn(journal)).toEqual(['Kept'])
  expect(await findingsOf(journal)).toEqual([`damaged ${beside}`])
  await journal.entries.setAsideDamagedCopies(entry.id)
  expect((await arrivedIn(journal)).map(pathOfArrived)).toEqual([beside])
  await journal.close()
})

test('a day of captures and the settings go on, and what came waits', async () => {
  const capture = madeCapture(1, { text: 'late' })
  const day = `captures/2026/${capture.day}.json`
  const log = captureKind.withRecords(captureKind.empty(capture.day), [capture])
  const { open, disk, key } = await withLate(day, encoded(captureKind.format, log), 'without')
  disk.put(`${folder}/sealed/settings.json`, sealedBefore(key.vault, Buffer.from('{"schema":1,"manager":"Nobody"}')))
  const journal = await open()
  const notices = noticesOf(journal)
  await journal.settings.change((settings) => ({ ...settings, manager: 'Ada' }))
  await journal.captures.add({ ...madeCapture(2, { text: 'new' }), day: capture.day })
  const texts = async () =>
    (await collected(journal.captures.all())).flatMap((one) => one.captures.map(({ text }) => text)).sort()
  expect(await texts()).toEqual(['new'])
  expect((await arrivedIn(journal)).map(pathOfArrived).sort()).toEqual([day, 'settings.json'])
  expect(notices).toEqual(['arrived quarantine/arrivals'])
  await journal.arrivals.admit()
  expect(await texts()).toEqual(['late', 'new'])
  expect(journal.settings.value.manager).toBe('Ada')
  await journal.close()
})
