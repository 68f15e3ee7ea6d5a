/** Journal health: what is wrong with a file, what Throughline did, and what a person can do. */
import type { Concern, Finding } from '../domain/health/finding'

/** What is wrong with a file. */
const sentences: Record<Finding['kind'], string> = {
  damaged: 'This file cannot be read.',
  'being-written': 'Another program is still writing this file.',
  quarantined: 'This file could not be read, so it was moved to quarantine.',
  missing: 'This page is missing, but there are earlier versions of it.',
  newer: 'A newer version of Throughline wrote this file.',
  duplicate: 'One page has two files.',
  copy: 'Another program left a conflicting version.',
  foreign: 'This file does not belong to Throughline.',
  waits: 'An answer from the terminal is waiting here: its page cannot take it.',
  sealed: 'Another device encrypted this file with a lock of its own, or one that is turned off here.',
  'second-lock': 'This is the key file of another lock. While it is here, the lock cannot be turned off.',
  arrived: 'This file is waiting. Nothing in it is in your journal yet.',
  elsewhere: 'This file is not on this computer yet.',
  'rolled-back': 'An older state lies here than this computer has seen before.',
  gone: 'This was here before, and it is gone without having been deleted.',
  'versions-gone': 'Earlier versions were here before, and they are gone. The pages themselves are there.',
  unreachable: 'This file cannot be opened at the moment.',
}

const done: Record<Finding['done'], string> = {
  left: 'The file was not changed.',
  aside: 'The file is safe in the quarantine folder.',
  replaced: 'The file is safe in the quarantine folder, and the last good copy replaced it.',
}

const groups: Record<Concern, string> = {
  trouble: 'Cannot be read',
  choice: 'Needs your choice',
  arrived: 'From another device or program',
  note: 'Good to know',
}

export const health = {
  title: 'Journal health',
  command: 'Journal health…',
  open: 'Show details',
  looking: 'Checking your files…',
  lookedSoFar: (files: string) => `${files} checked so far.`,
  /** `files` is counted: “12 files”. */
  well: (files: string) => `All is well: everything you wrote can be read. Checked: ${files}.`,
  trouble: (files: string) => `Needs attention: ${files}. Nothing was overwritten.`,
  again: 'Check again',
  showFolder: 'Show journal folder',
  groups,
  sentences,
  done,
  version: 'An earlier version of a page cannot be read. The page itself is not affected.',
  canReturn: 'You can restore an earlier version of this page.',
  newerHelp: 'Update Throughline to read it.',
  waitsHelp:
    'Its text is in this file. A newer version of Throughline wrote the answer or its page; update Throughline to add the answer.',
  sealedHelp: 'The passphrase or the recovery code of that lock opens it.',
  secondLockHelp:
    'The passphrase or the recovery code of that lock makes one of both. If nobody knows it, move the file out of the journal’s folder and keep it.',
  arrivedHelp:
    'Nothing in these files is in your journal yet. They were written outside of Throughline on this device, for example on a device that did not know about the lock yet, or by an earlier version of Throughline while the journal was locked. Add them if they are yours.',
  arrivedSince: (moment: string) => `Waiting since ${moment}.`,
  admit: 'Add to journal',
  admitAll: 'Add all to journal',
  /** What a file that waits holds, as its path says. */
  arrivedPage: (day: string) => `A page of ${day}`,
  arrivedCaptures: (day: string) => `Captures of ${day}`,
  arrivedCapture: 'A capture',
  arrivedAnswer: 'An answer from the terminal',
  arrivedSettings: 'Settings',
  admitted: 'Added to your journal.',
  elsewhereHelp: 'Your sync program has it. Let it download the file, then check again.',
  beingWrittenHelp: 'Check again in a moment.',
  rolledBackHelp:
    'If your sync program is still at work, wait and check again. Otherwise look at the earlier versions of the page, or restore a backup.',
  goneHelp:
    'If your sync program is still at work, wait and check again. Otherwise restore it from a backup. A page that you deleted on a computer with an older Throughline is named here, too.',
  versionsGoneHelp:
    'If your sync program is still at work, wait and check again. Otherwise restore a backup that has them: it replaces the whole journal, and the journal as it is now is backed up first.',
  /** Only what this computer has seen before can be missed. */
  seenHere:
    'A computer that opens a journal for the first time cannot tell an older state of the whole folder from the newest one.',
  history: 'Earlier versions…',
  historyNamed: (file: string) => `Earlier versions: ${file}`,
  backups: 'Restore a backup…',
  backupsNamed: (file: string) => `Restore a backup: ${file}`,
  dismiss: 'Dismiss',
  dismissFile: 'Dismiss',
  dismissNamed: (file: string) => `Dismiss: ${file}`,
  dismissed: 'Dismissed. What lies there now counts.',
  unreachableHelp: 'The disk or the permissions of the file prevent it. When that is fixed, check again.',
  aboutDay: (day: string) => `Page of ${day}`,
  repair: 'Fix',
  repairNamed: (file: string) => `Fix: ${file}`,
  bringBack: 'Restore last version',
  bringBackNamed: (file: string) => `Restore last version: ${file}`,
  compare: 'Compare…',
  compareNamed: (file: string) => `Compare: ${file}`,
  showText: 'Show text',
  showTextNamed: (file: string) => `Show text: ${file}`,
  openSealed: 'Open with passphrase…',
  openSealedNamed: (file: string) => `Open with passphrase: ${file}`,
  openTitle: 'Open encrypted files',
  openExplanation:
    'Enter the passphrase or the recovery code of the lock that encrypted them. When two devices turned on a lock, the journal keeps one of the two: afterwards one passphrase opens all of it on both.',
  openField: 'Passphrase or recovery code',
  openAction: 'Open',
  opening: 'One moment…',
  /** Counted: “12 files”. */
  opened: (files: string) => `Opened: ${files}.`,
  openedLeft: (files: string, left: string) => `Opened: ${files}. The disk did not take: ${left}.`,
  wrongSecret: 'This opens none of them. You can try as often as you like.',
  textTitle: 'Text that can be read',
  noText: 'No text can be read in it.',
  copyText: 'Copy text',
  repaired: 'Throughline checked this again and fixed what it could.',
  broughtBack: 'The last version was restored.',
  fileDismissed: 'Dismissed. The file stays in the quarantine folder.',
  further: (findings: string) => `And ${findings} more.`,
}
