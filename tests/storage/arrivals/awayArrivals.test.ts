/** What waits for the person's word, where one file of it can't be read, and where there is very much of it. */
import { expect, test } from 'vitest'
import { sampleEntry, sampleId } from '../sample'
import { errno } from '../simulatedDisk'
import { wrappedFiles } from '../wrappedFiles'
import {
  captureName,
  captureText,
  dropped,
  findingsOf,
  folder,
  lockedDevice,
  noticesOf,
  placeOf,
  titlesIn,
} from './lockedDevice'

const others = (count: number) => Array.from({ length: count }, (_, at) => sampleEntry({ id: sampleId(100 + at) }))

/** Two files wait: that of `dropped`, and another one's. */
async function withTwo() {
  const device = await lockedDevice()
  const other = sampleEntry({ id: sampleId(4), title: 'Other' })
  for (const one of [dropped, other]) device.drop(placeOf(one), JSON.stringify(one))
  await device.unlock()
  const waiting = `sealed/quarantine/arrivals/`
  const pathOf = ({ id }: typeof dropped) =>
    `${folder}/${waiting}${device.filesIn(waiting.slice(0, -1)).find((path) => path.includes(id))}`
  return { ...device, at: pathOf(dropped) }
}

test('one that is not on this computer is named, and the others are shown and join', async () => {
  const { disk, open, at } = await withTwo()
  await disk.rename(at, at.replace(/([^/]+)$/, '.$1.icloud'))
  const journal = await open()
  expect(noticesOf(journal)).toEqual(['arrived quarantine/arrivals'])
  expect((await findingsOf(journal)).map((line) => line.replace(/quarantine.*\/entries/, 'entries')).sort()).toEqual(
    [`arrived entries/2026/${dropped.day}-${sampleId(4)}.json`, `elsewhere ${placeOf(dropped)}`].sort(),
  )
  await journal.arrivals.admit()
  expect(await titlesIn(journal)).toEqual(['Kept', 'Other'])
  expect(await journal.arrivals.areThere()).toBe(true)
  // Once it is here it joins as well.
  await disk.rename(at.replace(/([^/]+)$/, '.$1.icloud'), at)
  await journal.arrivals.admit()
  expect(await titlesIn(journal)).toEqual(['Dropped in', 'Kept', 'Other'])
  await journal.close()
})

test('one that the disk does not give is named, and the others are shown and join', async () => {
  const { disk, open, at } = await withTwo()
  const journal = await open(
    wrappedFiles(disk, (name, path) => {
      if (path === at && ['read', 'info'].includes(name)) throw errno('EIO')
      return undefined
    }),
  )
  expect((await findingsOf(journal)).map((line) => line.split(' ')[0]).sort()).toEqual(['arrived', 'unreachable'])
  await expect(journal.arrivals.admit()).rejects.toMatchObject({ code: 'disk-error' })
  expect(await titlesIn(journal)).toEqual(['Kept', 'Other'])
  await journal.close()
})

test('the journal opens without a look at each of many that wait', async () => {
  const counted = async (count: number) => {
    const { disk, drop, unlock, open } = await lockedDevice()
    for (const one of others(count)) drop(placeOf(one), JSON.stringify(one))
    for (let at = 0; at < count; at++) drop(`sealed/${captureName(at)}`, captureText(at, 'of anyone'))
    await unlock()
    let calls = 0
    const journal = await open(wrappedFiles(disk, () => void calls++))
    expect(noticesOf(journal)).toEqual(count === 0 ? [] : ['arrived quarantine/arrivals'])
    await journal.close()
    return calls
  }
  expect(await counted(40)).toBe(await counted(2))
})
