/** `throughline://capture?text=…&kind=…`: words that another program offers. They come from anywhere, and are kept only when the person says so. */
import type { CaptureDraft } from '#shared/contract/captures'
import { captureKindSchema, captureTextSchema, captureWords } from '#shared/domain/capture/capture'

export const linkScheme = 'throughline'

/** Schemes are the same in upper case; a launcher hands a link on as it was written. */
export function isCaptureLink(argument: string): boolean {
  return argument.slice(0, linkScheme.length + 1).toLowerCase() === `${linkScheme}:`
}

/** Null for a link that asks for anything else. */
export function parseCaptureLink(link: string): CaptureDraft | null {
  if (!URL.canParse(link)) return null
  const { protocol, hostname, pathname, searchParams } = new URL(link)
  if (protocol !== `${linkScheme}:` || hostname.toLowerCase() !== 'capture' || !['', '/'].includes(pathname))
    return null
  // Control characters other than line breaks and tabs have no business in a thought.
  const words = captureWords(searchParams.get('text') ?? '')
  const text = words.replace(/\p{Cc}/gu, (sign) => (/[\n\t]/.test(sign) ? sign : '')).trim()
  const kind = captureKindSchema.safeParse(searchParams.get('kind') ?? 'note')
  if (!captureTextSchema.safeParse(text).success || !kind.success) return null
  return { text, kind: kind.data }
}
