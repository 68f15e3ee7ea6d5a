/** HTML as its tags and texts, cut where browsers cut it, in time that grows with its length only. */

export type HtmlToken =
  /** As it is written: character references are not read. */
  | { readonly kind: 'text'; readonly text: string }
  /** `closed`: written `<name/>`. */
  | { readonly kind: 'open'; readonly name: string; readonly attributes: HtmlAttributes; readonly closed: boolean }
  | { readonly kind: 'close'; readonly name: string }

/** By name in lower case; of several with one name the first counts. */
export type HtmlAttributes = ReadonlyMap<string, string>

/** Elements that hold text and no tags, none of it words of the page. They come out as nothing. */
const silent = new Set('iframe noembed noframes script style textarea title'.split(' '))

const tagName = /<\/?([a-z][^\t\n\f\r />]*)/iy
const separators = /[\t\n\f\r /]*/y
const attributeName = /=?[^\t\n\f\r />=]*/y
/** A quotation mark that is never closed takes the rest, as in browsers. */
const attributeValue = /[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\t\n\f\r >]*))/y
const commentEnd = /--!?>/g

/** What is cut off within a tag or a comment is no token. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    if (tag !== at) yield { kind: 'text', text: html.slice(at, tag === -1 ? html.length : tag) }
    if (tag === -1) return
    const name = matchAt(tagName, html, tag)
    if (name !== null) {
      const found = readTag(html, tag, name)
      if (found === null) return
      at = found.end
      if (found.token.kind === 'open' && silent.has(found.token.name)) at = endOf(html, found.token.name, at)
      else yield found.token
    } else if (/^<[!?/]/.test(html.slice(tag, tag + 2)) && html.length > tag + 2) {
      at = endOfComment(html, tag)
    } else {
      yield { kind: 'text', text: '<' }
      at = tag + 1
    }
  }
}

function readTag(
  html: string,
  from: number,
  [start, name = '']: RegExpExecArray,
): { token: HtmlToken; end: number } | null {
  const attributes = new Map<string, string>()
  let at = from + start.length
  let closed = false
  for (;;) {
    const between = matchAt(separators, html, at)?.[0] ?? ''
    at += between.length
    if (at >= html.length) return null
    closed = between.endsWith('/')
    if (html[at] === '>') break
    const attribute = matchAt(attributeName, html, at)?.[0] ?? ''
    at += attribute.length
    const value = matchAt(attributeValue, html, at)
    at += value?.[0].length ?? 0
    const key = attribute.toLowerCase()
    if (!attributes.has(key)) attributes.set(key, value?.[1] ?? value?.[2] ?? value?.[3] ?? '')
  }
  const token: HtmlToken = start.startsWith('</')
    ? { kind: 'close', name: name.toLowerCase() }
    : { kind: 'open', name: name.toLowerCase(), attributes, closed }
  return { token, end: at + 1 }
}

/** Where the text of a silent element ends, its closing tag included. */
function endOf(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])[^>]*>?`, 'gi')
  closing.lastIndex = from
  return closing.exec(html) === null ? html.length : closing.lastIndex
}

/** Also of what browsers take for a comment: `<!…>`, `<?…>` and `</` before anything but a letter. */
function endOfComment(html: string, from: number): number {
  if (!html.startsWith('<!--', from)) {
    const end = html.indexOf('>', from)
    return end === -1 ? html.length : end + 1
  }
  if (html.startsWith('<!-->', from)) return from + '<!-->'.length
  if (html.startsWith('<!--->', from)) return from + '<!--->'.length
  commentEnd.lastIndex = from + '<!--'.length
  return commentEnd.exec(html) === null ? html.length : commentEnd.lastIndex
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at
  return sticky.exec(text)
}
