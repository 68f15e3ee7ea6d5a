/** Words and blocks that stand side by side where only words may stand. */
import type { ElementContent } from 'hast'
import { element, isBlank, isElement, text, withTextsJoined } from './hastNodes'
import { blockElements } from './htmlSchema'

/** Words, or paragraphs of words. */
export function holdsWordsOnly(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => !isBlock(node) || isParagraph(node))
}

/** Its paragraphs with a space between them. */
export function onOneLine(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (node.tagName === 'br') return [text(' ')]
    if (!isBlock(node)) return [node]
    return [...(index > 0 ? [text(' ')] : []), ...onOneLine(node.children)]
  })
}

/** Blocks, with the words between them in blocks of their own: a block without words parts them as well. */
export function flow(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.some(isBlock) ? aroundWords('div', nodes) : [...nodes]
}

/** Elements of that name around the words, with the blocks between them; a heading's paragraphs are words of it. */
export function aroundWords(tagName: string, nodes: readonly ElementContent[]): ElementContent[] {
  const isHeading = /^h[1-6]$/.test(tagName)
  const result: ElementContent[] = []
  let words: ElementContent[] = []
  const endWords = () => {
    const inside = isHeading ? withTextsJoined(onOneLine(words)) : words
    if (!words.every(isBlank)) result.push(element(tagName, inside))
    words = []
  }
  for (const node of nodes) {
    if (!isBlock(node) || (isHeading && isParagraph(node))) {
      words.push(node)
    } else {
      endWords()
      if (!isElement(node, 'div') || node.children.length > 0) result.push(node)
    }
  }
  endWords()
  return result
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && blockElements.has(node.tagName)
}

function isParagraph(node: ElementContent): boolean {
  return isElement(node, 'p', 'div') && !node.children.some(isBlock)
}
