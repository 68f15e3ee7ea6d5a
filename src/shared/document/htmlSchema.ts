/** What of pasted HTML may go on: the elements our pages have a node for, or that part lines. Links are `linkPolicy`'s matter. */
import type { Schema } from 'hast-util-sanitize'

const inline = 'a b br code del em i img input kbd s samp strike strong tt var'
const blocks = 'blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul'
/** Without a node of their own; they part what stands in them from what stands around them. */
const parting =
  'address article aside caption center details fieldset figcaption figure footer form header main nav section summary'
/** Dropped with all that is in them: not words of the page, or text that only other readers show. */
const dropped =
  'applet audio button canvas datalist embed head iframe math noembed noframes object script select style svg template textarea title video xml'

export const htmlSchema: Schema = {
  tagNames: `${inline} ${blocks} ${parting}`.split(' '),
  strip: dropped.split(' '),
  attributes: {
    a: ['href', 'title'],
    code: [['className', /^language-./]],
    img: ['alt'],
    input: [['type', 'checkbox'], 'checked'],
    ol: ['start'],
  },
  required: { input: { type: 'checkbox' } },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: Object.fromEntries(['tbody', 'td', 'th', 'thead', 'tfoot', 'tr'].map((name) => [name, ['table']])),
}
