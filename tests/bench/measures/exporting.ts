/** Exporting everything as Markdown, beside the bare way of the same documents through mdast, and beside a copy of the files that come out. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { AnswerDocument } from '#shared/document/document'
import { toMdast } from '#shared/document/toMdast'
import { repository } from '../../../scripts/runtime/repository'
import { presentExportFolder } from '../../../src/main/exports/exportFolder'
import { openExportThreads } from '../../../src/main/exports/openExportThreads'
import { everything, exportEntries } from '../../../src/main/services/exports/exportEntries'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { corpusOf } from '../corpus/corpus'
import { entriesOf } from '../corpus/texts'
import { interleaved, timed } from '../interleaved'
import type { Bench, Measure, Result } from '../measure'
import { spreadOf } from '../spread'

const goal = 1.2
/** As the app starts it. */
const script = join(repository, 'out/main/exports.cjs')
/** What a larger one takes says nothing more. */
const most = 10_000
const extensions = [gfmStrikethroughToMarkdown(), gfmTaskListItemToMarkdown()]

export const exporting: Measure = {
  id: 'export',
  async run(bench) {
    const results: Result[] = []
    for (const size of bench.sizes.filter((known) => known <= most)) results.push(...(await exportOf(bench, size)))
    return results
  },
}

async function exportOf(bench: Bench, size: number): Promise<Result[]> {
  const corpus = corpusOf(size)
  const documents = Array.from(entriesOf(corpus), ({ sections }) =>
    JSON.stringify(sections.map(({ answer }) => answer)),
  )
  const [out, copy] = [join(bench.scratch('export'), `${size}`), join(bench.scratch('export'), `${size}-copy`)]
  let files: readonly { readonly name: string; readonly bytes: Buffer }[] = []
  const figures = await interleaved(
    { rounds: bench.quick ? 1 : 3, warmUps: size < most && !bench.quick ? 1 : 0 },
    {
      async ours() {
        rmSync(out, { recursive: true, force: true })
        const time = await timed(() => exported(corpus.folder, out))
        files = readdirSync(out).map((name) => ({ name, bytes: readFileSync(join(out, name)) }))
        return time
      },
      floor: () => timed(() => documents.forEach(bareMarkdown)),
      copy() {
        rmSync(copy, { recursive: true, force: true })
        mkdirSync(copy)
        return timed(() => {
          for (const { name, bytes } of files) writeFileSync(join(copy, name), bytes)
        })
      },
    },
  )
  const ours = spreadOf(figures.ours)
  const beside = (id: string, name: string, floor: readonly number[], reached: number | null): Result => ({
    id,
    entries: size,
    ours,
    unit: 'ms',
    floor: { name, spread: spreadOf(floor) },
    goal: reached,
  })
  return [
    beside('export', 'bare mdast, one core, in memory', figures.floor, goal),
    beside('export-copy', 'plain copy of what came out', figures.copy, null),
  ]
}

async function exported(journal: string, folder: string): Promise<void> {
  const { entries } = await openJournalForReading({ folder: journal })
  const { renderer, folder: opened, close } = openExportThreads({ script, failed: (error) => console.error(error) })
  const openFolder = async () => opened(await presentExportFolder(folder, { journal }))
  const { written, failed, stopped } = await exportEntries({
    source: entries,
    period: everything,
    openDesk: () => ({ renderer, openFolder, close }),
  })
  if (written === 0 || failed.length > 0 || stopped) throw new Error('the export did not write everything')
}

function bareMarkdown(json: string): void {
  // As the corpus made them.
  const answers: AnswerDocument[] = JSON.parse(json)
  for (const answer of answers) toMarkdown(toMdast(answer), { bullet: '-', extensions })
}
