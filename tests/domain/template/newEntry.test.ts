/** A new page asks its template's questions in the person's words and ends with room for anything. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '#shared/domain/day'
import { entrySchema } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import { builtInTemplates, findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { daily } from '#shared/domain/template/builtIn/daily'
import { newEntry, promptFor, rotationFor, tomorrowFrom, wordsFor } from '#shared/domain/template/newEntry'
import { type Template, tomorrowPromptId } from '#shared/domain/template/template'
import { asked, entry, section } from '../entries'

const day = '2026-03-10'
const emptyAnswer = { root: { children: [], type: 'root' } }

function made(template: Template, manager: string | null = null) {
  return newEntry({
    template,
    day,
    now: { at: '2026-03-10T16:30:00.000Z', zone: 'Europe/Berlin' },
    id: '0195800a-1111-7abc-8def-0123456789ab',
    manager,
    rotation: rotationFor(template, [], day),
    emptyAnswer,
  })
}

describe('a new entry', () => {
  it.each(builtInTemplates)('from $id is valid, unsaved, unanswered, and ends without a question', (template) => {
    const fresh = made(template)
    expect(entrySchema.parse(fresh)).toEqual(fresh)
    expect(fresh).toMatchObject({ revision: 0, day, template: template.id, title: '', starred: false })
    expect(fresh.created).toEqual(fresh.updated)
    expect(fresh.sections).toHaveLength(template.prompts.length + 1)
    expect(withSectionIds(fresh)).toBe(fresh)
    expect(fresh.sections.at(-1)).toEqual({
      id: expect.any(String),
      prompt: null,
      question: null,
      practice: null,
      answer: emptyAnswer,
      text: '',
    })
    for (const { question, prompt, text, answer } of fresh.sections.slice(0, -1)) {
      expect(question).toMatch(/\?$/)
      expect(question).not.toContain('{{')
      expect(prompt).not.toBeNull()
      expect(text).toBe('')
      expect(answer).toEqual(emptyAnswer)
    }
  })

  test('from the blank template is one section without a question', () => {
    const blank = findTemplate('blank')
    expect(blank && made(blank).sections.map(({ question }) => question)).toEqual([null])
  })

  test('from the daily template has the rotating pick in its place, under the pick’s own id and practice', () => {
    expect(made(daily).sections.map(({ prompt, practice }) => [prompt, practice])).toEqual([
      ['daily.delivered', 'delivery'],
      ['daily.focus', 'focus'],
      ['ownership.took-a-chance', 'ownership'],
      ['daily.tomorrow', 'focus'],
      [null, null],
    ])
    const yesterday = entry({
      day: addDays(day, -1),
      sections: [asked('ownership.took-a-chance', 'ownership', 'I rang them.')],
    })
    const next = newEntry({
      ...made(daily),
      template: daily,
      now: made(daily).created,
      manager: null,
      emptyAnswer,
      rotation: rotationFor(daily, [yesterday], day),
    })
    expect(next.sections[2]?.prompt).toBe('business.found-out')
  })

  test('without a rotation asks the first of the pool', () => {
    const bare = newEntry({
      ...made(daily),
      template: daily,
      now: made(daily).created,
      manager: null,
      emptyAnswer,
      rotation: new Map(),
    })
    expect(bare.sections[2]?.prompt).toBe('ownership.took-a-chance')
  })

  it('asks with the manager’s name', () => {
    const template = findTemplate('one-on-one')
    expect(template && made(template, 'Priya').sections[0]?.question).toBe('What matters most to Priya right now?')
    expect(template && made(template, '').sections[0]?.question).toBe('What matters most to my manager right now?')
  })
})

describe('the manager', () => {
  it('is "my manager" without a name, with a capital where a sentence begins', () => {
    expect(wordsFor('{{manager}} and I agreed. {{manager}}’s view? About {{manager}}.', null)).toBe(
      'My manager and I agreed. My manager’s view? About my manager.',
    )
    expect(wordsFor('{{manager}} and I agreed. About {{manager}}.', '  ')).toBe(
      'My manager and I agreed. About my manager.',
    )
  })

  it('is the name as it was given, whatever signs are in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (name) => {
        const tidy = name.replace(/\s+/g, ' ').trim()
        fc.pre(tidy !== '')
        expect(wordsFor('{{manager}} x {{manager}}', name)).toBe(`${tidy} x ${tidy}`)
      }),
    )
    expect(wordsFor('For {{manager}}.', ' Ada \n Byron ')).toBe('For Ada Byron.')
    expect(wordsFor('For {{manager}}.', "$& $1 $$ {{manager}} d'Arc")).toBe("For $& $1 $$ {{manager}} d'Arc.")
  })

  it('is named in hints too', () => {
    const prompt = { id: 'a', question: 'Who is {{manager}}?', hint: 'Often {{manager}}.', practice: null }
    expect(promptFor(prompt, 'Ada')).toEqual({ id: 'a', question: 'Who is Ada?', hint: 'Often Ada.', practice: null })
  })
})

describe('the one thing for tomorrow', () => {
  const saying = (back: number, text: string, time = '17:00:00Z') => {
    const written = addDays(day, -back)
    return entry({
      day: written,
      created: { at: `${written}T${time}`, zone: 'UTC' },
      sections: [asked('daily.focus', 'focus', 'Mails.'), asked(tomorrowPromptId, 'focus', text), section()],
    })
  }

  it('comes from the latest earlier page that named one', () => {
    const pages = [
      saying(5, 'Older.'),
      saying(2, '  Ring Ada.\n'),
      saying(1, ' '),
      saying(0, 'Today’s.'),
      saying(-1, 'Later.'),
    ]
    expect(tomorrowFrom(pages, day)).toEqual({ day: addDays(day, -2), text: 'Ring Ada.' })
    expect(tomorrowFrom(pages.toReversed(), day)).toEqual({ day: addDays(day, -2), text: 'Ring Ada.' })
  })

  it('is the last begun of one day’s pages, by the instant', () => {
    const pages = [
      saying(1, 'Second.', '17:00:00.5Z'),
      saying(1, 'First.', '17:00:00Z'),
      saying(1, 'Zeroth.', '16:59:59.999Z'),
    ]
    expect(tomorrowFrom(pages, day)?.text).toBe('Second.')
    expect(tomorrowFrom(pages.toReversed(), day)?.text).toBe('Second.')
  })

  it('is nothing in an empty journal', () => {
    expect(tomorrowFrom([], day)).toBeNull()
    expect(tomorrowFrom([entry({ day: addDays(day, -1) })], day)).toBeNull()
  })
})
