/** What stood in the field of quick capture when it was sealed. */
import { type CaptureDraft, draftSchema } from '#shared/contract/captures'
import { quickCapturePlace } from '../cipher/sealedPlace'
import type { DraftSealing } from './draftSealing'

/** Null while it can't be read. */
export function draftIn({ open }: Pick<DraftSealing, 'open'>, sealed: string): CaptureDraft | null {
  try {
    const text = Buffer.from(open(Buffer.from(sealed, 'base64'), quickCapturePlace)).toString('utf8')
    return draftSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
