/** Going back to a backup: what it would change, and that it was done. */
import type { EntryFate } from '../domain/backup'

const fates: Record<EntryFate, string> = {
  returns: 'Coming back',
  changes: 'Getting back earlier words',
  newer: 'Written on since, and getting back earlier words',
  goes: 'Begun since, and going',
}

export const restoring = {
  title: 'Go back to a backup',
  open: 'Go back to a backup…',
  fromTrouble: 'Restore from a backup',
  none: 'There is no backup here. If you have one elsewhere, start Throughline with --restore=FILE --to=FOLDER, then choose that folder.',
  which: 'Backup',
  choice: (when: string, size: string) => `${when} (${size})`,
  extent: 'What to bring back',
  whole: 'The whole journal',
  some: 'Single entries',
  looking: 'Comparing the backup with the journal…',
  same: 'The journal is as it was then. Going back changes nothing.',
  fates,
  fate: (entries: string, fate: string) => `${fate}: ${entries}`,
  captures: {
    returns: (thoughts: string) => `Coming back: ${thoughts} caught in passing`,
    changes: (thoughts: string) => `Getting back earlier words: ${thoughts} caught in passing`,
    goes: (thoughts: string) => `Caught since, and going: ${thoughts}`,
  },
  kept: 'What is here now becomes a backup first, so that you can come back to it.',
  anew: 'The journal’s folder is made again from this backup.',
  someKept: 'Each comes back as its newest version. Nothing else changes.',
  more: (entries: string) => `and ${entries} more`,
  unnamed: 'An entry',
  doWhole: 'Go back to this backup',
  doSome: (entries: string) => `Bring back ${entries}`,
  pick: 'Bring back',
  working: 'The journal is being put back…',
  done: (when: string) => `The journal is as it was on ${when}.`,
  doneSome: (entries: string) => `${entries} brought back.`,
}
