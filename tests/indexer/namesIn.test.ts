/** Names are counted by the records that mention them. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { namesIn } from '../../src/main/indexer/namesIn'
import { madeCapture } from '../services/made'
import { freshFolder } from '../storage/freshFolder'
import { sampleEntry, sampleId } from '../storage/sample'
import { openTestIndex } from './testIndex'

test('the most used come first, captures count as pages do, and a record counts once', async () => {
  const folder = await freshFolder()
  const part = await openTestIndex(folder, join(folder, '..', 'cache.index'), false)
  await part.journal.entries.save(sampleEntry({ id: sampleId(1), title: '@Dana and @Dana, @Amira #retro' }), 0)
  await part.journal.captures.add(madeCapture(7, { text: '@dana #ledger' }))
  await part.look()
  expect(namesIn(part.indexer, 'person')).toEqual([
    { name: 'Dana', count: 2, last: expect.any(String) },
    { name: 'Amira', count: 1, last: expect.any(String) },
  ])
  expect(namesIn(part.indexer, 'tag').map(({ name }) => name)).toEqual(['ledger', 'retro'])
  await part.close()
})
