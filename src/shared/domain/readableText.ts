/** The words that are left in a file that can't be read as what it was: titles, questions and answers, as far as they go. Pure. */

/** A text of one of these fields, also one that breaks off; the rest of the form may be anything. */
const field = /"(title|question|text)"\s*:\s*"((?:[^"\\]|\\.)*)/gs

/** Parts that are compared with each other: far above those of a long page, few enough for a moment's work. */
const mostCompared = 2000

export function readableText(text: string): string {
  const found = Array.from(text.matchAll(field), ([, , words = '']) => unescaped(words).trim())
  const words = withoutRepeats(found.filter((part) => part !== ''))
  // Without a single field it was no page, or nothing of it is left but signs.
  return words.length > 0 ? words.join('\n\n') : printable(text)
}

/** An answer stands in its file twice, as a document in pieces and as plain text: the longer one says it all. */
function withoutRepeats(parts: readonly string[]): string[] {
  const unique = [...new Set(parts)]
  if (unique.length > mostCompared) return unique
  const whole = unique.toSorted((a, b) => b.length - a.length)
  const kept: string[] = []
  for (const part of whole) if (!kept.some((longer) => longer.includes(part))) kept.push(part)
  return unique.filter((part) => kept.includes(part))
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
