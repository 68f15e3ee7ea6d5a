/** Saving one entry through the repository, beside the same bytes written raw and durably; what it costs must not grow with the journal. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '#shared/domain/entry/entry'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { encoded } from '../../../src/main/storage/format/fileFormat'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { entryFormat } from '../../../src/main/storage/kinds/entryKind'
import { systemClock } from '../../../src/main/system/systemClock'
import { corpusOf, seed } from '../corpus/corpus'
import { corpusEntry } from '../corpus/corpusEntry'
import { linkedCopy } from '../corpus/linkedCopy'
import { countedFiles } from '../countedFiles'
import { interleaved, timed } from '../interleaved'
import type { Bench, Measure, Result } from '../measure'
import { exactly, spreadOf } from '../spread'

/** Ours is asynchronous, which blocks main less and takes longer. */
const goal = 2.5
const growthGoal = 1.2
const bytesGoal = 1.2

export const save: Measure = {
  id: 'save',
  async run(bench) {
    const results: Result[] = []
    const ratios: { size: number; ratio: number }[] = []
    for (const size of bench.sizes) {
      const { ours, floor, written, own } = await saves(bench, size)
      const [our, raw] = [spreadOf(ours), spreadOf(floor)]
      ratios.push({ size, ratio: our.median / raw.median })
      results.push(
        { id: 'save', entries: size, ours: our, unit: 'ms', floor: { name: 'raw durable write', spread: raw }, goal },
        {
          id: 'save-bytes',
          entries: size,
          ours: exactly(written),
          unit: 'bytes',
          floor: { name: 'the entry’s own bytes', spread: exactly(own) },
          goal: bytesGoal,
        },
      )
    }
    return [...results, ...growth(ratios)]
  },
}

function growth(ratios: readonly { readonly size: number; readonly ratio: number }[]): Result[] {
  const first = ratios.find(({ size }) => size >= 1_000)
  const last = ratios.at(-1)
  if (!first || !last || first === last) return []
  const floor = { name: `ratio at ${first.size}`, spread: exactly(first.ratio) }
  return [{ id: 'save-growth', entries: last.size, ours: exactly(last.ratio), unit: '×', floor, goal: growthGoal }]
}

async function saves(bench: Bench, size: number) {
  const { files, bytes } = countedFiles(nodeFiles)
  const corpus = corpusOf(size)
  const folder = linkedCopy(corpus.folder, bench.scratch(`save-${size}`))
  const journal = await openJournal({ folder, clock: systemClock, knownBefore: true, files })
  let entry = corpusEntry(seed, 0, corpus.words)
  const raw = join(folder, 'raw')
  mkdirSync(raw)
  let [written, own] = [0, 0]
  const ours = async () => {
    const next = touched(entry)
    const before = bytes()
    const time = await timed(() => journal.entries.save(next, next.revision - 1))
    ;[written, own] = [bytes() - before, encoded(entryFormat, next).length]
    entry = next
    return time
  }
  const floor = () => timed(() => writeRaw(raw, encoded(entryFormat, touched(entry))))
  try {
    // The first save of a sitting also keeps what was there before: it is among the warm-ups.
    const figures = await interleaved({ rounds: bench.quick ? 3 : 60, warmUps: 3 }, { ours, floor })
    return { ...figures, written, own }
  } finally {
    await journal.close()
  }
}

function touched(entry: Entry): Entry {
  const [first, ...others] = entry.sections
  if (!first) throw new Error('an entry without a section')
  return { ...entry, revision: entry.revision + 1, sections: [{ ...first, text: `${first.text}.` }, ...others] }
}

function writeRaw(folder: string, bytes: Uint8Array): void {
  const temporary = join(folder, 'entry.tmp')
  const file = openSync(temporary, 'w')
  writeSync(file, bytes)
  fsyncSync(file)
  closeSync(file)
  renameSync(temporary, join(folder, 'entry.json'))
  const opened = openSync(folder, 'r')
  fsyncSync(opened)
  closeSync(opened)
}
