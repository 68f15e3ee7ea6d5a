/** The declarations of a `style` attribute, as far as they say what a text is. */
import type { Element } from 'hast'

/** Names in lower case; the last of several with one name counts. */
export function styleOf(element: Element): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>()
  for (const declaration of String(element.properties.style ?? '').split(';')) {
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

export type InlineTag = 'strong' | 'em' | 'del'

/** The tags a style stands for. */
export function tagsOfStyle(style: ReadonlyMap<string, string>): InlineTag[] {
  const decoration = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  const tags: [InlineTag, boolean][] = [
    ['strong', /^(?:bold|bolder|[6-9]00)$/.test(style.get('font-weight') ?? '')],
    ['em', /^(?:italic|oblique)/.test(style.get('font-style') ?? '')],
    ['del', decoration.includes('line-through')],
  ]
  return tags.flatMap(([tag, is]) => (is ? [tag] : []))
}

/** True of `<b style="font-weight:normal">`, which Google Docs puts around everything it copies. */
export function undoesItsTag(element: Element, style: ReadonlyMap<string, string>): boolean {
  if (element.tagName === 'b' || element.tagName === 'strong') {
    return /^(?:normal|lighter|[1-5]00)$/.test(style.get('font-weight') ?? '')
  }
  return (element.tagName === 'i' || element.tagName === 'em') && style.get('font-style') === 'normal'
}

export function isHidden(element: Element, style: ReadonlyMap<string, string>): boolean {
  return element.properties.hidden === true || style.get('display') === 'none' || style.get('mso-hide') === 'all'
}
