/** Words within a line, with the formats that they have. */
import type { Element, ElementContent } from 'hast'
import { safeLink } from '../linkPolicy'
import { element, isBlank, text } from './hastNodes'
import { type FormatTag, formatTags } from './htmlStyle'

export interface InlineAround {
  readonly formats: ReadonlySet<FormatTag>
  /** Whether a new line in a text is one on the page. */
  readonly newlines: boolean
}

export function wordsIn(value: string, { formats, newlines }: InlineAround): ElementContent[] {
  if (value === '') return []
  // White space alone is how the source of a page is laid out.
  const lines = newlines && !isBlank(text(value)) ? value.split(/\r\n|\r|\n/) : [value]
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [element('br', [])] : []),
    ...(isBlank(text(line)) ? [text(line)] : [formatted(text(line), formats)]),
  ])
}

export function inlineCode(words: string, { formats }: InlineAround): ElementContent {
  return words.trim() === '' ? text(words) : formatted(element('code', [text(words)]), formats)
}

/** A link without words shows its address. */
export function linkOf({ properties: { href, title } }: Element, children: ElementContent[]): ElementContent[] {
  const url = safeLink(String(href ?? ''))
  if (url === null || (children.length > 0 && children.every(isBlank))) return children
  return [element('a', children.length > 0 ? children : [text(url)], { href, title })]
}

function formatted(node: ElementContent, formats: ReadonlySet<FormatTag>): ElementContent {
  return formatTags.reduce((inside, tag) => (formats.has(tag) ? element(tag, [inside]) : inside), node)
}
