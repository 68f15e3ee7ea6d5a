/** How the journal's files are, what was done about them and what can be done. */
import type { Concern, Finding } from '../domain/finding'

/** What is the matter with a file. */
const sentences: Record<Finding['kind'], string> = {
  damaged: 'This file cannot be read.',
  quarantined: 'This file could not be read, so it was set aside.',
  missing: 'There are earlier versions of this page, and the page itself is gone.',
  newer: 'A newer version of Throughline wrote this file.',
  duplicate: 'There are two files of one page.',
  copy: 'Another program left a second version.',
  foreign: 'This file does not belong to Throughline.',
  waits: 'An answer from outside of the window waits here: its page cannot take it.',
  unreachable: 'This file cannot be reached at the moment.',
}

const done: Record<Finding['done'], string> = {
  left: 'It was left as it is.',
  aside: 'Its bytes are safe in the quarantine folder.',
  replaced: 'Its bytes are safe in the quarantine folder, and the last good copy took its place.',
}

const groups: Record<Concern, string> = {
  trouble: 'Out of reach',
  choice: 'Waiting for a choice',
  note: 'Good to know',
}

export const health = {
  title: 'Health of the files',
  command: 'Health of the files…',
  open: 'What can be done',
  looking: 'Looking through your files…',
  lookedSoFar: (files: string) => `${files} so far.`,
  /** `files` is counted: “12 files”. */
  well: (files: string) => `All is well: everything you wrote can be read. Looked at: ${files}.`,
  trouble: (files: string) => `To be looked at: ${files}. Nothing was overwritten.`,
  again: 'Look again',
  showFolder: 'Show the journal’s folder',
  groups,
  sentences,
  done,
  version: 'An earlier version of a page cannot be read. The page itself is not touched by that.',
  canReturn: 'An earlier version of this page can be read.',
  newerHelp: 'Update Throughline to read it.',
  waitsHelp:
    'Its words are in this file. A newer Throughline wrote the answer or its page; update, and they are put together.',
  unreachableHelp: 'The disk or the rights to the file stand in the way. When that is mended, look again.',
  aboutDay: (day: string) => `Page of ${day}`,
  mend: 'Put it right',
  mendNamed: (file: string) => `Put it right: ${file}`,
  bringBack: 'Bring back the last version',
  bringBackNamed: (file: string) => `Bring back the last version: ${file}`,
  compare: 'Compare…',
  compareNamed: (file: string) => `Compare: ${file}`,
  showText: 'Show its words',
  showTextNamed: (file: string) => `Show its words: ${file}`,
  settle: 'I am done with it',
  settleNamed: (file: string) => `I am done with it: ${file}`,
  textTitle: 'What can be read of it',
  noText: 'There are no words left in it.',
  copyText: 'Copy these words',
  mended: 'It was looked at again.',
  broughtBack: 'The last version is the page again.',
  settled: 'It stays in the quarantine folder and is not shown here any more.',
  further: (findings: string) => `And ${findings} more.`,
}
