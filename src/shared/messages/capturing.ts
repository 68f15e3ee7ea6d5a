/** Captures: short notes of a day, saved without opening its page. */
import type { CaptureKind } from '../domain/capture/capture'

const kinds: Record<CaptureKind, string> = {
  note: 'Note',
  win: 'Win',
  kudos: 'Kudos',
  decision: 'Decision',
  commitment: 'Commitment',
  learned: 'Learned',
}

/** The beginning of a capture, as its name: screen readers read it aloud, so it is short. */
function beginning(words: string): string {
  const [first = ''] = words.split(/[\r\n]/)
  const start = Array.from(first.slice(0, 120)).slice(0, 60).join('').trimEnd()
  return start === words ? words : `${start}…`
}

export const capturing = {
  title: 'Captures',
  window: 'Quick capture',
  field: 'What do you want to keep?',
  placeholder: 'What do you want to keep?',
  kind: 'Kind',
  keys: 'Enter: save · Shift+Enter: new line · Alt+1 to Alt+6: kind · Esc: keep as draft',
  offered: 'This came from a link. Enter: save · Esc: discard',
  kinds,
  caught: 'Saved.',
  keptHere: 'Kept on this computer until the journal is unlocked here.',
  keptLockGone:
    'Kept on this computer: the journal’s lock is gone. Open Throughline to say whether it was turned off on purpose.',
  text: 'Text',
  more: (words: string) => `More actions: ${beginning(words)}`,
  edit: 'Edit',
  moveExplanation: 'Its text and its time stay the same.',
  insert: 'Insert into answer',
  insertInto: 'Answer',
  insertAs: 'Insert as',
  asText: 'Text',
  asBullet: 'Bullet',
  insertAction: 'Insert',
  noAnswer: 'No answer on this page can be edited.',
  inserted: 'Inserted into the answer.',
  usedHere: 'Used on this page.',
  usedIn: (entry: string) => `Used in: ${entry}`,
  anEntry: 'an entry',
  usedInGone: 'The entry that used it is in the trash or deleted.',
  markUnused: 'Mark as not used',
  discarded: 'Moved to trash.',
}
