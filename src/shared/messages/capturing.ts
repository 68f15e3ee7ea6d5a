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

/** Enough of a thought to know it by: a name that is read aloud is not a page long. */
function beginning(words: string): string {
  const [first = ''] = words.split(/[\r\n]/)
  const start = Array.from(first.slice(0, 120)).slice(0, 60).join('').trimEnd()
  return start === words ? words : `${start}…`
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
  more: (words: string) => `More for: ${beginning(words)}`,
  edit: 'Change',
  moveExplanation: 'It keeps its words and its time.',
  fold: 'Put into an answer',
  foldInto: 'Which one',
  foldAs: 'As',
  asText: 'Text',
  asBullet: 'Bullet',
  foldAction: 'Put it there',
  noAnswer: 'No answer on this page can be written in.',
  putIn: 'It is in the answer now.',
  usedHere: 'It is on this page.',
  usedIn: (entry: string) => `It is in: ${entry}`,
  anEntry: 'an entry',
  usedInGone: 'The entry it was put into is in the trash, or gone.',
  markUnused: 'Mark as not used yet',
  discarded: 'Moved to trash.',
}
