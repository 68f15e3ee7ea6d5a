/** Whatever is done to an answer, in any order: it can be saved, reads back equal and loses no word. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { requestSchemas } from '#shared/contract/requests'
import { isEditable } from '#shared/document/editable'
import { plainText } from '#shared/document/plainText'
import { saveEntry } from '../../src/main/services/entries/saveEntry'
import { decoded, encoded } from '../../src/main/storage/format/fileFormat'
import { entryFormat } from '../../src/main/storage/kinds/entryKind'
import { loadHtmlReader } from '../../src/renderer/editor/extensions/htmlReader'
import { checkManyAsync } from '../document/checkMany'
import { answers, editorOf, stored, textOf } from '../renderer/answers'
import { fakeEntryStore } from '../services/fakeEntryStore'
import { madeEntry, sentFrom, setClock } from '../services/made'
import { anyDocument, anyStep, type Hands, quiet } from './editorSteps'

beforeAll(async () => {
  await loadHtmlReader()
})

/** Letters and digits, without those that `taken` has: white space and signs may be written in another way. */
function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sign of text.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}

function lost(before: string, { adds, takes }: { adds: string; takes: string }, after: string): string[] {
  const [left, taken, there] = [wordsOf(before + adds), wordsOf(takes), wordsOf(after)]
  return [...left].flatMap(([sign, count]) => (count - (taken.get(sign) ?? 0) > (there.get(sign) ?? 0) ? [sign] : []))
}

/** What is on the disk after a save by the page's request. */
async function saved(answer: { root: unknown }) {
  const entry = madeEntry(1, { revision: 0 })
  const section = entry.sections[0]
  const sent = sentFrom(entry, {
    sections: [{ prompt: null, question: null, practice: null, ...section, answer }].map(
      ({ prompt, question, practice, answer: words }) => ({ prompt, question, practice, answer: words }),
    ),
  })
  const store = fakeEntryStore([])
  const next = await saveEntry(requestSchemas['entries.save'].parse(sent), { entries: store, clock: setClock() })
  return decoded(entryFormat, encoded(entryFormat, next)).sections[0]?.answer
}

test('any sequence of steps', async () => {
  await checkManyAsync(
    'steps in the editor',
    fc.tuple(anyDocument, fc.array(anyStep, { minLength: 1, maxLength: 12 })),
    async ([document, steps]) => {
      const page = answers([document])
      // What Lexical can't read whole is shown as its words.
      if (page.group.editors[0] === null) {
        expect(isEditable(document)).toBe(false)
        return
      }
      const editor = editorOf(page.group, 0)
      expect(lost(plainText(document), { adds: '', takes: '' }, textOf(editor)), 'loading').toEqual([])
      expect(page.changed).not.toHaveBeenCalled()
      const hands: Hands = { clipboard: null }
      for (const step of steps) {
        const before = textOf(editor)
        const change = await step.run(editor, hands)
        await quiet()
        expect(page.takenBack.mock.calls, step.name).toEqual([])
        const answer = stored(editor)
        const onDisk = await saved(answer)
        expect(onDisk, step.name).toEqual(answer)
        if (change) expect(lost(before, change, textOf(editor)), step.name).toEqual([])
      }
      const reopened = answers([stored(editor)])
      expect(stored(editorOf(reopened.group, 0))).toEqual(stored(editor))
      reopened.group.dispose()
      page.group.dispose()
    },
    { all: 150, deep: 10_000 },
  )
})
