/** HTML that no tree can be made of: its words, and how much of it is left open. Both take time that grows with its length only. */

const silent = /^(?:script|style|head|title|template|iframe|noembed|noframes|svg|math|textarea|select|xml)$/
const parting = /^\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|pre|hr|section|article|header|footer|dt|dd)$/
/** Elements that hold nothing, or that the next of their kind closes. */
const closed =
  /^\/?(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dd|dt|td|th|tr|tbody|thead|tfoot|option)$/
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** One line for each block. */
export function htmlWords(html: string): string {
  let words = ''
  let within = ''
  for (const { name, text } of pieces(html)) {
    if (within === '' && silent.test(name)) within = name
    else if (name === `/${within}`) within = ''
    if (within !== '') continue
    if (parting.test(name)) words += '\n'
    words += text.replace(/\s+/g, ' ')
  }
  return decoded(words)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Tags opened and not closed again, as far as counting can tell. */
export function tagsOpen(html: string): number {
  let open = 0
  let most = 0
  for (const { name } of pieces(html)) {
    if (name === '' || closed.test(name)) continue
    open = name.startsWith('/') ? Math.max(0, open - 1) : open + 1
    most = Math.max(most, open)
  }
  return most
}

/** Each tag's name (`/p` closes, '' where there is none) with the text that follows it. */
function* pieces(html: string): Generator<{ name: string; text: string }> {
  let from = 0
  let name = ''
  while (from <= html.length) {
    const tag = html.indexOf('<', from)
    if (tag === -1) {
      yield { name, text: html.slice(from) }
      return
    }
    yield { name, text: html.slice(from, tag) }
    if (html.startsWith('<!--', tag)) {
      const end = html.indexOf('-->', tag + 4)
      from = end === -1 ? html.length : end + 3
      name = ''
      continue
    }
    const found = /^<(\/?[a-z][a-z0-9:]*)/i.exec(html.slice(tag, tag + 40))?.[1]
    if (found === undefined && !/^<[!?/]/.test(html.slice(tag, tag + 2))) {
      yield { name: '', text: '<' }
      from = tag + 1
    } else {
      const end = html.indexOf('>', tag)
      from = end === -1 ? html.length : end + 1
    }
    name = found?.toLowerCase() ?? ''
  }
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })
}
