/** Titles, which become names of files, and what of names is made out of them. */
import { createExportNames, exportName } from '#shared/domain/export/exportName'
import { wordsFor } from '#shared/domain/template/newEntry'
import { parseAppLink } from '../../src/main/cli/appLink'
import { parseCommandLine } from '../../src/main/cli/commandLine'
import { idOf } from '../services/made'
import { blocksRun } from './blocksRun'
import { grows } from './grows'

const named = (title: string, number = 1) => ({
  kind: 'entry',
  day: '2026-03-02',
  title,
  firstWords: '',
  template: 'daily',
  id: idOf(number),
})

function titleGrows(dimension: string, make: (n: number) => string): void {
  grows(dimension, make, (title, count) => count(blocksRun(() => exportName(named(title)))))
}

titleGrows('words of a title', (n) => 'word '.repeat(n))
titleGrows('signs of a title', (n) => `a${'-!'.repeat(n)}`)
titleGrows('marks of a title', (n) => `a${'\u0301'.repeat(n)} ${'\u0301'.repeat(n)}b`)
grows(
  'entries of one title',
  (n) => Array.from({ length: n }, (_, at) => named('The same title', at)),
  (all, count) => count(blocksRun(() => all.map(createExportNames()))),
)
grows(
  'places of a name in a question',
  (n) => 'Did you ask {{manager}}? '.repeat(n),
  (words, count) => count(blocksRun(() => wordsFor(words, null))),
)
grows(
  'arguments of a command',
  (n) => [...Array(n).fill('--x'), '--export=x'],
  (argv, count) => count(blocksRun(() => parseCommandLine(argv))),
)
grows(
  'fields of a link',
  (n) => `throughline://capture?${'text=a%0D&'.repeat(n)}`,
  (link, count) => count(blocksRun(() => parseAppLink(link))),
)
