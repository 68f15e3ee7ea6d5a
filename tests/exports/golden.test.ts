/** The files themselves, held against ones that were looked at; and their front matter, read back by a YAML parser. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { captureMarkdown } from '#shared/document/captureMarkdown'
import { documentOfText } from '#shared/document/document'
import { entryMarkdown } from '#shared/document/entryMarkdown'
import { fromMarkdown } from '#shared/document/fromMarkdown'
import { newDocument, newParagraph, newText } from '#shared/document/newNodes'
import { plainText } from '#shared/document/plainText'
import { toMarkdown } from '#shared/document/toMarkdown'
import { type CaptureDay, emptyCaptureDay } from '#shared/domain/capture/capture'
import type { Entry, Section } from '#shared/domain/entry/entry'
import { messages } from '#shared/messages/messages'
import { hostileText } from '../document/arbitraries'
import { checkMany } from '../document/checkMany'
import { madeCapture, madeEntry } from '../services/made'

const golden = (name: string) => join(import.meta.dirname, 'golden', name)

function section(markdown: string, part: Partial<Section> = {}): Section {
  const answer = fromMarkdown(markdown)
  return { prompt: null, question: null, practice: null, answer, text: plainText(answer), ...part }
}

const delivered = {
  prompt: 'daily.delivered',
  question: 'What did I finish today that helps someone?',
  practice: 'delivery',
} as const
const decided = {
  prompt: 'daily.decision',
  question: 'What did I decide, and what was it based on?',
  practice: 'ownership',
} as const
const tomorrow = {
  prompt: 'daily.tomorrow',
  question: 'What is the one thing for tomorrow?',
  practice: 'focus',
} as const

const usual = madeEntry(7, {
  day: '2026-11-24',
  created: { at: '2026-11-24T15:45:00.123Z', zone: 'Europe/Berlin' },
  updated: { at: '2026-11-25T07:01:02Z', zone: 'America/New_York' },
  title: 'The week the ledger moved',
  starred: true,
  revision: 12,
  sections: [
    section('The import runs **through**.\n\nSee [the plan](https://plans.example/ledger "v2").', delivered),
    section('', decided),
    section('1. Call Dana\n2. Write it down', tomorrow),
    section('Slept well.'),
  ],
})

const everyKind = madeEntry(8, {
  day: '2026-11-23',
  template: 'blank',
  sections: [
    section(
      [
        '# First',
        '## Second',
        '### Third',
        '###### Sixth',
        'Plain, **bold**, *italic*, ***both***, ~~gone~~, `code`, **`bold code`**.',
        'A line\\\nbroken.',
        '> Quoted *words*.',
        '- one\n  - within\n    - deeper\n- two',
        '3. three\n4. four',
        '- [x] done\n- [ ] to do',
        '```ts\nconst fence = "```"\n```',
        '---',
        '[mail](mailto:me@a.example) and <https://a.example/(b)>',
      ].join('\n\n'),
    ),
  ],
})

const hostile = madeEntry(9, {
  day: '2026-11-22',
  title: '--- "yes": [no] # ~ {a: b} \u202e turned 🙂',
  template: 'own: template\n---',
  sections: [
    { ...section('', { prompt: 'own.1', question: '# What?\n---\n- really?' }), ...words('---\ntitle: other\n---') },
    {
      ...section('', { prompt: 'own.2', question: 'null' }),
      ...words('1. a\r\n\t<script>alert(1)</script>\u0007 &amp; \\srv\\x'),
    },
    {
      ...section('', { prompt: 'own.3', question: 'Right to left?' }),
      ...words('\u200fשלום עולם \u202eabc\u202c ﷽ 👩‍👩‍👧'),
    },
  ],
})

function words(text: string): Pick<Section, 'answer' | 'text'> {
  return { answer: newDocument([newParagraph([newText(text)])]), text }
}

describe('a file', () => {
  test.each([
    ['usual.md', usual],
    ['every-kind.md', everyKind],
    ['hostile.md', hostile],
  ])('is %s to the letter', async (name, entry) => {
    await expect(entryMarkdown(entry)).toMatchFileSnapshot(golden(name))
  })

  test('keeps open questions out of its body, and has them in the front matter', () => {
    const text = entryMarkdown(usual)
    const body = text.slice(text.indexOf('\n---\n') + 5)
    expect(body).not.toContain(decided.question)
    expect(body).not.toContain(delivered.prompt)
    expect(frontMatterOf(text)).toMatchObject({ sections: [delivered, decided, tomorrow, { question: null }] })
  })
})

const caught: CaptureDay = {
  ...emptyCaptureDay('2026-03-02'),
  revision: 3,
  captures: [
    madeCapture(3, {
      kind: 'kudos',
      text: 'Thanks @Dana for the *quick* review #retro\n\n1. not a list\n---\n# nor a heading',
    }),
    madeCapture(1, { kind: 'win', text: 'The import ran.' }),
    madeCapture(2, { text: 'Thrown away', trashed: '2026-11-24T18:00:00Z' }),
  ],
}

test('the captures of a day are a file, to the letter; what is in the trash is not in it', async () => {
  const text = captureMarkdown(caught, messages.capturing.kinds) ?? ''
  await expect(text).toMatchFileSnapshot(golden('captures.md'))
  expect(text).not.toContain('Thrown away')
})

test('a day whose captures are all in the trash has no file', () => {
  const [, , thrown] = caught.captures
  expect(captureMarkdown({ ...caught, captures: thrown ? [thrown] : [] }, messages.capturing.kinds)).toBeNull()
})

test('what was caught comes back from Markdown letter for letter', () => {
  const text = hostileText.filter((given) => given.trim() !== '' && !/[\0\p{Cs}]/u.test(given))
  checkMany(
    'captures',
    text,
    (given) => {
      const capture = madeCapture(1, { text: given.replace(/\r\n?/g, '\n') })
      const file = captureMarkdown({ ...caught, captures: [capture] }, messages.capturing.kinds) ?? ''
      const body = file.slice(file.indexOf('\n---\n', 3) + 5)
      const told = plainText(fromMarkdown(body)).split('\n')
      const expected = plainText(fromMarkdown(toMarkdown(documentOfText(capture.text)))).split('\n')
      expect(told.slice(-expected.length)).toEqual(expected)
    },
    { all: 500, deep: 10_000 },
  )
})

test('the front matter has the ids of the sections, whatever else it says', () => {
  const looksLikeOne = '00000000-0000-5000-8000-000000000000'
  const asked = fc.oneof(fc.constantFrom('What?', looksLikeOne, `a ${looksLikeOne} b`), hostileText)
  const id = fc.oneof(fc.uuid(), fc.constantFrom('mine', looksLikeOne, '1e100000-0000-5000-8000-000000000001'))
  const sections = fc.uniqueArray(fc.record({ id, question: asked }), {
    minLength: 1,
    maxLength: 4,
    selector: (one) => one.id,
  })
  checkMany('ids in front matter', sections, (parts) => {
    const entry = madeEntry(1, { sections: parts.map((part) => section('x', part)) })
    const frontMatter = frontMatterOf(entryMarkdown(entry))
    expect(frontMatter).toEqual(fieldsOf(entry))
    expect(frontMatterOf(entryMarkdown(entry))).toEqual(frontMatter)
  })
})

test('the front matter says every field but the words, whatever they are', () => {
  const part = fc.record({
    title: hostileText,
    template: hostileText,
    zone: hostileText,
    question: fc.option(hostileText, { nil: null }),
    prompt: fc.option(hostileText, { nil: null }),
    starred: fc.boolean(),
  })
  checkMany(
    'front matter',
    part,
    ({ title, template, zone, question, prompt, starred }) => {
      const entry = madeEntry(1, {
        title,
        template,
        starred,
        created: { at: '2026-11-24T15:45:00Z', zone },
        sections: [section('x', { question, prompt })],
      })
      expect(frontMatterOf(entryMarkdown(entry))).toEqual(fieldsOf(entry))
    },
    { all: 1_000, deep: 20_000 },
  )
})

test.each([
  'a\tb',
  '\ta',
  'a\u2028b',
  'a\u2029b',
  'a\u0085b',
  'a\u007fb',
  'a\ufeffb',
  '=',
  '<<',
  ' \n',
  'a\n b\n',
  'yes',
  '12:30:45',
  '2026-11-24',
])('a title %j is the same to a reader of YAML 1.1 and of 1.2', (title) => {
  expect(frontMatterOf(entryMarkdown(madeEntry(1, { title })))).toMatchObject({ title })
})

/** What a reader of YAML 1.1 may fold, drop or refuse, wherever it stands; and its own words for a value and a merge. */
const unsafeInYaml =
  /[^\n\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]|: (?:=|<<)$/mu

/** As a reader of YAML 1.2 takes it; the older reading of `yes` and of dates has to be the same. */
function frontMatterOf(text: string): unknown {
  const end = text.indexOf('\n---\n', 3)
  expect(text.startsWith('---\n')).toBe(true)
  const yaml = text.slice(4, end + 1)
  expect(yaml).not.toMatch(unsafeInYaml)
  expect(parse(yaml, { version: '1.1' })).toEqual(parse(yaml))
  return parse(yaml)
}

function fieldsOf({ sections, ...fields }: Entry): unknown {
  const asked = sections.map(({ id, prompt, question, practice }) => ({ id, prompt, question, practice }))
  return { ...fields, sections: asked }
}
