/**
 * HTML again, with every tag closed in its place and with the attributes alone that mean something to us. The parser's work on it grows
 * with its length: what makes that work grow with the square is gone (tags left open, which it opens again in every block; closing tags
 * for which it searches; thousands of attributes in one tag).
 */
import { maxListDepth } from '../document'
import { type HtmlAttributes, htmlTokens } from './htmlTokens'

/** Elements of which a tree is made; more is no page that a person wrote. */
const maxElements = 10_000
/** Elements inside one another, far above any article. */
const maxNesting = 200

const empty = new Set(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr'.split(' '),
)
/** Browsers see no element where these stand, or read all that follows as its text. */
const passedOver = new Set('body frameset head html plaintext xmp'.split(' '))
const meaningful = new Set(
  'align alt aria-checked aria-level checked class colspan data-aria-level data-checked data-indent data-list data-node-type data-stringify-indent data-task-state hidden href role rowspan start style title type'.split(
    ' ',
  ),
)

/** What a tag closes when it stands directly in it: HTML need not close these itself. */
const closedBy: Record<string, RegExp> = {
  li: /^(?:p|li)$/,
  dt: /^(?:p|dt|dd)$/,
  dd: /^(?:p|dt|dd)$/,
  td: /^(?:p|td|th)$/,
  th: /^(?:p|td|th)$/,
  tr: /^(?:p|td|th|tr)$/,
  tbody: /^(?:p|td|th|tr|tbody|thead|tfoot)$/,
  tfoot: /^(?:p|td|th|tr|tbody|thead|tfoot)$/,
  thead: /^(?:p|td|th|tr|tbody|thead|tfoot)$/,
  option: /^option$/,
}
const inParagraph =
  /^(?:p|address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|main|nav|ol|pre|section|table|ul)$/
const listNames = new Set(['ol', 'ul'])
const ofTables = /^(?:table|tbody|td|tfoot|th|thead|tr)$/

/** Null when it has too many elements, or too many inside one another. Lists deeper than our pages have them go on at the deepest level. */
export function nestedHtml(html: string): string | null {
  const written: string[] = []
  const open: string[] = []
  let elements = 0
  let lists = 0
  const write = (name: string, tag: string, step: 1 | -1) => {
    const isList = listNames.has(name)
    if (!isList || lists < maxListDepth + (step === 1 ? 0 : 1)) written.push(tag)
    if (isList) lists += step
  }
  const closeLast = () => {
    const name = open.pop() ?? ''
    write(name, `</${name}>`, -1)
  }
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      written.push(token.text.replaceAll('<', '&lt;'))
    } else if (passedOver.has(token.name)) {
      // Nothing to write.
    } else if (token.kind === 'open') {
      const { name, attributes, closed } = token
      while (closes(name, open.at(-1))) closeLast()
      write(name, `<${name}${attributesOf(attributes)}>`, 1)
      elements += 1
      if (!empty.has(name)) open.push(name)
      if (closed && !empty.has(name)) closeLast()
      if (elements > maxElements || open.length > maxNesting) return null
    } else if (token.name === 'br') {
      written.push('<br>')
    } else {
      const at = opened(token.name, open)
      while (at !== -1 && open.length > at) closeLast()
    }
  }
  while (open.length > 0) closeLast()
  return written.join('')
}

function closes(name: string, last: string | undefined): boolean {
  if (last === undefined) return false
  return closedBy[name]?.test(last) ?? (last === 'p' && inParagraph.test(name))
}

/** Where the element stands that a closing tag means; in a cell, tags of outside are not closed. */
function opened(name: string, open: readonly string[]): number {
  const at = open.lastIndexOf(name)
  const cell = Math.max(open.lastIndexOf('td'), open.lastIndexOf('th'))
  return at < cell && !ofTables.test(name) ? -1 : at
}

function attributesOf(attributes: HtmlAttributes): string {
  let written = ''
  for (const [name, value] of attributes) {
    if (meaningful.has(name)) written += ` ${name}="${value.replaceAll('"', '&quot;')}"`
  }
  return written
}
