/** The declarations of a `style` attribute, as far as they say what a text is. */
import type { Element } from 'hast'

export function styleOf(element: Element): ReadonlyMap<string, string> {
  return declarationsOf(String(element.properties.style ?? ''))
}

/** Names in lower case; the last of several with one name counts. */
export function declarationsOf(style: string): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>()
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon === -1) continue
    declarations.set(
      declaration.slice(0, colon).trim().toLowerCase(),
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    )
  }
  return declarations
}

/** Outermost first. */
export const formatTags = ['strong', 'em', 'del'] as const
export type FormatTag = (typeof formatTags)[number]

const tagged: Record<string, FormatTag> = {
  b: 'strong',
  strong: 'strong',
  em: 'em',
  i: 'em',
  del: 'del',
  s: 'del',
  strike: 'del',
}

/** The formats of the words in an element: those around it, its tag's and its style's, which also undoes one. */
export function formatsIn(
  { tagName }: Element,
  style: ReadonlyMap<string, string>,
  around: ReadonlySet<FormatTag>,
): ReadonlySet<FormatTag> {
  const formats = new Set(around)
  const tag = tagged[tagName]
  if (tag) formats.add(tag)
  // A heading is bold by itself, and its words are no bolder than that.
  if (/^(?:h[1-6]|th)$/.test(tagName)) return formats
  const weight = style.get('font-weight') ?? ''
  if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) formats.add('strong')
  if (/^(?:normal|lighter|[1-5]00)$/.test(weight)) formats.delete('strong')
  const slant = style.get('font-style') ?? ''
  if (/^(?:italic|oblique)/.test(slant)) formats.add('em')
  if (slant === 'normal') formats.delete('em')
  const decoration = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  if (decoration.includes('line-through')) formats.add('del')
  return formats
}

/** Of any element, also one that is within a line by its name. */
export function isShownAsBlock(style: ReadonlyMap<string, string>): boolean {
  return /^(?:block|flex|grid|list-item)$/.test(style.get('display') ?? '')
}

export function isHidden(element: Element, style: ReadonlyMap<string, string>): boolean {
  return element.properties.hidden === true || style.get('display') === 'none' || style.get('mso-hide') === 'all'
}

/** Whether the lines of a text are lines, and not just where its source was broken; as around it where nothing is said. */
export function newlinesIn(style: ReadonlyMap<string, string>, around: boolean): boolean {
  const space = style.get('white-space')
  return space === undefined ? around : /^(?:pre|break-spaces)/.test(space)
}
