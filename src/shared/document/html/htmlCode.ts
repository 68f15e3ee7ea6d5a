/** Code that stands in lines of its own. */
import type { Element } from 'hast'
import { classesOf, element, isElement, text, wordsOf } from './hastNodes'

/** With the language that a `code` in it names. */
export function codeBlock(node: Element): Element {
  const words = wordsOf(node)
  const code = text(words.endsWith('\n') ? words.slice(0, -1) : words)
  return element('pre', [element('code', [code], { className: languageOf(node) })])
}

function languageOf({ children }: Element): string[] {
  for (const child of children) {
    if (child.type !== 'element') continue
    const classes = isElement(child, 'code') ? [...classesOf(child)] : languageOf(child)
    if (classes.length > 0) return classes
  }
  return []
}

/** Visual Studio Code and its like copy a `div` of `div`s, one a line, with the spaces as they are. */
export function isCodeOfAnEditor(node: Element, style: ReadonlyMap<string, string>): boolean {
  const monospaced = /mono|courier|consolas|menlo/.test(`${style.get('font-family') ?? ''} ${style.get('font') ?? ''}`)
  return node.tagName === 'div' && monospaced && /^pre/.test(style.get('white-space') ?? '')
}
