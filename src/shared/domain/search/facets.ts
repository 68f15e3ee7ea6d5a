/** What a search may ask of a text besides its words. */
import { type Entry, isAnswered } from '../entry/entry'
import { foldedMarkedWords } from '../text/markedWords'

export interface Facts {
  /** Folded, without their sign, each once. */
  readonly tags: readonly string[]
  readonly people: readonly string[]
  /** Also an address that is written out. */
  readonly hasLink: boolean
  readonly hasTask: boolean
}

/** Of a text that is nothing but words. */
export function factsOfText(text: string): Facts {
  return {
    tags: foldedMarkedWords([text], '#'),
    people: foldedMarkedWords([text], '@'),
    hasLink: webAddress.test(text),
    hasTask: false,
  }
}

/** Of title and answers: the app's own questions say nothing about the person's words. */
export function factsOf({ title, sections }: Pick<Entry, 'title' | 'sections'>): Facts {
  const texts = [title, ...sections.filter(isAnswered).map(({ text }) => text)]
  const found = { link: texts.some((text) => webAddress.test(text)), task: false }
  for (const { answer } of sections) look(answer.root, found)
  return {
    tags: foldedMarkedWords(texts, '#'),
    people: foldedMarkedWords(texts, '@'),
    hasLink: found.link,
    hasTask: found.task,
  }
}

const webAddress = /https?:\/\/[^\s/]/i

/**
 * Walks a stored answer by its shape alone, because the `document` room, which knows its nodes, builds on this one. What another
 * program wrote there may be anything and as deep as it likes: nothing is called on it, and nothing recurses.
 */
function look(root: unknown, found: { link: boolean; task: boolean }): void {
  const waiting: unknown[] = [root]
  while (waiting.length > 0 && !(found.link && found.task)) {
    const node = waiting.pop()
    if (typeof node !== 'object' || node === null) continue
    if ('type' in node && node.type === 'link') found.link = true
    if ('listType' in node && node.listType === 'check' && hasChildren(node)) found.task = true
    if ('children' in node && Array.isArray(node.children)) for (const child of node.children) waiting.push(child)
  }
}

function hasChildren(node: object): boolean {
  return 'children' in node && Array.isArray(node.children) && node.children.length > 0
}
