/**
 * What stands in the field of quick capture, on this device: as it is, or sealed to the journal while that has a lock. Sealed drafts of before can't be read
 * until the journal is unlocked; what is written meanwhile takes a place of its own, so that none is lost.
 */
import type { CaptureDraft } from '#shared/contract/captures'

export interface StoredDrafts {
  readonly captureDraft?: CaptureDraft | null | undefined
  /** Sealed, in base64; the oldest first. */
  readonly sealedDrafts?: readonly string[] | undefined
}

export interface SealedDraftsNeeds {
  stored(): StoredDrafts
  store(drafts: { captureDraft: CaptureDraft | null; sealedDrafts: string[] }): Promise<void>
  /** What the journal's drafts are sealed with; null without a lock. */
  sealing(): Promise<((draft: CaptureDraft) => string) | null>
  /** Null while it can't be read. */
  open(sealed: string): CaptureDraft | null
}

export interface SealedDrafts {
  read(): CaptureDraft | null
  keep(draft: CaptureDraft | null): Promise<void>
  /** Before the key goes: what stands in the field is of before from here on, and is not shown. */
  locking(draft: CaptureDraft | null): Promise<void>
  /** The key came, or is needed no more: resolves with all that is to stand in the field. */
  unlocked(draft: CaptureDraft | null): Promise<CaptureDraft | null>
}

export function createSealedDrafts({ stored, store, sealing, open }: SealedDraftsNeeds): SealedDrafts {
  /** Of before, and not this field's. */
  let older: readonly string[] = stored().sealedDrafts ?? []

  async function keep(draft: CaptureDraft | null): Promise<void> {
    const seal = await sealing()
    if (seal === null) await store({ captureDraft: draft, sealedDrafts: [...older] })
    else await store({ captureDraft: null, sealedDrafts: [...older, ...(draft === null ? [] : [seal(draft)])] })
  }

  return {
    read: () => stored().captureDraft ?? null,
    keep,
    async locking(draft) {
      // An empty field that the device can't note down is no reason to stay open.
      await keep(draft).catch((error: unknown) => {
        if (draft !== null) throw error
      })
      older = stored().sealedDrafts ?? []
    },
    async unlocked(draft) {
      const opened = older.map((sealed) => ({ sealed, draft: open(sealed) }))
      const drafts = [...opened.map((one) => one.draft), draft].filter((one) => one !== null)
      older = opened.flatMap((one) => (one.draft === null ? [one.sealed] : []))
      const [first] = drafts
      const joined = first ? { kind: first.kind, text: drafts.map(({ text }) => text).join('\n') } : null
      await keep(joined)
      return joined
    },
  }
}
