/** `throughline://capture?text=…&kind=…`: words that another program offers. They come from anywhere, and are kept only when the person says so. */
import type { CaptureDraft } from '#shared/contract/requests'
import { captureKindSchema, maxCaptureLength } from '#shared/domain/capture'

export const linkScheme = 'throughline'

/** Null for a link that asks for anything else. */
export function parseCaptureLink(link: string): CaptureDraft | null {
  if (!URL.canParse(link)) return null
  const { protocol, hostname, pathname, searchParams } = new URL(link)
  if (protocol !== `${linkScheme}:` || hostname !== 'capture' || !['', '/'].includes(pathname)) return null
  // Control characters other than line breaks and tabs have no business in a thought.
  const text = (searchParams.get('text') ?? '').replace(/\p{Cc}/gu, (sign) => (/[\n\t]/.test(sign) ? sign : '')).trim()
  const kind = captureKindSchema.safeParse(searchParams.get('kind') ?? 'note')
  if (text === '' || text.length > maxCaptureLength || !kind.success) return null
  return { text, kind: kind.data }
}
