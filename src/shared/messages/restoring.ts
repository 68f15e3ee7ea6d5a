/** Going back to a backup: what it would change, and that it was done. */
import type { EntryFate } from '../domain/backup'

const fates: Record<EntryFate, string> = {
  returns: 'Come back',
  changes: 'Get the words they had',
  newer: 'Were written on since, and get their earlier words',
  goes: 'Were begun since, and go',
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
  fate: (entries: string, fate: string) => `${entries}: ${fate.toLowerCase()}`,
  captures: {
    returns: (thoughts: string) => `${thoughts} caught in passing: come back`,
    changes: (thoughts: string) => `${thoughts} caught in passing: get the words they had`,
    goes: (thoughts: string) => `${thoughts} caught in passing since: go`,
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
