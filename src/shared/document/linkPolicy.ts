/**
 * The one decision on links: http, https and mailto, spelt plainly. Asked at load, paste, import, export and click.
 * Looks at the text alone (this room has no URL parser), so whatever a parser could read in two ways is refused.
 */

import { withoutEnd } from '../domain/text/withoutEnd'

const maxLength = 4096

/** Controls, invisible characters and turns of direction, with which an address reads as another one. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
const port = '(?::(\\d{1,5}))?'
const webAddress = new RegExp(
  `^https?://(\\[[0-9a-f:.]+\\]|[\\p{L}\\p{M}\\p{N}_-][\\p{L}\\p{M}\\p{N}._-]*)${port}(?:[/?#].*)?$`,
  'iu',
)
const mailAddress = /^mailto:([^?#]*)(?:\?([^#]*))?$/iu
const bareDomain = new RegExp(
  `^(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*)\\.)+\\p{L}[\\p{L}\\p{M}\\p{N}-]*\\.?${port}(?:[/?#].*)?$`,
  'iu',
)
const bareMailbox = /^[^\s@:/\\?#<>"()[\],;]+@(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.)+\p{L}{2,}$/u

/** The link with its scheme in lower case and its spaces encoded, or null when it must not be a link. */
export function safeLink(url: string): string | null {
  if (url.length > maxLength) return null
  const trimmed = withoutEnd(url.replace(/^[ \t\r\n]+/, ''), /[ \t\r\n]/)
  if (hidden.test(trimmed) || trimmed.includes('\\')) return null
  const link = trimmed.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase()).replace(/\p{Zs}/gu, encodeURIComponent)
  if (link.length > maxLength) return null
  return isWebAddress(link) || isMailAddress(link) ? link : null
}

/** A link as people type it: `example.com` and `me@example.com` get their scheme. For the link dialog only. */
export function typedLink(text: string): string | null {
  const trimmed = text.trim()
  if (bareMailbox.test(trimmed)) return safeLink(`mailto:${trimmed}`)
  if (bareDomain.test(trimmed)) return safeLink(`https://${trimmed}`)
  return safeLink(trimmed)
}

/** No user name before the host (`https://bank.example@evil.example`), no character that folds to a delimiter. */
function isWebAddress(link: string): boolean {
  const match = webAddress.exec(link)
  if (!match) return false
  const host = match[1] ?? ''
  return !host.includes('..') && Number(match[2] ?? 0) <= 65535
}

/** Some mail programs take `attach` from a link and send the file: only the fields a letter needs. */
function isMailAddress(link: string): boolean {
  const match = mailAddress.exec(link)
  if (!match) return false
  const [, to = '', query = ''] = match
  if (/%(?![0-9a-f]{2})|%0|[<>"/]/i.test(to)) return false
  if (to === '' ? query === '' : !to.includes('@')) return false
  return query.split('&').every((field) => field === '' || isLetterField(field))
}

function isLetterField(field: string): boolean {
  const [name = '', value = ''] = field.split(/=(.*)/s)
  if (!/^(?:to|cc|bcc|subject|body)$/i.test(name)) return false
  return name.toLowerCase() === 'body' || !/%0[ad]/i.test(value)
}
