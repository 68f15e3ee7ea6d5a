/** A key in a long page: the work it makes, beside a bare Lexical page, and the time until it is painted, beside a bare `contenteditable`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { emptyDocument } from '#shared/document/document'
import { newDocument, newParagraph, newText } from '#shared/document/newNodes'
import { plainText } from '#shared/document/plainText'
import { addDays } from '#shared/domain/day'
import { blank } from '#shared/domain/template/builtIn/blank'
import { newEntry } from '#shared/domain/template/newEntry'
import { encoded } from '../../../src/main/storage/format/fileFormat'
import { entryFormat, entryKind } from '../../../src/main/storage/kinds/entryKind'
import { recordPlace } from '../../../src/main/storage/records/recordFiles'
import { bareWindow } from '../app/bareWindow'
import { BenchApp } from '../app/benchApp'
import { buildBareApp } from '../app/builtFolders'
import { freshProfile } from '../app/profile'
import { typingIn } from '../app/typingIn'
import { corpusOf } from '../corpus/corpus'
import { lastDay, zone } from '../corpus/corpusEntry'
import { createRandom } from '../corpus/random'
import { sentenceBy } from '../corpus/writing'
import { interleaved } from '../interleaved'
import type { Bench, Measure, Result } from '../measure'
import { spreadOf } from '../spread'

const cpuGoal = 1.2
/** Words on the page, and the time to paint that is allowed there. */
const pages = [
  { words: 1_000, paintGoal: 1.6 },
  { words: 5_000, paintGoal: 1.4 },
  { words: 20_000, paintGoal: 1.3 },
]
const wordsInParagraph = 60

export const typing: Measure = {
  id: 'typing',
  async run(bench) {
    const results: Result[] = []
    for (const page of bench.quick ? pages.slice(0, 1) : pages) results.push(...(await typingOn(bench, page)))
    return results
  },
}

async function typingOn(bench: Bench, { words, paintGoal }: (typeof pages)[number]): Promise<Result[]> {
  const text = paragraphsOf(words)
  const bareFolder = await buildBareApp(bench.scratch(`bare-${words}`), new Map([['page', text]]))
  const profile = await freshProfile(bench, 0, `typing-${words}`)
  writeToday(join(profile.folder, 'journal'), text)
  const [ours, bare] = [await profile.launch(), await BenchApp.launch(bareFolder)]
  const sides = {
    ours: await typingIn(ours, await ours.page()),
    lexical: await typingIn(bare, await bareWindow(bare, 'lexical-page')),
    editable: await typingIn(bare, await bareWindow(bare, 'editable-page')),
  }
  const paints: Record<keyof typeof sides, number[]> = { ours: [], lexical: [], editable: [] }
  const turn = (name: keyof typeof sides) => async () => {
    const { cpu, paint } = await sides[name](bench.quick ? 10 : 40)
    paints[name].push(paint)
    return cpu
  }
  const cpu = await interleaved(
    { rounds: bench.quick ? 1 : 7, warmUps: 1 },
    { ours: turn('ours'), lexical: turn('lexical'), editable: turn('editable') },
  )
  const paint = (name: keyof typeof sides) => spreadOf(paints[name].slice(1))
  await ours.close()
  await bare.close()
  return [
    {
      id: `typing-cpu-${words}-words`,
      entries: 1,
      ours: spreadOf(cpu.ours),
      unit: 'ms/key',
      floor: { name: 'bare Lexical', spread: spreadOf(cpu.lexical) },
      goal: cpuGoal,
    },
    {
      id: `typing-paint-${words}-words`,
      entries: 1,
      ours: paint('ours'),
      unit: 'ms, p50',
      floor: { name: 'bare contenteditable', spread: paint('editable') },
      goal: paintGoal,
    },
  ]
}

/** Today's page, as if it had been written this morning. */
function writeToday(journal: string, paragraphs: readonly string[]): void {
  const day = addDays(lastDay, 1)
  const now = { at: `${day}T05:00:00Z`, zone }
  const entry = newEntry({
    template: blank,
    day,
    now,
    id: '019ca000-0000-7000-8000-000000000001',
    manager: 'Dana',
    rotation: new Map(),
    emptyAnswer: emptyDocument(),
  })
  const answer = newDocument(paragraphs.map((text) => newParagraph([newText(text)])))
  const sections = entry.sections.map((section) => ({ ...section, answer, text: plainText(answer) }))
  const file = join(journal, ...recordPlace(entryKind, day, entry.id))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, encoded(entryFormat, { ...entry, revision: 1, sections }))
}

function paragraphsOf(words: number): string[] {
  const writer = { random: createRandom(words), words: corpusOf(0).words }
  return Array.from({ length: Math.ceil(words / wordsInParagraph) }, () =>
    Array.from({ length: wordsInParagraph / 12 }, () => sentenceBy(writer, 12)).join(' '),
  )
}
