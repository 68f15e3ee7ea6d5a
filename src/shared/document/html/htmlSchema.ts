/** What of pasted HTML may go on: the elements our pages have a node for. Links are `linkPolicy`'s matter. */
import type { Schema } from 'hast-util-sanitize'

const inline = 'a br code del em input strong'
const blocks = 'blockquote div h1 h2 h3 h4 h5 h6 hr li ol p pre table ul'
const partsOfTables = 'td th tr'
/** Without a node of their own; they part what stands in them from what stands around them, as a `div` does. */
const parting =
  'address article aside caption center dd details dl dt fieldset figcaption figure footer form header main nav section summary'
/** Dropped with all that is in them: not words of the page, or text that only other readers show. */
const dropped =
  'applet audio button canvas datalist embed head iframe math noembed noframes object script select style svg template textarea title video xml'

export const emptyLine = 'empty-line'
export const blockElements: ReadonlySet<string> = new Set(`${blocks} ${parting}`.split(' '))
export const droppedElements: ReadonlySet<string> = new Set(dropped.split(' '))

export const htmlSchema: Schema = {
  tagNames: `${inline} ${blocks} ${partsOfTables}`.split(' '),
  strip: [...droppedElements],
  attributes: {
    a: ['href', 'title'],
    code: [['className', /^language-./]],
    input: [['type', 'checkbox'], 'checked'],
    ol: ['start'],
    p: [['className', emptyLine]],
    td: [['align', 'left', 'center', 'right']],
    th: [['align', 'left', 'center', 'right']],
  },
  required: { input: { type: 'checkbox' } },
  protocols: { href: ['http', 'https', 'mailto'] },
}
