/**
 * `throughline://today`, `entry/<id>`, `search?q=…` show what is there; `capture?text=…&kind=…` are words that another program offers. Links come from
 * anywhere: none of them writes anything, and words are kept only when the person says so.
 */
import type { LinkTarget } from '#shared/contract/app'
import type { CaptureDraft } from '#shared/contract/captures'
import { maxQuery } from '#shared/contract/search'
import { captureKindSchema, captureTextSchema, captureWords } from '#shared/domain/capture/capture'
import { entryIdSchema } from '#shared/domain/entry/entry'

export const linkScheme = 'throughline'

/** Schemes are the same in upper case; a launcher hands a link on as it was written. */
export function isAppLink(argument: string): boolean {
  return argument.slice(0, linkScheme.length + 1).toLowerCase() === `${linkScheme}:`
}

export type AppLink =
  | { readonly kind: 'today' }
  | { readonly kind: 'capture'; readonly draft: CaptureDraft }
  | LinkTarget

/** Null for a link that asks for anything else. */
export function parseAppLink(link: string): AppLink | null {
  if (!URL.canParse(link)) return null
  const { protocol, hostname, pathname, searchParams } = new URL(link)
  if (protocol !== `${linkScheme}:`) return null
  const [, first = '', ...others] = pathname.split('/')
  const name = hostname.toLowerCase()
  const entry = name === 'entry' && others.length === 0 ? entryIdSchema.safeParse(first.toLowerCase()) : null
  if (entry !== null) return entry.success ? { kind: 'entry', id: entry.data } : null
  if (first !== '' || others.length > 0) return null
  switch (name) {
    case 'today':
      return { kind: 'today' }
    case 'search':
      return searchOf(searchParams.get('q') ?? '')
    case 'capture':
      return captureOf(searchParams)
    default:
      return null
  }
}

/** On one line, as it is typed. */
function searchOf(given: string): AppLink | null {
  const query = given.replace(/\p{Cc}+/gu, ' ').trim()
  return query === '' || query.length > maxQuery ? null : { kind: 'search', query }
}

function captureOf(params: URLSearchParams): AppLink | null {
  // Control characters other than line breaks and tabs have no business in a thought.
  const words = captureWords(params.get('text') ?? '')
  const text = words.replace(/\p{Cc}/gu, (sign) => (/[\n\t]/.test(sign) ? sign : '')).trim()
  const kind = captureKindSchema.safeParse(params.get('kind') ?? 'note')
  if (!captureTextSchema.safeParse(text).success || !kind.success) return null
  return { kind: 'capture', draft: { text, kind: kind.data } }
}
