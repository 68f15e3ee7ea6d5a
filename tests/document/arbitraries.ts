/** Documents that try to be misread: for each kind of node, texts that look like Markdown, HTML, or nothing at all. */
import fc from 'fast-check'
import type { AnswerDocument, InlineNode, ListItemNode, ListNode, ListType, PageBlock } from '#shared/document/document'
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
  newRule,
  newTab,
  newTable,
  newText,
} from '#shared/document/newNodes'

/** Parted by spaces that are no part of them. */
const marks = `
  # ## ###### \\srv \\ \\\\ 1. 1) 10. 0. - + * [x] [ ] -[] *a* _a_ **a** a_b_c ~~a~~ * _ ~ ** __ ~~ *** *_~ \` \`\` \`\`\` ~~~ \`a\`
  <b> </b> <!-- --> <!----> <?x?> <script> <a@b.c> <1@b.c> <https://a.example> &amp; & &#35; &#x; &copy [x](y) ![x](y) [ ]
  ]( [x]: [^1] ! ( ) < > | |-|-| : --- === *** ___ é e\u0301 日本語 。 「」 العربية עברית 👩‍👩‍👧 🇩🇪 😀 𝒳 ß İ ﬁ “” … – $ $$ % @
  a@b.example https://a.example www.a.example { } {{x}} ^ " ' = + / // ; . 1 a word`
  .split(/[ \n]+/)
  .filter((mark) => mark !== '')
const spaced = [
  '# x',
  '1. a',
  '- ',
  '- [ ] ',
  '[x] ',
  '> a',
  '| a | b |',
  '|',
  '\\|',
  '<br>',
  '- - -',
  '    a',
  'a  ',
  '  a',
  'two words',
  '` `',
]
const unseen = [
  '\t',
  ' ',
  '  ',
  '\u00a0',
  '\u2003',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\u202e',
  '\u200d',
  '\u00ad',
  '\u0001',
  '\u007f',
]
const trap = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...marks) },
  { weight: 2, arbitrary: fc.constantFrom(...spaced) },
  { weight: 2, arbitrary: fc.constantFrom(...unseen) },
)

export const hostileText = fc.oneof(
  { weight: 5, arbitrary: fc.array(trap, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.array(trap, { minLength: 2, maxLength: 5 }).map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, unit: 'grapheme', maxLength: 12 }) },
)

/** Without what no Markdown file can hold, and without line ends. */
export const tellableText = hostileText
  .map((text) => text.replace(/[\0\p{Cs}]/gu, '\ufffd').replace(/[\r\n]/g, ''))
  .filter((text) => text !== '')

const formats = fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 20, 23)
const leaf: fc.Arbitrary<InlineNode> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(hostileText, formats).map(([text, format]) => newText(text, format)) },
  { weight: 1, arbitrary: fc.constant(newLinebreak()) },
  { weight: 1, arbitrary: formats.map(newTab) },
)
const urls = [
  'https://a.example',
  'http://a.example/x?y=1&z=2#f',
  'mailto:me@a.example',
  'https://a.example/(b)',
  'javascript:x',
]
const url = fc.oneof(
  fc.constantFrom(...urls),
  hostileText.map((text) => `https://a.example/${text}`),
  hostileText,
)
const link = fc
  .tuple(url, fc.array(leaf, { maxLength: 4 }), fc.option(hostileText, { nil: null }))
  .map(([target, children, title]) => newLink(target, children, title))
const inline: fc.Arbitrary<InlineNode[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: leaf }, { weight: 1, arbitrary: link }),
  { maxLength: 8 },
)

const plain = hostileText.map((text) => newText(text))
const plainOnly = plain.map((text): InlineNode[] => [text])
const withFormats = (some: fc.Arbitrary<number>) =>
  fc
    .array(fc.tuple(hostileText, some), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.map(([text, format]) => newText(text, format)))
const lines = fc.array(fc.oneof(plain, fc.constant(newLinebreak()), fc.constant(newTab())), { maxLength: 8 })

const paragraph = inline.map(newParagraph)
const levels = fc.constantFrom('h1', 'h2', 'h3', 'h4', 'h5', 'h6')
const heading = fc.tuple(levels, inline).map(([tag, children]) => newHeading(tag, children))
const quote = inline.map(newQuote)
const code = fc
  .tuple(lines, fc.option(hostileText, { nil: undefined }))
  .map(([children, name]) => newCode(children, name))
const rule = fc.constant(newRule())

function list(listType: fc.Arbitrary<ListType>, words: fc.Arbitrary<InlineNode[]>): fc.Arbitrary<ListNode> {
  const starts = fc.constantFrom(1, 1, 1, 0, 2, 10, 999_999_999, -1, 1.5)
  const at = (depth: number): fc.Arbitrary<ListNode> => {
    const item = fc.tuple(words, fc.boolean()).map(([children, checked]) => ({ children, checked }))
    const nested = depth < 3 ? at(depth + 1).map((inner) => ({ children: [inner], checked: false })) : item
    const weighed = fc.oneof({ weight: 4, arbitrary: item }, { weight: 1, arbitrary: nested })
    return fc
      .tuple(listType, fc.array(weighed, { minLength: 1, maxLength: 4 }), starts)
      .map(([type, contents, start]) => {
        const items = contents.map(
          ({ children, checked }, index): ListItemNode =>
            newListItem(children, index + 1, depth, type === 'check' ? checked : undefined),
        )
        return newList(type, items, type === 'number' ? start : 1)
      })
  }
  return at(0)
}

const table = (words: fc.Arbitrary<InlineNode[]>) =>
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) =>
      fc.tuple(
        fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
        fc.array(fc.constantFrom('' as const, 'left', 'center', 'right'), { minLength: columns, maxLength: columns }),
      ),
    )
    .map(([cells, align]) => newTable(cells, align))

const types: fc.Arbitrary<ListType> = fc.constantFrom('bullet', 'number', 'check')
const pageOf = (blocks: fc.Arbitrary<PageBlock>, maxLength = 3) =>
  fc.array(blocks, { minLength: 1, maxLength }).map(newDocument)

/** One for each kind of node, and a page with all of them. */
export const documentsByKind: Record<string, fc.Arbitrary<AnswerDocument>> = {
  'paragraph text': pageOf(plainOnly.map(newParagraph)),
  heading: pageOf(heading),
  quote: pageOf(quote),
  'bullet list': pageOf(list(fc.constant('bullet'), inline)),
  'numbered list': pageOf(list(fc.constant('number'), inline)),
  'check list': pageOf(list(fc.constant('check'), inline)),
  'lists of all types': pageOf(list(types, plainOnly)),
  'code block': pageOf(code),
  'inline code': pageOf(withFormats(fc.constantFrom(0, 16, 17)).map(newParagraph)),
  'bold, italic, strikethrough': pageOf(withFormats(formats).map(newParagraph)),
  'links and their addresses': pageOf(fc.array(fc.oneof(link, leaf), { minLength: 1, maxLength: 4 }).map(newParagraph)),
  'hard breaks and tabs': pageOf(lines.map(newParagraph)),
  rule: pageOf(fc.oneof(rule, plainOnly.map(newParagraph))),
  table: pageOf(table(inline)),
  'table of code': pageOf(table(withFormats(fc.constantFrom(0, 16, 17))), 1),
  'table of plain words': pageOf(fc.oneof(table(plainOnly), plainOnly.map(newParagraph)), 2),
  'a whole page': pageOf(fc.oneof(paragraph, heading, quote, code, rule, list(types, inline), table(inline)), 6),
}
