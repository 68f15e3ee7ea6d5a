/** Every sentence the app says, in one place. Plain, short, warm; sentence case; a button says what it does. */
import type { CommandId } from '../contract/commands'
import { builtInTemplates } from '../domain/builtInTemplates'
import { captureKinds } from '../domain/capture'
import type { FailureCode } from '../domain/failure'
import { backingUp, backupFailures } from './backingUp'
import { capturing } from './capturing'
import { copying } from './copying'
import { counted } from './counted'
import { drafting } from './drafting'
import { exportAsides, exportFailures, exportNotes } from './exporting'
import { finding } from './finding'
import { health } from './health'
import { history } from './history'
import { keysWords } from './keys'
import { locking } from './locking'
import { operatorWords } from './operatorWords'
import { overview } from './overview'
import { presence, tray } from './presence'
import { reminding } from './reminding'
import { restoring } from './restoring'
import { resultsWords } from './resultsWords'
import { searching } from './searching'
import { settingsWords } from './settings'
import { terminal } from './terminal'
import { writing } from './writing'

const commands: Record<CommandId, string> = {
  newEntry: 'New entry',
  today: 'Go to today',
  capture: 'Quick capture',
  search: 'Search',
  overview: overview.title,
  toggleRail: 'Show or hide the list',
  focusMode: 'Focus on the page',
  settings: 'Settings',
  trash: 'Trash',
  history: history.command,
  health: health.command,
  copyMarkdown: 'Copy as Markdown',
  exportEntry: 'Export this entry…',
  exportPeriod: 'Export entries…',
  reminders: 'Reminders…',
  backUp: backingUp.now,
  lockNow: 'Lock now',
  keys: 'Keyboard shortcuts',
  about: 'About Throughline',
}

/** What went wrong, as the end of "Not saved: …" and on its own. */
const failures: Record<FailureCode, string> = {
  'bad-request': 'the app could not read its own message',
  'not-found': 'the entry is not there any more',
  conflict: 'another program changed this entry',
  'newer-schema': 'a newer version of Throughline wrote this file',
  unreadable: 'this version cannot show it',
  'too-large': 'the entry is over 10 MB',
  'disk-full': 'the disk is full',
  'read-only': 'the journal’s folder cannot be written',
  'folder-missing': 'the journal’s folder is not there',
  'in-use': 'another copy of Throughline has this journal open',
  'not-empty': 'the folder holds other things; choose an empty one',
  'inside-journal': 'the folder belongs to the journal; choose one outside it',
  entangled: 'one folder lies inside the other; choose one apart from the journal',
  locked: 'the journal is locked',
  'wrong-passphrase': 'this is not its passphrase',
  'wrong-code': 'this code does not open this journal',
  'mistyped-code': 'the code is not complete, or one of its characters is another',
  'key-damaged': 'the file lock.json is damaged; put one from a backup in its place',
  'key-missing': 'the file lock.json is missing; put one from a backup back into the journal’s folder',
  keychain: 'this computer’s keychain did not answer; use the passphrase',
  'wrong-kept-key': 'the key this computer kept does not open this journal, and was thrown away; use the passphrase',
  'sealed-elsewhere': 'the file was locked with another key',
  'no-room': 'there is not enough room on the disk',
  'bad-backup': 'this file is not a whole backup, so nothing was taken from it',
  'already-there': 'a file with this name is there already',
  'disk-error': 'the disk reported an error',
  unexpected: 'something unexpected happened',
}

export const messages = {
  appName: 'Throughline',
  commands,
  failures,
  /** The same of an export, where the folder is not the journal's. */
  exportFailures: { ...failures, ...exportFailures },
  exportAsides,
  exportNotes,
  backupFailures: { ...failures, ...backupFailures },
  failed: (reason: string) => `That did not work: ${reason}.`,
  menu: { file: 'File', view: 'View', newVersion: 'Look for a new version' },
  unsaved: {
    question: 'Some words are not saved yet.',
    detail: 'Stay to copy them or try again. If you close now, they are gone.',
    stay: 'Stay',
    leave: 'Close without saving',
  },
  partFailed: {
    sentence: 'Something went wrong while this was shown. What was saved is safe on disk.',
    again: 'Show it again',
  },
  crashed: {
    question: 'The page stopped several times in a row.',
    detail: 'What was saved is safe on disk.',
    again: 'Try again',
    close: 'Close',
  },
  commandLine: {
    help: [
      'Throughline, a journal for people who lead without a title.',
      '',
      '  --export=DIR [--from=YYYY-MM-DD] [--to=YYYY-MM-DD]',
      '                        write entries as Markdown files into DIR, without opening a window',
      '  --backup=FILE         back up the whole journal into a new zip file, and read it back',
      '  --restore=FILE --to=DIR',
      '                        put the journal of a backup into a new folder DIR',
      '  --check               read every file of the journal and print what is wrong with any',
      '  --capture             open the field of quick capture',
      '  --capture=TEXT [--kind=KIND]',
      `                        catch a thought without opening a window; KIND is ${captureKinds.join(', ')}`,
      '  --write[=TEMPLATE] [--day=YYYY-MM-DD]',
      '                        answer the questions of a page in this terminal, or from a pipe: a line of',
      '                        --- between two answers, or one answer a paragraph',
      '  --show[=YYYY-MM-DD]   print the pages of a day as Markdown',
      '  --passphrase-stdin    with --write or --show, for a locked journal: the passphrase is the first',
      '                        line of standard input',
      `  --new=TEMPLATE        open a new page: ${builtInTemplates.map(({ id }) => id).join(', ')}`,
      '  --today               open today’s page',
      '  --reminders           open the reminders',
      '  --hidden              start without showing the window',
      '  --quit                end the Throughline that is running',
      '  --user-data-dir=DIR   keep the journal and all settings in DIR',
      '  --help                show this help',
      '  --version             show the version',
    ].join('\n'),
    tooLong: 'The arguments are too long.',
    twice: (name: string) => `--${name} was given twice.`,
    needsValue: (name: string) => `--${name} needs a value, as in --${name}=…`,
    apart: (name: string) =>
      `What --${name} is given belongs to it, as in ${name === 'capture' ? '--capture="Thanks to Dana"' : `--${name}=…`}`,
    noValue: (name: string) => `--${name} takes no value.`,
    smallLetters: (name: string) => `--${name} is written --${name.toLowerCase()}, in small letters.`,
    alone: (name: string) => `--${name} does nothing else; leave out the other switches.`,
    restoreNeedsTo: '--restore=FILE goes with --to=DIR, a new folder for the journal.',
    onlyWithCapture: '--kind goes with --capture=TEXT.',
    captureAlone: '--capture does nothing else; leave out the other switches.',
    noKind: (kind: string) => `“${kind.slice(0, 40)}” is no kind of capture; --help lists them.`,
    captureTooLong: 'The text is longer than 10,000 characters.',
    remindersAlone: '--reminders opens nothing else; leave out the other switches.',
    quitAlone: '--quit does nothing else; leave out the other switches.',
    openElsewhere: (computer: string, folder: string) =>
      `Throughline seems to be open on the computer “${computer}”. If it is not, delete SingletonLock in ${folder} and start again.`,
    notAlone: (folder: string) =>
      `Throughline could not find out whether it is open already: ${folder} or the temporary folder takes no files.`,
    notRunning: 'Throughline is not running, so there is nothing to quit.',
    hiddenAlone: '--hidden opens nothing; leave out the other switches.',
    noLink: 'This link asks for nothing that Throughline knows.',
    newOrToday: '--new and --today ask for two pages; give one of them.',
    noTemplate: (id: string) => `There is no template “${id.slice(0, 40)}”; --help lists them.`,
    pageOrExport: '--export opens no page; leave out --new and --today.',
    onlyWithExport: '--from and --to go with --export=DIR.',
    onlyWithWrite: '--day goes with --write.',
    onlyWithWords: '--passphrase-stdin goes with --write or --show.',
    notADay: (day: string) => `“${day.slice(0, 40)}” is not a day; write it as YYYY-MM-DD.`,
    fromAfterTo: 'The day after --from is later than the one after --to.',
  },
  entryPoints: {
    today: 'Open today',
    newReflection: 'New reflection',
    capture: 'Quick capture',
    reminders: 'Reminders',
    quit: 'Quit',
  },
  headless: {
    done: (written: number, unchanged: number, folder: string, asides: readonly string[] = []) =>
      `${[`${counted.files(written, String(written))} exported to ${folder}${unchanged > 0 ? `, ${unchanged} already there` : ''}`, ...asides].join('; ')}.`,
    failed: (failed: number, exported: number, reason: string) =>
      `${counted.files(failed, String(failed))} could not be exported (${reason}); ${exported} could.`,
    stopped: (exported: number, reason: string) =>
      `The export stopped after ${counted.files(exported, String(exported))}: ${reason}.`,
    nothing: (reason: string) => `Nothing was exported: ${reason}.`,
    backedUp: (files: string, file: string) => `${files} backed up to ${file} and read back whole.`,
    backedUpPartly: (done: string, files: string, first: string) =>
      `${done} But ${files} could not be read and are not in it: ${first} …`,
    notBackedUp: (reason: string) => `No backup was made: ${reason}.`,
    restored: (folder: string) =>
      `The journal of this backup is in ${folder}. Choose that folder in Settings to open it.`,
    notRestored: (reason: string) => `Nothing was restored: ${reason}.`,
    checked: (files: string) => `${files} looked at. Every word can be read.`,
    checkedLocked: (files: string) =>
      `${files} looked at. All are sealed and in their place; whether every word can be read shows once the journal is unlocked.`,
    checkedTrouble: (files: string, troubles: string) => `${files} looked at. ${troubles} with trouble.`,
    notChecked: (reason: string) => `Nothing was checked: ${reason}.`,
  },
  counted,
  backingUp,
  capturing,
  copying,
  drafting,
  reminding,
  restoring,
  presence,
  tray,
  writing,
  finding,
  results: resultsWords,
  operators: operatorWords,
  searching,
  overview,
  history,
  health,
  locking,
  keys: keysWords,
  settings: settingsWords,
  terminal,
}
