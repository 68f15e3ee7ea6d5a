/** What a written answer says beside its words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BlockNode } from '#shared/document/document'
import { fromMarkdown } from '#shared/document/fromMarkdown'
import { safeLink } from '#shared/document/linkPolicy'
import {
  newCode,
  newDocument,
  newHeading,
  newLinebreak,
  newLink,
  newList,
  newListItem,
  newParagraph,
  newQuote,
  newText,
} from '#shared/document/newNodes'
import { plainText } from '#shared/document/plainText'
import { toMarkdown } from '#shared/document/toMarkdown'
import { factsOfDocument } from '#shared/facts/documentFacts'
import type { WrittenFacts, WrittenLink } from '#shared/facts/writtenFacts'
import { documentsByKind } from '../document/arbitraries'
import { checkMany } from '../document/checkMany'

const none: WrittenFacts = { tags: [], people: [], projects: [], links: [], tasks: [], hasTable: false }
const words = (text: string) => newParagraph([newText(text)])
const task = (text: string, checked: boolean) => newListItem([newText(text)], 1, 0, checked)

const table: readonly (readonly [string, BlockNode[], Partial<WrittenFacts>])[] = [
  ['nothing', [words('nothing at all')], {}],
  ['an empty page', [], {}],
  [
    'a tag and a person, each once',
    [words('#Rétro @Dana'), newHeading('h2', [newText('#Rétro')])],
    { tags: ['Rétro'], people: ['Dana'] },
  ],
  ['both spellings, as they are written', [words('#Retro #retro')], { tags: ['Retro', 'retro'] }],
  ['a tag of two formats', [newParagraph([newText('#re', 1), newText('tro')])], { tags: ['retro'] }],
  ['no tag over the end of a block', [words('#re'), words('tro')], { tags: ['re'] }],
  ['no tag over a line break', [newParagraph([newText('#re'), newLinebreak(), newText('tro')])], { tags: ['re'] }],
  ['no person in an address', [words('mail a@b.c, C#x')], {}],
  [
    'a tag in a quote and an item, and none in code',
    [
      newCode([newText('#a')]),
      newQuote([newText('#b'), newText(' @Override', 16), newText('#x')]),
      newList('bullet', [newListItem([newText('#c')], 1, 0)]),
    ],
    { tags: ['b', 'c'] },
  ],
  [
    'people and projects, with dots and spaces, and no numbers',
    [words('@"Dana Smith" +apollo-2 #v1.2. #4521 1+1 +1 a+b C++ @2026')],
    { tags: ['v1.2'], people: ['Dana Smith'], projects: ['apollo-2'] },
  ],
  [
    'no tag in an address',
    [words('https://x.example/?to=@dana #b')],
    {
      tags: ['b'],
      links: [{ address: 'https://x.example/?to=@dana', text: 'https://x.example/?to=@dana' }],
    },
  ],
  [
    'no tag in the words of a link',
    [newParagraph([newLink('https://x.example/', [newText('#a')]), newText(' #b')])],
    {
      tags: ['b'],
      links: [{ address: 'https://x.example/', text: '#a' }],
    },
  ],
  [
    'a link',
    [newParagraph([newText('see '), newLink('https://x.example/', [newText('he'), newText('re', 1)])])],
    { links: [{ address: 'https://x.example/', text: 'here' }] },
  ],
  [
    'a link that is not safe',
    [newParagraph([newLink('javascript:alert(1)', [newText('here')])])],
    { links: [{ address: 'javascript:alert(1)', text: 'here' }] },
  ],
  [
    'an address that is written out',
    [words('see HTTPS://x.example/a.')],
    { links: [{ address: 'https://x.example/a', text: 'HTTPS://x.example/a' }] },
  ],
  ['no address', [words('see http:// or x.example')], {}],
  [
    'an address of two formats',
    [newParagraph([newText('https://x.ex', 1), newText('ample')])],
    { links: [{ address: 'https://x.example', text: 'https://x.example' }] },
  ],
  [
    'an address under an address, once',
    [newParagraph([newLink('https://x.example/', [newText('https://x.example/')])])],
    { links: [{ address: 'https://x.example/', text: 'https://x.example/' }] },
  ],
  [
    'links in the order in which they are read',
    [
      newParagraph([
        newText('https://a.example '),
        newLink('https://b.example/', [newText('b')]),
        newText(' https://c.example'),
      ]),
      words('https://d.example'),
    ],
    {
      links: [
        { address: 'https://a.example', text: 'https://a.example' },
        { address: 'https://b.example/', text: 'b' },
        { address: 'https://c.example', text: 'https://c.example' },
        { address: 'https://d.example', text: 'https://d.example' },
      ],
    },
  ],
  [
    'tasks',
    [newList('check', [task('one', true), task('two', false), task('', false)])],
    {
      tasks: [
        { text: 'one', isDone: true },
        { text: 'two', isDone: false },
        { text: '', isDone: false },
      ],
    },
  ],
  [
    'a task of two lines',
    [newList('check', [newListItem([newText('one'), newLinebreak(), newText('two')], 1, 0, false)])],
    {
      tasks: [{ text: 'one\ntwo', isDone: false }],
    },
  ],
  [
    'tasks below a task',
    [
      newList('check', [
        task('one', false),
        newListItem([newList('check', [task('two', true)])], 2, 0),
        task('three', false),
      ]),
    ],
    {
      tasks: [
        { text: 'one', isDone: false },
        { text: 'two', isDone: true },
        { text: 'three', isDone: false },
      ],
    },
  ],
  [
    'a list without tasks below a task',
    [
      newList('check', [
        task('one', false),
        newListItem([newList('bullet', [newListItem([newText('two')], 1, 1)])], 2, 0),
      ]),
    ],
    {
      tasks: [{ text: 'one', isDone: false }],
    },
  ],
  [
    'a task in a quote, as other programs write it',
    [{ ...newQuote([]), children: [newList('check', [task('one', true)])] }],
    { tasks: [{ text: 'one', isDone: true }] },
  ],
  ['a list without tasks', [newList('bullet', [newListItem([newText('one')], 1, 0)])], {}],
  ['a task list without an item', [newList('check', [])], {}],
]

/** Markdown has no link without words, nor one that leads nowhere; an address with signs that it reads becomes a link as far as it goes for it. */
function isSaid({ address, text }: WrittenLink): boolean {
  return safeLink(address) === address && text !== '' && (address !== text || !/[*~`\\_&\]]/.test(text))
}

/** The words that are code: in a table Markdown has not all of them. */
function codeOf(document: unknown): string {
  if (typeof document !== 'object' || document === null) return ''
  const { text, format }: { text?: unknown; format?: unknown } = document
  if (typeof text === 'string') return typeof format === 'number' && format & 16 ? text : ''
  return Object.values(document).map(codeOf).join('')
}

/** An item without words that holds a list is an item of its own in Markdown. */
function withWords(facts: WrittenFacts): WrittenFacts {
  return { ...facts, tasks: facts.tasks.filter(({ text }) => text !== '') }
}

describe('the facts of a document', () => {
  test.each(table)('%s', (_, blocks, expected) => {
    expect(factsOfDocument(newDocument(blocks))).toEqual({ ...none, ...expected })
  })

  const marked = fc.constantFrom(
    '#one',
    '@Ann',
    '#ü-2',
    'https://x.example/a',
    'www.y.example',
    'a@b.c',
    'words',
    '#',
    'C#',
  )
  const said = fc.array(marked, { maxLength: 5 }).map((all) => all.join(' '))
  const page = fc
    .array(
      fc.oneof(
        said.map(words),
        said.map((text) => newHeading('h2', [newText(text)])),
        said.map((text) => newQuote([newText(text)])),
        fc
          .tuple(said, said)
          .map(([before, under]) =>
            newParagraph([newText(`${before} `), newLink('https://l.example/', [newText(under)])]),
          ),
        fc.array(fc.tuple(said, fc.boolean()), { minLength: 1, maxLength: 4 }).map((items) =>
          newList(
            'check',
            items.map(([text, done]) => task(text, done)),
          ),
        ),
      ),
      { maxLength: 4 },
    )
    .map(newDocument)

  const withFacts = 'a page with facts'
  test.each([[withFacts, page] as const, ...Object.entries(documentsByKind)])(
    'of %s are those of its Markdown',
    (kind, documents) => {
      let same = 0
      checkMany(`facts of ${kind}`, documents, (document) => {
        const back = fromMarkdown(toMarkdown(document))
        // What Markdown can't say of a text changes its words.
        if (plainText(back) !== plainText(document) || codeOf(back) !== codeOf(document)) return
        if (!factsOfDocument(document).links.every(isSaid)) return
        same += 1
        expect(withWords(factsOfDocument(back))).toEqual(withWords(factsOfDocument(document)))
      })
      // Of the hostile ones there may be none among a few that Markdown can say.
      if (kind === withFacts) expect(same).toBeGreaterThan(0)
    },
  )
})

describe('what another program wrote', () => {
  const link = { type: 'link', url: 'https://x.example', children: [{ type: 'text', text: 'here #tag' }] }

  test('is looked through however deep it is', () => {
    let deep: unknown = link
    for (let level = 0; level < 100_000; level += 1) deep = { children: [deep] }
    expect(factsOfDocument({ root: deep })).toEqual({
      ...none,
      links: [{ address: 'https://x.example', text: 'here #tag' }],
    })
    for (let level = 0; level < 100_000; level += 1) deep = { type: 'list', listType: 'check', children: [deep] }
    expect(factsOfDocument({ root: deep }).links).toHaveLength(1)
    for (let level = 0; level < 100_000; level += 1) deep = { type: 'link', children: [{ further: [deep] }] }
    expect(factsOfDocument({ root: deep }).links).not.toEqual([])
  })

  test.each([null, 'link', { length: 3 }, 3, undefined])('has no children in %j', (children) => {
    expect(factsOfDocument({ root: { type: 'root', children } })).toEqual(none)
  })

  test('has links without an address and tasks without a shape', () => {
    const root = {
      children: [
        { type: 'link', url: 5, children: [null, 1, {}] },
        { listType: 'check', children: [null, {}, { checked: 'yes' }] },
      ],
    }
    expect(factsOfDocument({ root })).toEqual({
      ...none,
      links: [{ address: '', text: '' }],
      tasks: [
        { text: '', isDone: false },
        { text: '', isDone: false },
      ],
    })
  })

  test('is never called', () => {
    const call = () => {
      throw new Error('called')
    }
    const nodes = {
      toString: call,
      toJSON: call,
      children: [{ type: 'text', text: '#a', toString: call, end: call }, call],
    }
    expect(factsOfDocument({ root: nodes }).tags).toEqual(['a'])
  })

  test('may be anything', () => {
    const anything = fc.anything({
      withNullPrototype: true,
      maxDepth: 6,
      key: fc.constantFrom('type', 'text', 'url', 'children', 'listType', 'checked', 'root', 'x'),
    })
    checkMany('facts of anything', anything, (root) => {
      const { tags, links, tasks } = factsOfDocument({ root })
      expect([tags, links, tasks].every(Array.isArray)).toBe(true)
    })
  })
})
