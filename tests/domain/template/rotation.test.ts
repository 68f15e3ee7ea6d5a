/** The rotation is the same for the same journal and day, forgets nothing for long, and looks only at earlier days. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, type Day, weekdayOf } from '#shared/domain/day'
import { isAnswered } from '#shared/domain/entry/entry'
import { practiceIds } from '#shared/domain/practice/practice'
import { daily } from '#shared/domain/template/builtIn/daily'
import { nextPrompt, type PastPage, promptsInTurn } from '#shared/domain/template/rotation'
import type { Prompt, RotatingPrompt } from '#shared/domain/template/template'
import { runs } from '../../effort'
import { asked, entry } from '../entries'

const place = daily.prompts.find((candidate): candidate is RotatingPrompt => 'rotates' in candidate) ?? {
  id: '',
  rotates: [],
}
const pool = place.rotates
const today = '2026-03-10'

function idsOf(prompts: readonly Prompt[]): string[] {
  return prompts.map(({ id }) => id)
}

function first(pages: readonly PastPage[], day: Day = today): Prompt | undefined {
  return promptsInTurn(place, pages, day)[0]
}

/** Pages around today with sections from the pool and from elsewhere, answered or not. */
const pages: fc.Arbitrary<PastPage[]> = fc.array(
  fc
    .record({
      offset: fc.integer({ min: -60, max: 10 }),
      sections: fc.array(
        fc
          .record({
            prompt: fc.oneof(
              fc.constantFrom(...pool).map(({ id, practice }) => ({ id, practice })),
              fc.constantFrom(...practiceIds).map((practice) => ({ id: `elsewhere.${practice}`, practice })),
            ),
            text: fc.constantFrom('', ' \n', 'Something.'),
          })
          .map(({ prompt, text }) => asked(prompt.id, prompt.practice, text)),
        { maxLength: 6 },
      ),
    })
    .map(({ offset, sections }) => ({ day: addDays(today, offset), sections })),
  { maxLength: 40 },
)

describe('an empty journal', () => {
  it('asks about ownership first, then goes round the practices', () => {
    const inTurn = promptsInTurn(place, [], today)
    expect(inTurn.slice(0, 5).map(({ practice }) => practice)).toEqual([
      'ownership',
      'business',
      'strengths',
      'partnership',
      'ownership',
    ])
    expect(inTurn[0]?.id).toBe('ownership.took-a-chance')
  })
})

describe('the practice', () => {
  const day = (back: number, ...ids: readonly string[]) =>
    entry({
      day: addDays(today, -back),
      sections: ids.map((id) => asked(id, pool.find((prompt) => prompt.id === id)?.practice ?? null, 'Yes.')),
    })

  it('is the one answered longest ago', () => {
    const written = [
      day(4, 'strengths.growing'),
      day(3, 'ownership.settled'),
      day(2, 'business.number'),
      day(1, 'partnership.need'),
    ]
    expect(first(written)?.practice).toBe('strengths')
    expect(
      promptsInTurn(place, written, today)
        .slice(0, 4)
        .map(({ practice }) => practice),
    ).toEqual(['strengths', 'ownership', 'business', 'partnership'])
  })

  it('counts as answered from any template', () => {
    const elsewhere = entry({ day: addDays(today, -1), sections: [asked('decision.made', 'ownership', 'To wait.')] })
    expect(first([elsewhere])?.practice).toBe('business')
  })

  it('does not count as answered when the question stayed open, but another prompt is asked', () => {
    const open = entry({ day: addDays(today, -1), sections: [asked('ownership.took-a-chance', 'ownership', ' ')] })
    expect(first([open])?.id).toBe('ownership.settled')
  })

  it('is not moved by the day’s own page or a later one', () => {
    const written = [day(0, 'ownership.settled'), day(-1, 'ownership.took-a-chance')]
    expect(first(written)?.id).toBe('ownership.took-a-chance')
  })

  it('keeps to the fixed order between practices answered on one day', () => {
    const weekly = day(3, 'partnership.need', 'strengths.growing', 'business.number', 'ownership.settled')
    expect(
      promptsInTurn(place, [weekly], today)
        .slice(0, 4)
        .map(({ practice }) => practice),
    ).toEqual(['ownership', 'business', 'strengths', 'partnership'])
  })
})

describe('for any journal', () => {
  it('depends on what is in it, not on its order', () => {
    fc.assert(
      fc.property(pages, fc.infiniteStream(fc.nat()), (written, order) => {
        const shuffled = written
          .map((page) => ({ page, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ page }) => page)
        expect(idsOf(promptsInTurn(place, shuffled, today))).toEqual(idsOf(promptsInTurn(place, written, today)))
      }),
    )
  })

  it('leaves out the day itself and later days', () => {
    fc.assert(
      fc.property(pages, (written) => {
        const before = written.filter((page) => page.day < today)
        expect(idsOf(promptsInTurn(place, written, today))).toEqual(idsOf(promptsInTurn(place, before, today)))
      }),
    )
  })

  it('offers every prompt exactly once, and each practice before any a second time', () => {
    fc.assert(
      fc.property(pages, (written) => {
        const inTurn = promptsInTurn(place, written, today)
        expect(idsOf(inTurn).toSorted()).toEqual(idsOf(pool).toSorted())
        expect(new Set(inTurn.slice(0, 4).map(({ practice }) => practice)).size).toBe(4)
      }),
    )
  })

  it('picks as the rule says: no practice was answered longer ago, none of its prompts asked longer ago', () => {
    fc.assert(
      fc.property(pages, (written) => {
        const sections = written
          .filter((page) => page.day < today)
          .flatMap((page) =>
            page.sections.map((section) => ({ ...section, day: page.day, answered: isAnswered(section) })),
          )
        const latest = (days: readonly Day[]) => days.toSorted().at(-1) ?? ''
        const answered = (practice: string | null) =>
          latest(sections.filter((section) => section.practice === practice && section.answered).map(({ day }) => day))
        const lastAsked = (id: string) => latest(sections.filter(({ prompt }) => prompt === id).map(({ day }) => day))
        const pick = first(written)
        expect(pick).toBeDefined()
        if (pick === undefined) return
        for (const other of pool) {
          expect(answered(pick.practice) <= answered(other.practice)).toBe(true)
          if (other.practice === pick.practice) expect(lastAsked(pick.id) <= lastAsked(other.id)).toBe(true)
        }
      }),
    )
  })
})

describe('over weeks', () => {
  it('asks each practice every fourth day and no prompt twice within four weeks, whatever was there before', () => {
    fc.assert(
      fc.property(pages, (before) => {
        const written = before.filter((page) => page.day < today)
        const picks: Prompt[] = []
        for (let back = 0; back < 60; back += 1) {
          const day = addDays(today, back)
          const pick = first(written, day)
          if (pick === undefined) throw new Error('nothing to ask')
          picks.push(pick)
          written.push({ day, sections: [asked(pick.id, pick.practice, 'An answer.')] })
        }
        const settled = picks.slice(4)
        for (const [at, pick] of settled.entries()) {
          const since = settled.slice(at + 1).findIndex(({ practice }) => practice === pick.practice)
          expect(since === 3 || (since === -1 && at >= settled.length - 4)).toBe(true)
          const again = settled.slice(at + 1).findIndex(({ id }) => id === pick.id)
          expect(again === -1 || again + 1 >= 28).toBe(true)
        }
      }),
      { numRuns: runs({ all: 25, deep: 500 }) },
    )
  })
})

describe('over weeks, when only the last four of them are looked at', () => {
  it('asks every prompt of the pool before any comes again', () => {
    const written: PastPage[] = []
    const picks: string[] = []
    for (let later = 0; picks.length < 120; later += 1) {
      const day = addDays(today, later)
      if (weekdayOf(day) > 5) continue
      const recent = written.filter((page) => page.day >= addDays(day, -28))
      const pick = first(recent, day)
      if (pick === undefined) throw new Error('nothing to ask')
      picks.push(pick.id)
      written.push({ day, sections: [asked(pick.id, pick.practice, 'An answer.')] })
    }
    for (const [at, id] of picks.entries()) {
      const again = picks.indexOf(id, at + 1)
      if (again !== -1) expect(again - at).toBeGreaterThanOrEqual(28)
    }
    expect(new Set(picks).size).toBe(pool.length)
  })
})

describe('asking for something else', () => {
  it('goes through all prompts and comes back to the first', () => {
    fc.assert(
      fc.property(pages, (written) => {
        const inTurn = promptsInTurn(place, written, today)
        const seen = [inTurn[0]?.id]
        for (let step = 1; step < inTurn.length; step += 1) seen.push(nextPrompt(inTurn, seen.at(-1) ?? null)?.id)
        expect(seen).toEqual(idsOf(inTurn))
        expect(nextPrompt(inTurn, seen.at(-1) ?? null)).toBe(inTurn[0])
      }),
    )
  })

  it('begins with the first when the current prompt is not among them, and has nothing in an empty place', () => {
    const inTurn = promptsInTurn(place, [], today)
    expect(nextPrompt(inTurn, 'gone')).toBe(inTurn[0])
    expect(nextPrompt(inTurn, null)).toBe(inTurn[0])
    expect(nextPrompt([], null)).toBeNull()
    expect(promptsInTurn({ id: 'none', rotates: [] }, [], today)).toEqual([])
  })
})

test('a place with prompts of no practice works too', () => {
  const own: RotatingPrompt = {
    id: 'own',
    rotates: ['a', 'b'].map((id) => ({ id, question: `${id}?`, hint: '', practice: null })),
  }
  const written = [entry({ day: addDays(today, -1), sections: [asked('a', null, 'Yes.')] })]
  expect(idsOf(promptsInTurn(own, written, today))).toEqual(['b', 'a'])
})
