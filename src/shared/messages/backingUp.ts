/** Backups: made and kept. */
import type { FailureCode } from '../domain/failure'

/** Where the words for the journal would say something untrue of a file or a new folder that was named. */
export const backupFailures = {
  'not-found': 'the backup cannot be found',
  'folder-missing': 'the file or folder cannot be found',
  'read-only': 'the file or folder cannot be written or read',
  'lock-changed': 'the journal’s lock was being turned on or off; try again in a moment',
} as const satisfies Partial<Record<FailureCode, string>>

export const backingUp = {
  title: 'Backups',
  now: 'Back up now',
  working: 'Backing up. You can keep writing.',
  none: 'No backup of this journal yet. The first one is made when you pause writing for a moment.',
  last: (when: string, size: string) => `Last backup: ${when}, ${size}, verified.`,
  daily:
    'Throughline makes one each day beside the journal, and keeps the ten latest, one a day for a month and one a month for a year.',
  when: (day: string, time: string) => `${day}, ${time}`,
  failed: (reason: string) => `The last backup failed: ${reason}. Throughline will try again.`,
  leftOut: (files: string) => `${files} could not be read and are not in the last backup.`,
  made: 'Backup made and verified.',
  where: 'Location',
  showFolder: 'Show backups',
  second: 'Second backup location',
  secondNone: 'A copy on another disk is still there if this computer is lost.',
  secondHas: (when: string) => `Holds the backup of ${when}.`,
  secondEmpty: 'The next backup is copied here.',
  secondAway: 'This folder is not available at the moment. The next copy is made when it is back.',
  secondFailed: (reason: string) => `The last copy failed: ${reason}. Throughline will try again.`,
  choose: 'Choose a second location…',
  change: 'Change…',
  forget: 'Stop using this location',
  dialogChoose: 'Choose a folder for a copy of each backup',
}
