/** Thoughts caught in passing. */
import type { CaptureKind } from '../domain/capture'

const kinds: Record<CaptureKind, string> = {
  note: 'Note',
  win: 'Win',
  kudos: 'Kudos',
  decision: 'Decision',
  commitment: 'Commitment',
  learned: 'Learned',
}

export const capturing = {
  title: 'Caught in passing',
  kinds,
  caught: 'Caught.',
  discard: (words: string) => `Move to trash: ${words}`,
  discarded: 'Moved to trash.',
}
