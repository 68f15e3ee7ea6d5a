/** The field of quick capture: what stands in it, what a link offers, and that what is kept is not offered again. */
import type { Request } from '#shared/contract/requests'
import type { Response } from '#shared/contract/responses'
import type { CaptureKind } from '#shared/domain/capture'

export interface Draft {
  readonly kind: CaptureKind
  readonly text: string
}

export interface CaptureFieldNeeds {
  readonly locale: string
  readonly window: { open(): void; hide(): void }
  draft(): Draft | null
  keepDraft(draft: Draft | null): Promise<void>
  add(draft: Draft): Promise<unknown>
  /** To the field that is there. */
  tell(asked: { readonly offered: Draft | null }): void
  failed(error: unknown): void
}

export interface CaptureField {
  /** With what a link offers, if it was one. */
  open(offered?: Draft | null): void
  hide(): void
  begin(): Response<'captures.begin'>
  keepDraft(draft: Request<'captures.keepDraft'>): Promise<null>
  add(draft: Request<'captures.add'>): Promise<null>
}

export function createCaptureField(needs: CaptureFieldNeeds): CaptureField {
  const { locale, window, draft, keepDraft, add, tell, failed } = needs
  /** Not kept over a restart: nobody has said yes to it. */
  let waiting: Draft | null = null
  return {
    open(offered = null) {
      waiting = offered
      window.open()
      tell({ offered })
    },
    hide() {
      waiting = null
      window.hide()
    },
    begin: () => ({ draft: draft(), offered: waiting, locale }),
    async keepDraft(given) {
      await keepDraft(given.text === '' ? null : given)
      return null
    },
    async add({ kind, text, isOffered }) {
      await add({ kind, text })
      if (isOffered) waiting = null
      // Kept already: else it would stand there again after a crash.
      else await keepDraft(null).catch(failed)
      return null
    },
  }
}
