/** What stands in the field of quick capture: one's own draft, and before it what links offer. No words leave it unasked. */
import type { CaptureDraft } from '#shared/contract/captures'

export interface FieldState {
  readonly draft: CaptureDraft
  /** The first is shown before the draft, which waits untouched; at most one more waits behind it. */
  readonly offers: readonly CaptureDraft[]
  /** The person has written in the first offer. */
  readonly isTouched: boolean
}

const nothing: CaptureDraft = { kind: 'note', text: '' }

export function newFieldState(draft: CaptureDraft | null, offered: CaptureDraft | null): FieldState {
  return { draft: draft ?? nothing, offers: offered === null ? [] : [offered], isTouched: false }
}

export function shownIn({ draft, offers }: FieldState): CaptureDraft {
  return offers[0] ?? draft
}

export function altered(state: FieldState, part: Partial<CaptureDraft>): FieldState {
  const [offer, ...others] = state.offers
  if (offer === undefined) return { ...state, draft: { ...state.draft, ...part } }
  return { ...state, offers: [{ ...offer, ...part }, ...others], isTouched: true }
}

/** The field is called for, by a link or for what stands in it. A newer link takes the place of an older one, unless a person has written in that. */
export function askedFor(state: FieldState, offered: CaptureDraft | null): FieldState {
  if (offered === null) return state
  return { ...state, offers: state.isTouched ? [...state.offers.slice(0, 1), offered] : [offered] }
}

export function leftOut(state: FieldState): FieldState {
  return { ...state, offers: state.offers.slice(1), isTouched: false }
}

/** After `sent`, an offer or the draft, was kept: what was written meanwhile stays. */
export function kept(state: FieldState, sent: CaptureDraft, wasOffer: boolean): FieldState {
  if (!wasOffer) return { ...state, draft: since(state.draft, sent) ?? nothing }
  const [offer, ...others] = state.offers
  if (offer === undefined) return state
  const rest = since(offer, sent)
  return rest === null ? leftOut(state) : { ...state, offers: [rest, ...others] }
}

/** Whether there is nothing more to ask about once that was kept. */
export function mayHide({ draft, offers }: FieldState, wasOffer: boolean): boolean {
  return offers.length === 0 && (wasOffer || draft.text === '')
}

/** What was written after it was sent; all of it when that was more than going on. Null for nothing. */
function since(now: CaptureDraft, sent: CaptureDraft): CaptureDraft | null {
  if (!now.text.startsWith(sent.text)) return now.text === '' ? null : now
  const text = now.text.slice(sent.text.length)
  return text === '' ? null : { ...now, text }
}
