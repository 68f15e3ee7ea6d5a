/**
 * What of a stored answer the page gets. A file may hold anything in the fields of a node: styles, indents, fields of a later version.
 * Only what our own editor makes is shown; the rest goes along unseen in the node's state, and stands in its place again in the file.
 */
import { type AnswerDocument, type AnyNode, textFormat } from './document'
import { marksIn, stateOf, withSettledMarks } from './marks'

/** The values that the editor makes of a field; `any` of those that the format allows, or bits that are formats. */
type Values = readonly unknown[] | 'any' | 'formats'
type Fields = Readonly<Record<string, Values>>

const node: Fields = { type: 'any', version: [1] }
const element: Fields = {
  ...node,
  direction: [null],
  format: [''],
  indent: [0],
  textFormat: 'formats',
  textStyle: [''],
}
const text: Fields = { ...node, text: 'any', format: 'formats', detail: [0], mode: ['normal'], style: [''] }

const made: Readonly<Record<AnyNode['type'], Fields>> = {
  root: element,
  paragraph: element,
  heading: { ...element, tag: 'any' },
  quote: element,
  code: { ...element, language: 'any' },
  horizontalrule: node,
  list: { ...element, listType: 'any', start: 'any', tag: 'any' },
  // An item's indent is that of the lists around it, whatever is stored.
  listitem: { ...element, indent: 'any', value: 'any', checked: 'any' },
  link: { ...element, url: 'any', title: 'any', rel: [null, 'noreferrer'], target: [null] },
  table: element,
  tablerow: element,
  tablecell: {
    ...element,
    format: ['', 'left', 'center', 'right'],
    ...{ backgroundColor: [null], colSpan: [1], headerState: [0, 1], rowSpan: [1] },
  },
  linebreak: node,
  text,
  tab: { ...text, detail: [2] },
  'code-highlight': { ...text, highlightType: 'any' },
}

const ourFormats = textFormat.bold | textFormat.italic | textFormat.strikethrough | textFormat.code

/** Where a node's state (`$`, which Lexical keeps and never draws) holds what is not shown. */
const unseen = 'unseen'
/** Keys of a state that Lexical drops, and our own. */
const reserved: readonly string[] = ['__proto__', 'constructor', 'prototype', unseen]

/** A node's fields, whatever their names. */
type Loose = Readonly<Record<string, unknown>>

/** For the editor, which keeps what is not shown with each node; the marks of blocks are as the rules have them. */
export function pageForm(document: AnswerDocument): AnswerDocument {
  return { ...document, root: mapped(withSettledMarks(document).root, withUnseen) }
}

/** Without what is not shown: for what comes by the clipboard. Of marks those stay that words take along, and ids that may come here. */
export function shownForm(document: AnswerDocument, keepsId: (id: string) => boolean): AnswerDocument {
  return {
    root: mapped(document.root, (fields) => {
      const { isPrivate, id } = marksIn(fields.$)
      const state = stateOf({ isPrivate, id: id !== '' && keepsId(id) ? id : '' })
      return state ? { ...parted(fields).shown, $: state } : parted(fields).shown
    }),
  }
}

/** For the file, from what the editor holds. */
export function fileForm(document: AnswerDocument): AnswerDocument {
  return { ...document, root: mapped(document.root, withSeen) }
}

/** Each node with its fields changed, its children aside. */
function mapped<N extends AnyNode>(from: N, change: (fields: Loose) => Loose): N {
  const { children, ...fields } = { children: undefined, ...from }
  const next = change(fields)
  // The change leaves a node of its type: it moves fields that are unknown or may be missing.
  return (children === undefined
    ? next
    : { ...next, children: childrenOf(from).map((child) => mapped(child, change)) }) as unknown as N
}

function childrenOf(node: AnyNode): readonly AnyNode[] {
  return 'children' in node ? node.children : []
}

function withUnseen(fields: Loose): Loose {
  const { shown, rest } = parted(fields)
  const state = isState(fields.$) ? fields.$ : {}
  const next = Object.keys(rest).length > 0 ? { ...state, [unseen]: rest } : state
  return Object.keys(next).length > 0 ? { ...shown, $: next } : shown
}

function withSeen(fields: Loose): Loose {
  const { $, ...shown } = fields
  const { [unseen]: rest, ...state } = isLoose($) ? $ : {}
  const own = Object.keys(state).length > 0 ? { ...shown, $: state } : shown
  if (!isLoose(rest)) return own
  const back = Object.entries(rest).map(([field, value]) => [field, joined(fields, field, value)])
  // What took the place of a state that was none are the marks that its words brought.
  return { ...own, ...Object.fromEntries(back), ...('$' in own && { $: own.$ }) }
}

/** Formats that are not ours stand beside those that the words have now. */
function joined(fields: Loose, field: string, value: unknown): unknown {
  const now = fields[field]
  return valuesOf(fields, field) === 'formats' && typeof now === 'number' && typeof value === 'number'
    ? now | value
    : value
}

function parted(fields: Loose): { shown: Loose; rest: Loose } {
  const shown: [string, unknown][] = []
  const rest: [string, unknown][] = []
  for (const [field, value] of Object.entries(fields)) {
    const values = valuesOf(fields, field)
    if (values === 'formats' && typeof value === 'number') {
      shown.push([field, value & ourFormats])
      if ((value & ~ourFormats) !== 0) rest.push([field, value & ~ourFormats])
    } else if (values === 'any' || (Array.isArray(values) && values.includes(value))) {
      shown.push([field, value])
    } else if (field !== '$' || !isState(value)) {
      rest.push([field, value])
    }
  }
  return { shown: Object.fromEntries(shown), rest: Object.fromEntries(rest) }
}

function valuesOf({ type }: Loose, field: string): Values | undefined {
  // The schema has found one of these types.
  const fields = made[type as AnyNode['type']]
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}

/** A state that Lexical keeps as it is. */
function isState(value: unknown): value is Loose {
  if (!isLoose(value) || Array.isArray(value)) return false
  const keys = Object.keys(value)
  return keys.length > 0 && !keys.some((key) => reserved.includes(key))
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null
}
