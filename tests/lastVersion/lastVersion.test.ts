/** A second device with the last version of the app opens, edits and saves what this one wrote, and takes no id, no mark and no table away. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type AnswerDocument, readDocument } from '#shared/document/document'
import { isMarkedType, marksIn, nodesIn, withSettledMarks } from '#shared/document/marks'
import { newDocument, newParagraph, newTable, newText } from '#shared/document/newNodes'
import { plainTextOf } from '#shared/document/plainText'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import { saveEntry } from '../../src/main/services/entries/saveEntry'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { deep } from '../effort'
import { madeEntry, madeSection, sentFrom, setClock } from '../services/made'

const repository = join(import.meta.dirname, '../..')
const lastVersion = '26d169d'
const isThere = spawnSync('git', ['cat-file', '-e', `${lastVersion}^{commit}`], { cwd: repository }).status === 0
const reason = deep ? (isThere ? '' : ` (skipped: the history lacks ${lastVersion})`) : ' (skipped: EFFORT is not deep)'

function marked(text: string, state: object): ReturnType<typeof newParagraph> {
  return { ...newParagraph([newText(text)]), $: state } as ReturnType<typeof newParagraph>
}

/** Each block with words, `!` where it is private, its id behind it. */
function shown(document: AnswerDocument): string[] {
  return nodesIn(document.root).flatMap((node) => {
    if (!isMarkedType(node.type)) return []
    const { isPrivate, id } = marksIn('$' in node ? node.$ : undefined)
    return [`${node.type} ${plainTextOf([node])}${isPrivate ? '!' : ''}${id && ` (${id})`}`]
  })
}

test.skipIf(reason !== '')(`the last version of the app leaves ids and marks${reason}`, async () => {
  const place = mkdtempSync(join(tmpdir(), 'throughline-last-'))
  onTestFinished(() => rmSync(place, { recursive: true }))
  const folder = join(place, 'journal')
  const answer = withSettledMarks(
    newDocument([
      marked('turned into a heading', { private: true, id: 'turned' }),
      marked('listed later', { private: true }),
      marked('split in two', { private: true }),
      marked('named words that are split', { id: 'named' }),
      newParagraph([newText('open')]),
      marked('joined to it', { private: true }),
      marked('typed', { private: true, id: 'typed' }),
    ]),
  )
  const table = newDocument([newTable([[[newText('kept')]]])])
  const parts = ['a', 'a', 'b', 'c'].map((prompt) =>
    madeSection('', { prompt, question: `${prompt}?`, answer: prompt === 'c' ? table : answer }),
  )
  // As after a section before them was taken away: this one can't be made again from its place.
  const entry = withSectionIds(
    madeEntry(1, { revision: 0, sections: parts.map((part, at) => (at === 1 ? { ...part, id: 'kept' } : part)) }),
  )
  const clock = setClock('2026-03-02T08:00:00.000Z')
  const first = await openJournal({ folder, clock, knownBefore: false })
  const saved = await saveEntry(sentFrom(entry), { entries: first.entries, clock })
  await first.close()

  const tree = join(place, 'last')
  mkdirSync(tree)
  const archive = spawnSync('git', ['archive', lastVersion], { cwd: repository, maxBuffer: 1 << 30 })
  expect(spawnSync('tar', ['-x'], { cwd: tree, input: archive.stdout }).status).toBe(0)
  symlinkSync(join(repository, 'node_modules'), join(tree, 'node_modules'))
  cpSync(join(import.meta.dirname, 'driveLastVersion.txt'), join(tree, 'tests/renderer/driveLastVersion.test.ts'))
  const run = spawnSync(
    process.execPath,
    [join(tree, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts', 'driveLastVersion'],
    { cwd: tree, encoding: 'utf8', env: { ...process.env, FOLDER: folder, EFFORT: 'quick' } },
  )
  expect(run.status, run.stdout + run.stderr).toBe(0)

  const again = await openJournal({ folder, clock: setClock('2026-03-04T08:00:00.000Z'), knownBefore: true })
  const back = await again.entries.read(saved.id)
  await again.close()
  expect(back.title).toBe(`${saved.title} edited`)
  expect(back.sections.map(({ id }) => id)).toEqual(saved.sections.map(({ id }) => id))
  const read = readDocument(back.sections[0]?.answer ?? { root: null })
  if (!read.ok) throw new Error('not a document')
  expect(shown(withSettledMarks(read.document))).toEqual([
    'heading turned into a heading! (turned)',
    'listitem listed later!',
    'paragraph sp!',
    'paragraph lit in two!',
    'paragraph n',
    'paragraph amed words that are split (named)',
    'paragraph openjoined to it!',
    'paragraph typed more! (typed)',
  ])
  expect(back.sections[1]?.answer).toEqual(saved.sections[1]?.answer)
  // What that version has no node for it shows as its words.
  expect(back.sections[3]).toEqual(saved.sections[3])
  expect(back.sections[3]?.text).toBe('kept')
})
