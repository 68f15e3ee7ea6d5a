/** Restoring a backup: what it will change, and what it changed. */
import type { RecordFate } from '../domain/backup/backup'

const fates: Record<RecordFate, string> = {
  returns: 'Will be restored',
  changes: 'Will return to earlier text',
  newer: 'Edited since then, will return to earlier text',
  goes: 'Created since then, will be removed',
}

export const restoring = {
  title: 'Restore a backup',
  open: 'Restore a backup…',
  fromTrouble: 'Restore a backup…',
  none: 'No backup was found here. If you have one elsewhere, choose its file. Where the journal’s disk is gone too, start Throughline with --restore=FILE --to=FOLDER, then choose that folder.',
  chooseFile: 'Choose a file…',
  dialogChoose: 'Choose a backup',
  which: 'Backup',
  choice: (when: string, size: string) => `${when} (${size})`,
  extent: 'What to restore',
  whole: 'The whole journal',
  some: 'Single entries',
  looking: 'Comparing the backup with the journal…',
  same: 'The journal is the same as in this backup. There is nothing to restore.',
  fates,
  fate: (entries: string, fate: string) => `${fate}: ${entries}`,
  captures: {
    returns: (captures: string) => `Will be restored: ${captures}`,
    changes: (captures: string) => `Will return to earlier text: ${captures}`,
    goes: (captures: string) => `Created since then, will be removed: ${captures}`,
  },
  kept: 'Throughline first backs up the journal as it is now, so that you can return to it.',
  anew: 'The journal’s folder is created again from this backup.',
  aside: 'The journal as it is now is kept in a folder beside it.',
  sealedOnly:
    'Its contents stay hidden, and it opens with the passphrase that it had then. The journal as it is now is kept in a folder beside it.',
  notSealed: 'This backup has no lock, so it can be restored only while the journal is unlocked.',
  someKept: 'Each entry gets this text as its newest version. Nothing else changes.',
  more: (entries: string) => `and ${entries} more`,
  unnamed: 'An entry',
  doWhole: 'Restore this backup',
  doSome: (entries: string) => `Restore ${entries}`,
  pick: 'Entries to restore',
  passphraseNeeded: 'This backup was locked with another passphrase. Enter it to see the entries in it.',
  passphrase: 'Passphrase of this backup',
  showEntries: 'Show entries',
  working: 'Restoring the journal…',
  done: (when: string) => `The journal is as it was on ${when}.`,
  doneSome: (entries: string) => `${entries} restored.`,
}
