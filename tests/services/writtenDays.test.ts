import { expect, test, vi } from 'vitest'
import { createWrittenDays } from '../../src/main/services/writtenDays'
import { gate } from './made'

const day = '2026-03-02'

test('a day is read once for all who ask, and again when it may have changed', async () => {
  const read = vi.fn(async () => false)
  const written = createWrittenDays(read)
  expect(written.known(day)).toBe(false)
  await Promise.all([written.ask(day), written.ask(day)])
  await written.ask(day)
  expect(read).toHaveBeenCalledOnce()
  written.forget(day)
  read.mockResolvedValue(true)
  expect(await written.ask(day)).toBe(true)
  expect(written.known(day)).toBe(true)
  written.changed()
  read.mockResolvedValue(false)
  expect(await written.ask(day)).toBe(false)
  expect(read).toHaveBeenCalledTimes(3)
})

test('an entry with words that was just saved needs no look at the disk; one without says nothing of the others', async () => {
  const read = vi.fn(async () => false)
  const written = createWrittenDays(read)
  written.changed({ day, firstWords: 'Some words' })
  expect(written.known(day)).toBe(true)
  expect(await written.ask(day)).toBe(true)
  expect(read).not.toHaveBeenCalled()
  written.changed({ day, firstWords: '' })
  expect(await written.ask(day)).toBe(false)
  expect(read).toHaveBeenCalledOnce()
})

test('an answer that a change overtook does not count', async () => {
  const slow = gate()
  const written = createWrittenDays(async () => {
    await slow.opened
    return false
  })
  const asked = written.ask(day)
  written.changed({ day, firstWords: 'Written meanwhile' })
  slow.open()
  await asked
  expect(written.known(day)).toBe(true)
})

test('a day that could not be read is read again; another journal knows nothing of the one before', async () => {
  const read = vi.fn(async () => true).mockRejectedValueOnce(new Error('made up'))
  const written = createWrittenDays(read)
  await expect(written.ask(day)).rejects.toThrow('made up')
  expect(await written.ask(day)).toBe(true)
  written.begin()
  expect(written.known(day)).toBe(false)
  await written.ask(day)
  expect(read).toHaveBeenCalledTimes(3)
})
