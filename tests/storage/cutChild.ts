/** A process that saves entries without end, until it is killed, and says after each save what is stored: through the app's repository, or through lowdb as it comes. */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { JSONFilePreset } from 'lowdb/node'
import type { Entry } from '#shared/domain/entry/entry'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { nextOf, sampleEntry, sampleId } from './sample'
import { setClock } from './sampleClock'

const [kind = '', folder = ''] = process.argv.slice(2)
const numbers = [1, 2, 3, 4]
const entries = new Map<number, Entry>(numbers.map((number) => [number, sampleEntry({ id: sampleId(number) })]))
const save = kind === 'ours' ? await byRepository() : await byLowdb()
for (let count = 1; ; count++) {
  const number = (count % numbers.length) + 1
  const before = entries.get(number)
  if (!before) throw new Error('no such entry')
  const entry = count > numbers.length ? nextOf(before, `Words number ${count}.`) : before
  await save(entry)
  entries.set(number, entry)
  writeSync(1, `stored ${entry.id} ${entry.revision}\n`)
}

async function byRepository() {
  const journal = await openJournal({ folder, clock: setClock(), knownBefore: false })
  return (entry: Entry) => journal.entries.save(entry, entry.revision - 1)
}

async function byLowdb() {
  const db = await JSONFilePreset<{ entries: Record<string, Entry> }>(join(folder, 'db.json'), { entries: {} })
  return (entry: Entry) =>
    db.update(({ entries: stored }) => {
      stored[entry.id] = entry
    })
}
