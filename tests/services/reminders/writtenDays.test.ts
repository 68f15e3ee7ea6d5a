import { expect, test, vi } from 'vitest'
import { createWrittenDays } from '../../../src/main/services/reminders/writtenDays'
import { gate, idOf } from '../made'

const day = '2026-03-02'

const saved = (part: { id?: string; day?: string; template?: string; firstWords?: string } = {}) => ({
  id: idOf(1),
  day,
  template: 'daily',
  firstWords: 'Some words',
  ...part,
})

test('a day is read once for all who ask, and again when it may have changed', async () => {
  const read = vi.fn(async (): Promise<readonly string[]> => [])
  const written = createWrittenDays(read)
  expect(written.known(day)).toEqual([])
  await Promise.all([written.ask(day), written.ask(day)])
  await written.ask(day)
  expect(read).toHaveBeenCalledOnce()
  written.forget(day)
  read.mockResolvedValue(['weekly'])
  expect(await written.ask(day)).toEqual(['weekly'])
  expect(written.known(day)).toEqual(['weekly'])
  written.changed()
  read.mockResolvedValue([])
  expect(await written.ask(day)).toEqual([])
  expect(read).toHaveBeenCalledTimes(3)
})

test('on a day that is known, an entry with words that was just saved needs no look at the disk', async () => {
  const read = vi.fn(async (): Promise<readonly string[]> => ['free'])
  const written = createWrittenDays(read)
  await written.ask(day)
  written.changed(saved())
  expect(written.known(day)).toEqual(['free', 'daily'])
  expect(await written.ask(day)).toEqual(['free', 'daily'])
  expect(read).toHaveBeenCalledOnce()
  // Without words it says nothing of the others.
  written.changed(saved({ firstWords: '' }))
  expect(await written.ask(day)).toEqual(['free'])
  expect(read).toHaveBeenCalledTimes(2)
})

test('on a day that is not, what it says counts at once, and the others are read', async () => {
  const read = vi.fn(async () => ['free', 'daily'])
  const written = createWrittenDays(read)
  written.changed(saved())
  expect(written.known(day)).toEqual(['daily'])
  expect(read).not.toHaveBeenCalled()
  expect(await written.ask(day)).toEqual(['free', 'daily'])
})

test('an entry that stays on its day leaves what is known of other days; one that may have been moved does not', async () => {
  const other = '2026-03-01'
  const read = vi.fn(async () => ['daily'])
  const written = createWrittenDays(read)
  written.changed(saved())
  await written.ask(other)
  written.changed(saved())
  await written.ask(other)
  expect(read).toHaveBeenCalledOnce()
  written.changed(saved({ day: other }))
  read.mockResolvedValue([])
  expect(await written.ask(day)).toEqual([])
})

test('an answer that a change overtook does not count', async () => {
  const slow = gate()
  const written = createWrittenDays(async () => {
    await slow.opened
    return []
  })
  const asked = written.ask(day)
  written.changed(saved({ firstWords: 'Written meanwhile' }))
  slow.open()
  await asked
  expect(written.known(day)).toEqual(['daily'])
})

test('a day that could not be read is read again; another journal knows nothing of the one before', async () => {
  const read = vi.fn(async () => ['daily']).mockRejectedValueOnce(new Error('made up'))
  const written = createWrittenDays(read)
  await expect(written.ask(day)).rejects.toThrow('made up')
  expect(await written.ask(day)).toEqual(['daily'])
  written.begin()
  expect(written.known(day)).toEqual([])
  await written.ask(day)
  expect(read).toHaveBeenCalledTimes(3)
})
