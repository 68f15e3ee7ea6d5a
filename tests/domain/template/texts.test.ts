/** Holds every text of the practices and the built-in templates to the rules they were written by. */
import { createHash } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { practiceIds } from '#shared/domain/practice/practice'
import { practice, practiceSource, practices } from '#shared/domain/practice/practices'
import {
  askable,
  builtInPrompt,
  builtInTemplates,
  defaultTemplate,
  findTemplate,
} from '#shared/domain/template/builtIn/builtInTemplates'
import { daily } from '#shared/domain/template/builtIn/daily'
import { wordsFor } from '#shared/domain/template/newEntry'
import { tomorrowPromptId } from '#shared/domain/template/template'
import sourceShingles from '../fixtures/sourceShingles.json' with { type: 'json' }

const prompts = builtInTemplates.flatMap((template) => template.prompts.flatMap(askable))
const questions = prompts.map((prompt) => prompt.question)
const hints = prompts.map((prompt) => prompt.hint)
const templateTexts = builtInTemplates.flatMap((template) => [template.name, template.purpose])
const practiceTexts = practices.flatMap(({ name, meaning, why }) => [name, meaning, why])
const all = [...questions, ...hints, ...templateTexts, ...practiceTexts]
const named = (words: string) => wordsFor(words, 'Alexandra')
const nameless = (words: string) => wordsFor(words, null)

describe('the templates', () => {
  it('are the nine, three of them shown first', () => {
    expect(builtInTemplates.map(({ id }) => id)).toEqual([
      'daily',
      'morning-focus',
      'delivered',
      'business',
      'decision',
      'strengths',
      'one-on-one',
      'weekly',
      'blank',
    ])
    expect(builtInTemplates.filter(({ primary }) => primary).map(({ id }) => id)).toEqual(['daily', 'weekly', 'blank'])
    expect(defaultTemplate.id).toBe('daily')
    expect(findTemplate('one-on-one')?.name).toBe('1:1 with my manager')
    expect(findTemplate('nothing')).toBeUndefined()
  })

  it('have ids of their own, prompts too', () => {
    const ids = [
      ...builtInTemplates.map(({ id }) => `template ${id}`),
      ...builtInTemplates.flatMap((template) =>
        template.prompts.flatMap((place) => ('rotates' in place ? [place.id] : [])),
      ),
      ...prompts.map(({ id }) => id),
    ]
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id } of prompts) expect(id).toMatch(/^[a-z-]+\.[a-z-]+$/)
    for (const prompt of prompts) expect(builtInPrompt(prompt.id)).toBe(prompt)
  })

  it('ask no question twice', () => {
    expect(new Set(questions).size).toBe(questions.length)
  })

  test('the daily page asks delivery, focus, a rotating question and the one thing for tomorrow', () => {
    expect(daily.prompts.map(({ id }) => id)).toEqual([
      'daily.delivered',
      'daily.focus',
      'daily.rotating',
      tomorrowPromptId,
    ])
    expect(daily.prompts.map((place) => ('rotates' in place ? 'rotates' : place.practice))).toEqual([
      'delivery',
      'focus',
      'rotates',
      'focus',
    ])
  })

  test('the daily page has at least five questions for each practice that rotates', () => {
    const pool = daily.prompts.flatMap((place) => ('rotates' in place ? place.rotates : []))
    const rotating = [...new Set(pool.map((prompt) => prompt.practice))]
    expect(rotating).toEqual(['ownership', 'business', 'strengths', 'partnership'])
    for (const id of rotating) {
      const own = pool.filter((prompt) => prompt.practice === id)
      expect(own.length).toBeGreaterThanOrEqual(5)
      for (const prompt of own) expect(prompt.id.startsWith(`${id}.`)).toBe(true)
    }
  })

  test('the weekly page asks about all six practices', () => {
    const asked = new Set(
      findTemplate('weekly')
        ?.prompts.flatMap(askable)
        .map((prompt) => prompt.practice),
    )
    for (const id of practiceIds) expect(asked).toContain(id)
  })

  it('name a practice with every question but keep and drop', () => {
    expect(prompts.filter((prompt) => prompt.practice === null).map(({ id }) => id)).toEqual([
      'weekly.keep',
      'weekly.drop',
    ])
  })

  it('take between one and fifteen minutes', () => {
    for (const { minutes } of builtInTemplates) {
      expect(Number.isInteger(minutes) && minutes >= 1 && minutes <= 15).toBe(true)
    }
  })

  it('use no placeholder but the manager', () => {
    for (const text of all) expect(text.replaceAll('{{manager}}', '')).not.toMatch(/[{}]/)
    for (const text of [...templateTexts, ...practiceTexts]) expect(text).not.toContain('{{')
  })

  it('say that asking about energy is our own wherever it is asked', () => {
    const energetic = prompts.filter((prompt) => /energy|tired/i.test(prompt.question))
    expect(energetic.length).toBeGreaterThanOrEqual(3)
    for (const { hint } of energetic) expect(hint).toContain('our own addition')
    expect(practice('strengths').why).toContain('our own addition')
  })
})

describe('the practices', () => {
  it('are the six, in their order, with their source', () => {
    expect(practices.map(({ id }) => id)).toEqual([...practiceIds])
    for (const id of practiceIds) expect(practice(id).id).toBe(id)
    expect(practiceSource).toEqual({
      author: 'Scot Herrick',
      title: 'Leadership for individual contributors – part III',
      publication: 'Job Performance',
    })
  })

  it.each(practices)('$id: a line of meaning, two or three sentences of why', ({ meaning, why }) => {
    expect(meaning.length).toBeLessThanOrEqual(80)
    expect(sentences(meaning)).toBe(1)
    expect(sentences(why)).toBeGreaterThanOrEqual(2)
    expect(sentences(why)).toBeLessThanOrEqual(3)
    expect(why.length).toBeLessThanOrEqual(360)
    expect(why).not.toContain('?')
  })
})

describe('a question', () => {
  it.each(questions)('%s', (question) => {
    for (const asked of [named(question), nameless(question)]) {
      expect(asked.length).toBeLessThanOrEqual(70)
      expect(asked.match(/\?/g)).toHaveLength(1)
      expect(asked.endsWith('?')).toBe(true)
      expect(sentences(asked)).toBe(1)
    }
    // Two questions in one.
    expect(question).not.toMatch(/\b(and|or|then)\s+(what|why|how|who|whom|when|where|which)\b/i)
    expect(question).not.toMatch(/[,;:–—]/)
    expect(question).not.toMatch(/\b(you|your|yours|yourself)\b/i)
    expect(question).not.toMatch(/\b(should I|ought|must|failed?|enough|not (do|finish|deliver)|didn’t)\b/i)
    expect(question).toMatch(sentenceCase)
  })
})

describe('a hint', () => {
  it.each(hints)('%s', (hint) => {
    for (const shown of [named(hint), nameless(hint)]) expect(shown.length).toBeLessThanOrEqual(90)
    expect(hint).not.toMatch(/[\r\n?]/)
    expect(hint).toMatch(/\.$/)
    expect(hint).not.toMatch(/\b(you|your|yours|yourself)\b/i)
    expect(sentences(hint)).toBeLessThanOrEqual(2)
    expect(hint).toMatch(sentenceCase)
  })
})

describe('a text', () => {
  it.each(all)('%s', (text) => {
    expect(text).not.toContain('!')
    expect(text).not.toMatch(/['"]/) // typographic quotes only
    expect(text).not.toMatch(/\s{2}|^\s|\s$|[\r\n]/)
    expect(text).not.toMatch(
      /\b(amazing|awesome|great|well done|good job|proud|excellent|congrat\w*|synerg\w*|leverag\w*|stakeholders?|impactful|alignment|KPIs?|OKRs?|bandwidth|deep dive|value[- ]add\w*|proactive\w*|low-hanging)\b/i,
    )
    expect(shinglesOf(text).filter((shingle) => source.has(shingle))).toEqual([])
  })

  it('would be caught with five words running from the source', () => {
    expect(source.size).toBeGreaterThan(300)
    const copied = 'So: it overcomes a lot of imperfections, they say.'
    expect(shinglesOf(copied).filter((shingle) => source.has(shingle))).toHaveLength(1)
  })

  test('the templates’ purposes are one line of help', () => {
    for (const { name, purpose } of builtInTemplates) {
      expect(name.length).toBeLessThanOrEqual(30)
      expect(purpose.length).toBeLessThanOrEqual(80)
      expect(sentences(purpose)).toBe(1)
      expect(purpose).toMatch(sentenceCase)
    }
  })
})

/** A capital at the beginning (or the manager), and after it only in "I" and at the start of a sentence. */
const sentenceCase = /^(\p{Lu}|\{\{manager\}\})(?:(?!(?<![.?]) (?!I\b)\p{Lu}).)*$/u

function sentences(text: string): number {
  return (text.match(/[.?…](\s|$)/g) ?? []).length
}

const source = new Set(sourceShingles)

/** Fingerprints of every five words running; the fixture holds those of the article, so that no copy of it is needed. */
function shinglesOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z0-9]+(?:'[a-z0-9]+)*/g) ?? []
  return words.slice(0, Math.max(0, words.length - 4)).map((_, at) =>
    createHash('sha1')
      .update(words.slice(at, at + 5).join(' '))
      .digest('hex')
      .slice(0, 16),
  )
}
