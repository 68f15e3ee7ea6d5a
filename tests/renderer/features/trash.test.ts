import { expect, test } from 'vitest'
import { eraseAll } from '../../../src/renderer/features/trash/eraseAll'
import { foundAmong, readTrash } from '../../../src/renderer/features/trash/trashedThings'
import { entryRow } from '../../../src/shared/domain/entry/entryRow'
import { messages } from '../../../src/shared/messages/messages'
import { madeCapture, madeEntry } from '../../services/made'
import { standInForMain } from '../mainStandIn'

async function trash() {
  const main = standInForMain()
  const at = (hour: number) => `2026-03-0${hour}T08:00:00Z`
  const row = entryRow(madeEntry(1, { title: 'Señora Ibáñez' }))
  main.answer('trash.list', () => [{ row, trashedAt: at(1), text: 'Señora Ibáñez\nThe ledger moved at last' }])
  main.answer('captures.trashed', () => [madeCapture(2, { text: 'Ask the ledger desk', trashed: at(2) })])
  return { main, things: await readTrash() }
}

test('entries and captures alike are found by all of the words, whatever their case and accents', async () => {
  const { things } = await trash()
  const found = (typed: string) => foundAmong(things, typed).map(({ name }) => name)
  expect(found('')).toEqual(['Ask the ledger desk', 'Señora Ibáñez'])
  expect(found('LEDGER ')).toEqual(['Ask the ledger desk', 'Señora Ibáñez'])
  expect(found('ibanez ledger')).toEqual(['Señora Ibáñez'])
  expect(found('ibanez desk')).toEqual([])
})

test('all of it is deleted, and what can not be keeps no other from it', async () => {
  const { main, things } = await trash()
  main.fail('captures.erase', 'disk-error')
  const { erased, failed, reason } = await eraseAll(things)
  expect([erased.size, failed, reason]).toEqual([1, 1, messages.failures['disk-error']])
  expect(main.askedFor('trash.erase')).toHaveLength(1)
})

test('what is gone already counts as deleted', async () => {
  const { main, things } = await trash()
  main.fail('trash.erase', 'not-found')
  expect(await eraseAll(things)).toMatchObject({ failed: 0, reason: null })
})
