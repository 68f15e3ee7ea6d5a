/** Where a link leads, in Markdown: as it was typed wherever CommonMark lets it. */
import type { Link } from 'mdast'

/** What a reader takes for one character (`&amp;`, `&#38;`). */
export const characterReference = /&(?=(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)/g

/** CommonMark 6.5. */
const mailbox =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?)*$/
const address = /^(?:https?|mailto):[^\0- <>\x7F]+$/

/** What stands between angle brackets when a link shows its own address and nothing else; null for other links. */
export function isWholeAutolink({ url, title, children }: Link): string | null {
  const [words, ...more] = children
  if (title || words?.type !== 'text' || more.length > 0) return null
  const isWhole = words.value === url ? address.test(url) : `mailto:${words.value}` === url && mailbox.test(words.value)
  return isWhole ? words.value : null
}

/** The address and title of a link, as they stand in its parentheses. */
export function linkTarget(url: string, title: string | null): string {
  if (title === null) return destination(url)
  return `${destination(url)} "${withoutReferences(title.replace(/\\(?=[!-/:-@[-`{-~]|$)|"/g, '\\$&'))}"`
}

function destination(url: string): string {
  const plain = withoutReferences(url)
  return isBalanced(url) ? plain : `<${plain.replace(/[<>]/g, '\\$&')}>`
}

export function withoutReferences(text: string): string {
  return text.replace(characterReference, '\\&')
}

/** Parentheses in pairs, no deeper than every reader follows them. */
function isBalanced(url: string): boolean {
  let depth = 0
  for (const sign of url.match(/[()]/g) ?? []) {
    depth += sign === '(' ? 1 : -1
    if (depth < 0 || depth > 31) return false
  }
  return depth === 0
}
