/** What stood in the field of quick capture when it was sealed. */
import { type CaptureDraft, draftSchema } from '#shared/contract/captures'
import { quickCapturePlace } from './sealedPlace'
import type { Vault } from './vault'

/** Null while it can't be read. */
export function draftIn(vault: Vault | null, sealed: string): CaptureDraft | null {
  try {
    const text = vault?.open(Buffer.from(sealed, 'base64'), quickCapturePlace).toString('utf8')
    return text === undefined ? null : draftSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
