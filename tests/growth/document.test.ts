/** A page as it is saved: checked, cleaned, its words taken out, encoded for its file, and made ready for the list and the search. */
import { savedEntrySchema } from '#shared/contract/entries'
import { documentOfText as text } from '#shared/document/document'
import {
  newDocument,
  newLinebreak,
  newLink,
  newList,
  newListItem,
  newParagraph,
  newText,
} from '#shared/document/newNodes'
import type { Entry, StoredAnswer } from '#shared/domain/entry/entry'
import { prepareForSearch } from '#shared/domain/search/search'
import { describedEntry } from '#shared/facts/describedEntry'
import { saveEntry } from '../../src/main/services/entries/saveEntry'
import { decoded, encoded } from '../../src/main/storage/format/fileFormat'
import { entryFormat } from '../../src/main/storage/kinds/entryKind'
import { madeEntry, madeSection, sentFrom, setClock } from '../services/made'
import { blocksRun } from './blocksRun'
import { grows } from './grows'

const clock = setClock()

/** All that is done until the disk is waited for, and what the library does with the file. */
function save(answers: readonly StoredAnswer[], title = ''): void {
  const sections = answers.map((answer) => madeSection('', { answer }))
  const received = savedEntrySchema.parse(sentFrom(madeEntry(1, { revision: 0, title, sections })))
  const store = {
    read: () => Promise.reject(new Error('a page that was never saved is not read')),
    save: async (entry: Entry) => {
      const back = decoded(entryFormat, encoded(entryFormat, entry))
      prepareForSearch(describedEntry(back))
    },
  }
  void saveEntry(received, { entries: store, clock })
}

function answerGrows(dimension: string, make: (n: number) => StoredAnswer, largest?: number): void {
  grows(dimension, make, (answer, count) => count(blocksRun(() => save([answer]))), largest)
}

const many = <T>(n: number, make: (at: number) => T) => Array.from({ length: n }, (_, at) => make(at))
const paragraph = (nodes: Parameters<typeof newParagraph>[0]) => newDocument([newParagraph(nodes)])
const link = (url: string) => newLink(url, [newText('here')])

answerGrows('paragraphs', (n) => text('Some words\n'.repeat(n)))
answerGrows('empty paragraphs', (n) => text('\n'.repeat(n)))
answerGrows('words of a paragraph', (n) => text('words '.repeat(n)))
answerGrows('spaces within a paragraph', (n) => text(`a${' '.repeat(n)}b`))
answerGrows('letters that are normalized', (n) => text('é\u0301가ᄀ'.repeat(n)))
answerGrows('changes of format', (n) => paragraph(many(n, (at) => newText('word', at % 4))))
answerGrows('lines of a paragraph', (n) => paragraph(many(n, newLinebreak)))
answerGrows('links', (n) => paragraph(many(n, (at) => link(`https://a.example/${at}`))))
answerGrows('links that are none', (n) => paragraph(many(n, () => link('javascript:x'))))
answerGrows('spaces in links', (n) => paragraph(many(16, () => link(`https://a.example/?${' '.repeat(n)}x`))), 2048)
answerGrows('spaces behind links', (n) => paragraph(many(16, () => link(`https://a.example/${' '.repeat(n)}`))), 2048)
answerGrows('parts of an address', (n) => paragraph([link(`https://${'a.'.repeat(n)}example`)]), 1024)
answerGrows(
  'fields of a letter',
  (n) => paragraph(many(16, () => link(`mailto:a@b.example?${'cc=x&'.repeat(n)}`))),
  512,
)
answerGrows('tags', (n) => text(many(n, (at) => `#tag${at}`).join(' ')))
answerGrows('signs of tags', (n) => text('#@'.repeat(n)))
answerGrows('items of a list', (n) =>
  newDocument([
    newList(
      'bullet',
      many(n, (at) => newListItem([newText('item')], at + 1, 0)),
    ),
  ]),
)
answerGrows('fields that nobody knows', (n) => ({
  ...text('words'),
  ...Object.fromEntries(many(n, (at) => [`unknown${at}`, [at]])),
}))
grows(
  'questions',
  (n) => many(n, () => text('Some words')),
  (answers, count) => count(blocksRun(() => save(answers))),
  128,
)
