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
  window: 'Quick capture',
  field: 'What do you want to keep?',
  placeholder: 'What do you want to keep?',
  kind: 'Kind',
  keys: 'Enter keeps it · Shift+Enter: new line · Alt+1 to Alt+6: kind · Esc: for later',
  offered: 'This came from a link. Enter keeps it · Esc leaves it out',
  kinds,
  caught: 'Caught.',
  discard: (words: string) => `Move to trash: ${words}`,
  discarded: 'Moved to trash.',
}
