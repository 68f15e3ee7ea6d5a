/** The field of quick capture: what stands in it, what a link offers, and that what is kept is not offered again. */
import type { CaptureDraft, KeptUntil } from '#shared/contract/captures'
import type { Request, Response } from '#shared/contract/requests'
import { debouncedSave } from '../../async/debouncedSave'
import { withTimeout } from '../../async/withTimeout'

/** Milliseconds after the last key until the draft is on disk. */
const pause = 150

/** Milliseconds that the end of the app waits for it. */
const timeoutMs = 2_000

export interface QuickCaptureNeeds {
  readonly locale: string
  readonly window: { open(): void; hide(): void }
  /** As it is on the disk. */
  draft(): CaptureDraft | null
  keepDraft(draft: CaptureDraft | null): Promise<void>
  /** Null once the journal has it. */
  add(draft: CaptureDraft): Promise<KeptUntil | null>
  /** To the field that is there. */
  emit(asked: { readonly offered: CaptureDraft | null }): void
  failed(error: unknown): void
}

export interface QuickCapture {
  /** With what a link offers, if it was one. */
  open(offered?: CaptureDraft | null): void
  hide(): void
  begin(): Response<'captures.begin'>
  /** Comes with each key; on the disk a moment after the last one. */
  keepDraft(draft: Request<'captures.keepDraft'>): null
  add(draft: Request<'captures.add'>): Promise<Response<'captures.add'>>
  /** Something else is to stand in the field; the window begins anew after it. */
  exchange(step: (draft: CaptureDraft | null) => Promise<CaptureDraft | null>): Promise<void>
  /** Resolves when the draft is on the disk, could not be put there, or takes too long: before the app ends or the machine sleeps. */
  flush(): Promise<void>
  /** Whether what stands in it is not on the disk yet. */
  holdsWords(): boolean
}

export function createQuickCapture(needs: QuickCaptureNeeds): QuickCapture {
  const { locale, window, add, emit, failed } = needs
  /** Not kept over a restart: the person has not confirmed it. */
  let waiting: CaptureDraft | null = null
  /** Ahead of the disk. */
  let draft = needs.draft()
  const draftOnDisk = debouncedSave(needs.keepDraft, failed, pause)

  function keep(next: CaptureDraft | null): void {
    draft = next
    draftOnDisk(next)
  }

  return {
    open(offered = null) {
      // Called for again, it goes on with what it shows.
      waiting = offered ?? waiting
      window.open()
      emit({ offered })
    },
    hide() {
      waiting = null
      window.hide()
      void draftOnDisk.flush()
    },
    begin: () => ({ draft, offered: waiting, locale }),
    keepDraft(given) {
      keep(given.text === '' ? null : given)
      return null
    },
    async add({ kind, text, isOffered }) {
      const keptUntil = await add({ kind, text })
      if (isOffered) waiting = null
      // Else it would stand there again after a crash. What was written since is not in it.
      else if (draft?.text === text) keep(null)
      await draftOnDisk.flush()
      return { keptUntil }
    },
    async exchange(step) {
      await draftOnDisk.flush()
      draft = await step(draft)
    },
    flush: async () => void (await withTimeout(draftOnDisk.flush(), timeoutMs)),
    holdsWords: draftOnDisk.isUnsaved,
  }
}
