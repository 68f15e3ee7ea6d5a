/** Fields as the YAML in front of a Markdown file. Readers of YAML 1.1 and 1.2 find the same in it. */
import { Document, visit } from 'yaml'

/** What a reader folds, drops or refuses outside of double quotes, and the two words that YAML 1.1 has a meaning for. */
const needsQuotes =
  /^(?:=|<<)$|^[ \n]|[ \n]$|[^\n\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u
/** What they do not keep even there; JSON writes the others as escapes by itself. */
const needsEscape = /[\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g

export function frontMatter(fields: object): string {
  // Days, times and a title such as "yes" stay text for readers of YAML 1.1 too; nothing is folded, and nothing is an alias.
  const document = new Document(fields, { compat: 'yaml-1.1', aliasDuplicateObjects: false })
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && needsQuotes.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE'
    },
  })
  return document.toString({ lineWidth: 0, doubleQuotedAsJSON: true }).replace(needsEscape, escaped)
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
