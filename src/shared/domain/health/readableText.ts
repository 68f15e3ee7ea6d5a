/** The words that are left in a file that can't be read as what it was: titles, questions and answers, as far as they go. Pure. */

/** What a text of one of these fields begins with; the rest of the form may be anything. */
const field = /"(?:title|question|text)"\s*:\s*"/g

/** Characters that are looked through for what is said twice: far above those of a long page, few enough for a moment's work. */
const mostLookedThrough = 300_000_000

export function readableText(text: string): string {
  const found = fieldsIn(text).map((words) => unescaped(words).trim())
  const words = withoutRepeats(found.filter((part) => part !== ''))
  // Without a single field it was no page, or nothing of it is left but signs.
  return words.length > 0 ? words.join('\n\n') : printable(text)
}

/** Also one that breaks off. */
function fieldsIn(text: string): string[] {
  const found: string[] = []
  for (const { index, 0: beginning } of text.matchAll(field)) {
    const start = index + beginning.length
    found.push(text.slice(start, endOfString(text, start)))
  }
  return found
}

/** By hand: an expression that knows of escapes needs more stack than there is for a long text. */
function endOfString(text: string, start: number): number {
  let end = start
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  return Math.min(end, text.length)
}

/** An answer stands in its file twice, as a document in pieces and as plain text: the longer one says it all. */
function withoutRepeats(parts: readonly string[]): string[] {
  const unique = [...new Set(parts)]
  const kept = new Set<string>()
  let longer = ''
  let lookedThrough = 0
  for (const part of unique.toSorted((a, b) => b.length - a.length)) {
    if (lookedThrough < mostLookedThrough) {
      lookedThrough += longer.length
      if (longer.includes(part)) continue
      longer += `\0${part}`
    }
    kept.add(part)
  }
  return unique.filter((part) => kept.has(part))
}

function unescaped(words: string): string {
  try {
    return String(JSON.parse(`"${words}"`))
  } catch {
    // It breaks off within a sign, or has raw line breaks: as it stands there.
    return words
      .replace(/\\(?:u[0-9a-fA-F]{0,3})?$/, '')
      .replaceAll('\\n', '\n')
      .replaceAll('\\"', '"')
  }
}

function printable(text: string): string {
  return text.replace(/[^\P{C}\n\t]+|\ufffd+/gu, ' ').trim()
}
