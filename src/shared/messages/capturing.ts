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
  text: 'Words',
  more: (words: string) => `More for: ${words}`,
  edit: 'Change',
  moveExplanation: 'It keeps its words and its time.',
  fold: 'Put into an answer',
  foldInto: 'Which one',
  foldAs: 'As',
  asText: 'Text',
  asBullet: 'Bullet',
  foldAction: 'Put it there',
  putIn: 'It is in the answer now.',
  usedHere: 'It is on this page.',
  usedIn: (entry: string) => `It is in: ${entry}`,
  anEntry: 'an entry',
  markUnused: 'Mark as not used yet',
  discarded: 'Moved to trash.',
}
