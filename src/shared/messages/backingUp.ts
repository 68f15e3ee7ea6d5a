/** Backups: made and kept. */
import type { FailureCode } from '../domain/failure'

/** Where the words for the journal would say something untrue of a file or a new folder that was named. */
export const backupFailures = {
  'not-found': 'the backup is not there',
  'folder-missing': 'the file or folder is not there',
  'read-only': 'the file or folder cannot be written or read',
} as const satisfies Partial<Record<FailureCode, string>>

export const backingUp = {
  title: 'Backups',
  now: 'Back up now',
  working: 'A backup is being made. You can go on writing.',
  none: 'There is no backup of this journal yet. The first one is made once you have paused for a moment.',
  last: (when: string, size: string) => `Last backup: ${when}, ${size}, read back and found whole.`,
  daily:
    'One is made each day, and kept beside the journal: the ten latest, one a day for a month, one a month for a year.',
  when: (day: string, time: string) => `${day}, ${time}`,
  failed: (reason: string) => `The last backup could not be made: ${reason}. It is tried again.`,
  leftOut: (files: string) => `${files} could not be read and are not in the last backup.`,
  made: 'A backup was made and checked.',
  where: 'Kept in',
  showFolder: 'Show backups',
  second: 'Second place',
  secondNone: 'A copy on another disk is there when this computer is not.',
  secondHas: (when: string) => `Has the backup of ${when}.`,
  secondEmpty: 'Gets a copy with the next backup.',
  secondAway: 'This folder is not there at the moment. The next copy is made when it is back.',
  secondFailed: (reason: string) => `The last copy could not be made: ${reason}. It is tried again.`,
  choose: 'Choose a second place…',
  change: 'Change…',
  forget: 'Stop using it',
  dialogChoose: 'Keep a copy of each backup in this folder',
}
