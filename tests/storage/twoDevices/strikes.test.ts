/**
 * A sync program strikes in the middle of a change of the lock, once in a run, at any file call of one device. Not covered: a delivery onto the very file between
 * the last look at it and the call that replaces or removes it; deliveries in halves or in place; a lock that the other device changes at that moment; backups.
 */
import { expect, test } from 'vitest'
import { deep, figure, quick, randomFrom, sampled, seed } from '../../effort'
import { lockChanges } from './lockChanges'
import { isKeptOrVersion } from './model'
import { Strike } from './strikes'

/** Of each call, each with other files on their way. */
const perCall = deep ? 10 : 1
const inQuickRuns = 2

test.each(lockChanges)('no word is lost and both sides come to rest while a lock is $name', async (change) => {
  const { calls, defects } = await Strike.run(change, 0, seed, isKeptOrVersion)
  expect(defects).toEqual([])
  const random = randomFrom(seed)
  const each = Array.from({ length: calls * perCall }, (_, nth) => 1 + (nth % calls))
  const all = each.filter(() => deep || quick || random() < 1 / 4)
  let tried = 0
  for (const at of sampled(all, inQuickRuns)) {
    const own = Math.floor(random() * 2 ** 31)
    const { told, defects: found } = await Strike.run(change, at, own, isKeptOrVersion)
    expect(found, `seed ${seed}, call ${at}, its own seed ${own}\n${told.join('\n')}`).toEqual([])
    tried++
  }
  figure(`two devices: ${tried} strikes while a lock is ${change.name}`)
})
