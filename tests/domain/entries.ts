/** Small entries for tests: only what a test names, the rest plausible. */
import { documentOfText } from '#shared/document/document'
import type { Entry, Section } from '#shared/domain/entry/entry'
import type { PracticeId } from '#shared/domain/practice/practice'

export function section(part: Partial<Section> = {}): Section {
  const { text = '' } = part
  return { prompt: null, question: null, practice: null, answer: documentOfText(text), text, ...part }
}

export function asked(prompt: string, practice: PracticeId | null, text: string): Section {
  return section({ prompt, practice, question: `Question of ${prompt}?`, text })
}

export function entry(part: Partial<Entry> & Pick<Entry, 'day'>): Entry {
  const at = `${part.day}T17:00:00Z`
  return {
    schema: 1,
    id: '01890000-0000-7000-8000-000000000001',
    created: { at, zone: 'UTC' },
    updated: { at, zone: 'UTC' },
    template: 'daily',
    title: '',
    starred: false,
    revision: 1,
    sections: [section()],
    ...part,
  }
}
