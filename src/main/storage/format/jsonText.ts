/** JSON as it lies on the disk: one line a field and one line an item of a list, so that a person and a diff can read it at no cost in bytes. */

export const maxDepth = 100

/** The text of a document; throws RangeError when it is nested deeper than the engine can follow. */
export function jsonText(document: object): string {
  const fields = Object.entries(document).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? listText(value) : JSON.stringify(value)
    return text === undefined ? [] : [`${JSON.stringify(name)}: ${text}`]
  })
  return `{\n${fields.join(',\n')}\n}\n`
}

function listText(items: readonly unknown[]): string {
  if (items.length === 0) return '[]'
  return `[\n${items.map((item) => JSON.stringify(item) ?? 'null').join(',\n')}\n]`
}

/** How deep arrays and objects are nested, found without parsing and so without recursion; stops counting above `limit`. */
export function jsonDepth(text: string, limit = maxDepth): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x22) at = endOfString(text, at)
    else if (sign === 0x7b || sign === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (sign === 0x7d || sign === 0x5d) depth--
    if (deepest > limit) return deepest
  }
  return deepest
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes++
    if (slashes % 2 === 0) return end
  }
  return text.length
}
