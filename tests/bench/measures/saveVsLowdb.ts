/** Saving one entry, beside lowdb as it comes: everything in one file. */
import { join } from 'node:path'
import { JSONFilePreset } from 'lowdb/node'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { systemClock } from '../../../src/main/system/systemClock'
import { corpusOf, seed } from '../corpus/corpus'
import { corpusEntry } from '../corpus/corpusEntry'
import { linkedCopy } from '../corpus/linkedCopy'
import { interleaved, timed } from '../interleaved'
import type { Measure } from '../measure'
import { spreadOf } from '../spread'

/** At 10,000 entries; with 100,000 lowdb's one file can't be written at all. */
const most = 10_000
const goal = 1 / 500

export const saveVsLowdb: Measure = {
  id: 'save-vs-lowdb',
  async run(bench) {
    const size = Math.max(...bench.sizes.filter((known) => known <= most))
    if (!Number.isFinite(size)) return []
    const { folder, words } = corpusOf(size)
    const journal = await openJournal({
      folder: linkedCopy(folder, bench.scratch('save-vs-lowdb')),
      clock: systemClock,
      knownBefore: true,
    })
    const entries = Array.from({ length: size }, (_, number) => corpusEntry(seed, number, words))
    const lowdb = await JSONFilePreset(join(bench.scratch('lowdb'), 'journal.json'), { entries })
    let [entry] = entries
    try {
      const { ours, floor } = await interleaved(
        { rounds: bench.quick ? 1 : 5, warmUps: 1 },
        {
          async ours() {
            if (!entry) throw new Error('the corpus is empty')
            const base = entry.revision
            entry = { ...entry, revision: base + 1 }
            const next = entry
            return timed(() => journal.entries.save(next, base))
          },
          floor: () =>
            timed(() =>
              lowdb.update((data) => {
                if (entry) data.entries[0] = entry
              }),
            ),
        },
      )
      const floorSpread = { name: 'lowdb, all in one file', spread: spreadOf(floor) }
      const reached = size === most ? goal : null
      return [
        { id: 'save-vs-lowdb', entries: size, ours: spreadOf(ours), unit: 'ms', floor: floorSpread, goal: reached },
      ]
    } finally {
      await journal.close()
    }
  },
}
