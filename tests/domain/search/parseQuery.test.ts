/** What people type, and what it is understood as. */
import { describe, expect, test } from 'vitest'
import { parseQuery } from '#shared/domain/search/query/parseQuery'
import type { Condition, Query } from '#shared/domain/search/query/query'

/** Wednesday 11 March 2026, in a week that began on Monday. */
const context = { today: '2026-03-11', weekStart: 1 }

/** A short spelling, so that the table can be read: `*` after a prefix, `!` before what is to be missing, `|` for OR. */
function spelled(condition: Condition): string {
  switch (condition.kind) {
    case 'words':
      return `${condition.words.join('_')}${condition.prefix ? '*' : ''}`
    case 'tag':
    case 'person':
    case 'project':
      return `${condition.kind}=${condition.name}${condition.prefix ? '*' : ''}`
    case 'days':
      return `${condition.from ?? ''}..${condition.to ?? ''}`
    case 'practice':
      return `practice=${condition.practice}`
    case 'template':
      return `template=${condition.template}`
    case 'captureKind':
      return `kind=${condition.captureKind}`
    case 'is':
      return `is=${condition.is}`
    case 'has':
      return `has=${condition.has}`
    case 'within':
      return `within=${condition.within}`
    case 'all':
      return `(${understood(condition)})`
  }
}

function understood({ clauses }: Pick<Query, 'clauses'>): string {
  return clauses.map(({ negated, anyOf }) => `${negated ? '!' : ''}${anyOf.map(spelled).join('|')}`).join(' ')
}

function mistaken(text: string, { mistakes }: Query): readonly string[] {
  return mistakes.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
}

describe('is understood', () => {
  test.each([
    // Words: the last is still being typed.
    ['', ''],
    ['plan', 'plan*'],
    ['plan ', 'plan*'],
    ['  The plan, the PLAN – ', 'the plan plan*'],
    ['plan* work', 'plan* work*'],
    ['plan is:starred', 'plan is=starred'],
    ['plan -', 'plan'],
    ['Crème C++ 50% #', 'creme c++ 50%*'],
    ['\ud83d … !?', ''],
    ['a\u0000b', 'a b*'],
    // Phrases are whole, until they are still being typed.
    ['"launch plan"', 'launch_plan'],
    ['“Launch  plan” x', 'launch_plan x*'],
    ['"launch, plan."', 'launch,_plan'],
    ['"launch pla*"', 'launch_pla*'],
    ['"launch pl', 'launch_pl*'],
    ['"well"-known', 'well known*'],
    ['5" nails', '5 nails*'],
    ['say "', 'say*'],
    ['"" x', 'x*'],
    // Not.
    ['plan -launch', 'plan !launch'],
    ['-launch plan', '!launch plan*'],
    ['-"big plan" -tag:x -#y -plan*', '!big_plan !tag=x !tag=y !plan*'],
    ['e-mail --force -- x', 'e-mail force x*'],
    ['–launch', 'launch*'],
    // Or joins neighbours.
    ['a b OR c d', 'a b|c d*'],
    ['a OR b OR "c d" e', 'a|b|c_d e*'],
    ['tag:x OR is:starred OR pla', 'tag=x|is=starred|pla*'],
    ['a or b', 'a or b*'],
    ['a OR', 'a'],
    ['ORDER', 'order*'],
    // Practices, templates, kinds: by id or name, or how either begins.
    ['practice:focus', 'practice=focus'],
    ['practice:deliver x', 'practice=delivery x*'],
    ['practice:"Build on Stréngths"', 'practice=strengths'],
    ['practice:b', 'practice=business|practice=strengths'],
    ['-practice:own', '!practice=ownership'],
    ['PRACTICE:Focus,', 'practice=focus'],
    ['template:daily', 'template=daily'],
    ['template:"weekly rev"', 'template=weekly'],
    ['template:morning-focus', 'template=morning-focus'],
    ['template:1:1', 'template=one-on-one'],
    ['kind:win', 'kind=win'],
    ['kind:dec', 'kind=decision'],
    ['is:starred is:capture is:entry', 'is=starred is=capture is=entry'],
    ['is:star', 'is=starred'],
    ['has:link has:task', 'has=link has=task'],
    // Tags and people, the last still being typed.
    ['#Retro', 'tag=retro*'],
    ['#été, x', 'tag=ete x*'],
    ['tag:retro x', 'tag=retro x*'],
    ['tag:#retro tag:ret* x', 'tag=retro tag=ret* x*'],
    ['tag:"retro"', 'tag=retro'],
    ['@Dana', 'person=dana*'],
    ['@Müller_2 person:@ann x', 'person=muller_2 person=ann x*'],
    ['-@dana', '!person=dana'],
    ['me@home C# a#b', 'me@home c# a#b*'],
    ['#a.b @ x', 'tag=a.b x*'],
    ['#4521 +1 @2026-03 x', '#4521 +1 @2026-03 x*'],
    ['+Apollo', 'project=apollo*'],
    ['-+apollo project:+Apo* x', '!project=apollo project=apo* x*'],
    ['@"Dana  Smith" x', 'person=dana smith x*'],
    ['tag:"two words" x', 'tag=two words x*'],
    ['tag:a,b x', 'tag=a,b x*'],
    // Parentheses.
    ['(a b) OR c', '(a b)|c*'],
    ['(a OR b) c', 'a|b c*'],
    ['(a b) c', 'a b c*'],
    ['((a) (b))', 'a b'],
    ['-(a b) c', '!(a b) c*'],
    ['a OR (b -c)', 'a|(b !c)'],
    ['x (a -b)', 'x (a !b)'],
    ['(#a,) ("b c")(d)', 'tag=a b_c d'],
    ['(see f(x) y) OR z', '(see f(x y)|z*'],
    [':) a) b', 'a b*'],
    ['() x', 'x*'],
    // Where all of it has to stand.
    ['in:page practice:focus x', 'within=page practice=focus x*'],
    ['in:answer a b', 'within=answer a b*'],
    ['in:pa', ''],
    // What only looks like an operator is words.
    ['http://x.example/a?b=1', 'http://x.example/a?b=1*'],
    ['note: buy milk', 'note buy milk*'],
    ['10:30', '10:30*'],
    ['re:plan', 're:plan*'],
    ['constructor:x toString:y', 'constructor:x tostring:y*'],
    // Days; the longest date wins, what follows it is words.
    ['on:2026-03-02', '2026-03-02..2026-03-02'],
    ['before:2026-03-02', '..2026-03-01'],
    ['after:2026-03-02', '2026-03-03..'],
    ['before:2026-03 after:2025', '..2026-02-28 2026-01-01..'],
    ['in:2026-Q1', '2026-01-01..2026-03-31'],
    ['in:march 2025 plan', '2025-03-01..2025-03-31 plan*'],
    ['on:last friday review', '2026-03-06..2026-03-06 review*'],
    ['on:"last friday" review', '2026-03-06..2026-03-06 review*'],
    ['in:2 weeks ago', '2026-02-23..2026-03-01'],
    ['on:3 march 2025 x', '2025-03-03..2025-03-03 x*'],
    ['before: 3 march', '..2026-03-02'],
    ['in:march OR x', '2026-03-01..2026-03-31|x*'],
    ['in:march -2025', '2026-03-01..2026-03-31 !2025'],
    ['in:march "2025"', '2026-03-01..2026-03-31 2025'],
    ['-in:2025', '!2025-01-01..2025-12-31'],
    ['in:march 45 x', '2026-03-01..2026-03-31 45 x*'],
    // At its end a text may go on: nothing is asked for yet, and nothing is said.
    ['pract', 'pract*'],
    ['plan practice:', 'plan'],
    ['plan -practice:', 'plan'],
    ['practice:"', ''],
    ['before:', ''],
    ['before:"', ''],
    ['before:l', ''],
    ['before:last f', ''],
    ['before:2 we', ''],
    ['before:2026-0', ''],
    ['before:2026-02-3', ''],
    ['in:2026-q', ''],
    ['in:q', ''],
    ['tag:', ''],
    // Each clause once.
    ['a a "a" a', 'a a*'],
  ])('%j as %j', (text, expected) => {
    const query = parseQuery(text, context)
    expect(understood(query)).toBe(expected)
    const unclosed = /^"launch pl$/.test(text)
    expect(mistaken(text, query)).toEqual(unclosed ? [`unclosedQuote: ${text}`] : [])
  })
})

describe('is mistaken', () => {
  test.each([
    ['plan practice:cooking', 'plan', ['unknownValue: practice:cooking']],
    ['template:xyz a', 'a*', ['unknownValue: template:xyz']],
    [
      'kind:thought is:done has:picture',
      '',
      ['unknownValue: kind:thought', 'unknownValue: is:done', 'unknownValue: has:picture'],
    ],
    ['-is:done x', 'x*', ['unknownValue: -is:done']],
    ['(a b', 'a b*', ['unclosedGroup: (a b']],
    ['x OR (a -b', 'x|(a !b)', ['unclosedGroup: (a -b']],
    ['tag:123 x', 'x*', ['unknownValue: tag:123']],
    ['on:someday plan', 'plan*', ['unknownValue: on:someday']],
    ['on:"last friday review"', '', ['unknownValue: on:"last friday review"']],
    ['before:last plan', 'plan*', ['unknownValue: before:last']],
    ['practice: focus', 'focus*', ['emptyOperator: practice:']],
    ['before: lunch', 'lunch*', ['emptyOperator: before:']],
    ['tag:"" x', 'x*', ['emptyOperator: tag:""']],
    ['before:"" x', 'x*', ['emptyOperator: before:""']],
    ['tag: is:starred', 'is=starred', ['emptyOperator: tag:']],
    ['on:2026-02-30', '', ['impossibleDate: on:2026-02-30']],
    ['on:30 february x', 'x*', ['impossibleDate: on:30 february']],
    ['in:2026-13 x', 'x*', ['impossibleDate: in:2026-13']],
    ['in:2026-Q5', '', ['impossibleDate: in:2026-Q5']],
    ['in:2026-W54', '', ['impossibleDate: in:2026-W54']],
    [
      'in:0000 after:9999 before:0001',
      '',
      ['impossibleDate: in:0000', 'impossibleDate: after:9999', 'impossibleDate: before:0001'],
    ],
    ['on:9999 years ago', '', ['impossibleDate: on:9999 years ago']],
    ['after:2026 before:2025 x', '2027-01-01.. x*', ['noCommonDay: before:2025']],
    ['on:2025-03-01 a in:april 2025', '2025-03-01..2025-03-01 a', ['noCommonDay: in:april 2025']],
    ['OR a', 'a*', ['danglingOr: OR']],
    ['a OR OR b', 'a|b*', ['danglingOr: OR']],
    ['a OR is:done OR b', 'a|b*', ['unknownValue: is:done']],
    ['a - b', 'a b*', ['danglingNot: -']],
    ['a OR -b', 'a !b', ['orWithNot: OR']],
    ['-a OR b c', '!a b c*', ['orWithNot: OR']],
    ['say "hello there', 'say hello_there*', ['unclosedQuote: "hello there']],
    ['practice:"build o', 'practice=strengths', ['unclosedQuote: practice:"build o']],
    ['on:"last friday', '2026-03-06..2026-03-06', ['unclosedQuote: on:"last friday']],
    ['OR - tag: x', 'x*', ['danglingOr: OR', 'danglingNot: -', 'emptyOperator: tag:']],
  ])('%j: what is left is %j', (text, expected, mistakes) => {
    const query = parseQuery(text, context)
    expect(understood(query)).toBe(expected)
    expect(mistaken(text, query)).toEqual(mistakes)
  })
})

test.each([
  ['a b', 'page'],
  ['practice:focus a', 'answer'],
  ['a OR (b practice:focus)', 'answer'],
  ['-practice:focus a', 'page'],
  ['practice:focus practice:delivery', 'page'],
  ['practice:focus OR practice:delivery a', 'answer'],
  ['in:page practice:focus a', 'page'],
  ['in:answer a', 'answer'],
])('%j is asked within one %s', (text, within) => {
  expect(parseQuery(text, context).within).toBe(within)
})

test('dates apart are no mistake where only one of them has to hold, or none', () => {
  for (const text of ['in:2025 OR in:2026', 'in:2025 -in:2025', 'in:2025 OR x in:2026']) {
    expect(parseQuery(text, context).mistakes).toEqual([])
  }
})

test('it is plain data, and keeps how the words were written', () => {
  const query = parseQuery('“Große Pläne” #Retro x:y on:xyz ', context)
  expect(structuredClone(query)).toEqual(query)
  expect(query.clauses.flatMap(({ anyOf }) => anyOf.flatMap((one) => ('typed' in one ? one.typed : [])))).toEqual([
    'Große Pläne',
    'Retro',
    'x:y',
  ])
})
