/** What a search knows of an entry and of a capture. */
import { expect, test } from 'vitest'
import { documentOfText } from '#shared/document/document'
import { newDocument, newList, newListItem, newText } from '#shared/document/newNodes'
import { newCapture } from '#shared/domain/capture/capture'
import { isCaptureRow } from '#shared/domain/capture/captureRow'
import { describedCapture } from '#shared/facts/describedCapture'
import { describedEntry, factsOfEntry } from '#shared/facts/describedEntry'
import { factsOfText } from '#shared/facts/writtenFacts'
import { madeEntry, madeSection } from '../services/made'

const entry = madeEntry(1, {
  title: '#Título @Dana',
  sections: [
    madeSection('A #Rétro with @Dana, #retro; mail a@b.c C#x', { question: 'In #which of @them, https://q.example?' }),
    madeSection('www.x.example'),
    madeSection('', { answer: newDocument([newList('check', [newListItem([newText('')], 1, 0, false)])]) }),
  ],
})

test('an entry has the facts of its title and answers, and not those of its questions', () => {
  expect(factsOfEntry(entry)).toEqual({
    tags: ['Título', 'Rétro', 'retro'],
    people: ['Dana'],
    projects: [],
    links: [{ address: 'https://www.x.example', text: 'www.x.example' }],
    tasks: [{ text: '', isDone: false }],
    hasTable: false,
  })
})

test('the search has them by their place, and nothing where there is nothing', () => {
  expect(describedEntry(entry).facts).toEqual([
    { section: null, tags: ['Título'], people: ['Dana'] },
    { section: 0, tags: ['Rétro', 'retro'], people: ['Dana'] },
    { section: 1, has: ['link'] },
    { section: 2, has: ['task'] },
  ])
})

test('the answer is the truth, and not the plain text beside it', () => {
  const section = { ...madeSection('#old'), answer: documentOfText('#new') }
  expect(factsOfEntry({ title: '', sections: [section] }).tags).toEqual(['new'])
})

test('a capture has the tags and people that are stored with it', () => {
  const now = { at: '2026-03-03T01:30:00.000Z', zone: 'UTC' }
  const text = '#Ship it with @Ann https://x.example'
  const capture = newCapture({ id: '01900000-0000-7000-8000-000000000001', now, dayEnds: '00:00', kind: 'win', text })
  const { tags, people } = factsOfText(text)
  expect({ tags, people }).toEqual({ tags: capture.tags, people: capture.people })
  const { facts, row } = describedCapture(capture)
  expect(isCaptureRow(row) && row.captureKind).toBe('win')
  expect(isCaptureRow({ ...row, kind: 'entry' })).toBe(false)
  expect(facts).toEqual([{ section: 0, tags: ['Ship'], people: ['Ann'], has: ['link'] }])
})
