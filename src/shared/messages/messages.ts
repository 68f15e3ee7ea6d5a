/** Every sentence the app says, in one place. Plain, short, warm; sentence case; a button says what it does. */
import type { CommandId } from '../contract/commands'
import { captureKinds } from '../domain/capture/capture'
import type { FailureCode } from '../domain/failure'
import { builtInTemplates } from '../domain/template/builtIn/builtInTemplates'
import { background, tray } from './background'
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
import { paletteWords } from './palette'
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
  palette: paletteWords.title,
  overview: overview.title,
  toggleRail: 'Show or hide the list',
  focusMode: 'Focus mode',
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

/** Why something failed, as the end of "Not saved: …" and on its own. */
const failures: Record<FailureCode, string> = {
  'bad-request': 'Throughline sent itself a request it cannot read',
  'not-found': 'the entry no longer exists',
  conflict: 'another program changed this entry',
  'newer-schema': 'a newer version of Throughline wrote this file',
  unreadable: 'this version cannot show it',
  'being-written': 'another program is still writing this file; try again in a moment',
  elsewhere: 'the file is not on this computer yet; let your sync program download it',
  'too-large': 'the entry is over 10 MB',
  'disk-full': 'the disk is full',
  'read-only': 'the journal’s folder cannot be written to',
  'folder-missing': 'the journal’s folder cannot be found',
  'in-use': 'another copy of Throughline has this journal open',
  'not-empty': 'the folder is not empty; choose an empty one',
  'inside-journal': 'the folder belongs to the journal; choose one outside it',
  entangled: 'one folder is inside the other; choose one separate from the journal',
  locked: 'the journal is locked',
  'lock-changed': 'another device turned the journal’s lock on or off; open the journal again to go on',
  'lock-unfinished':
    'another device began to turn the journal’s lock on or off and has not finished; open the journal there, or, if that device is gone for good, move the folder “sealed” out of the journal’s folder and keep it',
  'written-meanwhile':
    'another program wrote into the journal’s folder meanwhile, so nothing was changed; try again once your sync program is done',
  'two-locks': 'two devices turned on a lock; open what the other one encrypted in Journal health first',
  'lock-gone': 'the journal’s lock is gone; say above whether it was turned off on purpose',
  'wrong-passphrase': 'the passphrase is wrong',
  'retired-passphrase': 'this opens an earlier lock of this journal; use the passphrase of the lock that it has now',
  'wrong-code': 'this recovery code does not open this journal',
  'mistyped-code': 'the recovery code is incomplete or has a wrong character',
  'key-damaged': 'the file lock.json is damaged; replace it with the one from a backup',
  'key-missing': 'the file lock.json is missing; copy the one from a backup into the journal’s folder',
  keychain: 'this computer’s keychain did not answer; use the passphrase',
  'wrong-kept-key':
    'the key in this computer’s keychain does not open this journal and was removed; use the passphrase',
  'sealed-elsewhere': 'the file was encrypted with another key',
  'old-form': 'the file is encrypted in an older way than the rest of the journal',
  'no-room': 'there is not enough space on the disk',
  'bad-backup': 'this file is not a complete backup, so it was not used',
  'already-there': 'a file with this name already exists',
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
  menu: { file: 'File', view: 'View', newVersion: 'Check for a new version' },
  unsaved: {
    question: 'Some text is not saved yet.',
    detail: 'Stay to copy it or try again. If you close now, it is lost.',
    stay: 'Stay',
    leave: 'Close without saving',
  },
  partFailed: {
    sentence: 'Something went wrong and this cannot be shown. Everything saved is safe on the disk.',
    again: 'Try again',
  },
  crashed: {
    question: 'The window crashed several times in a row.',
    detail: 'Everything saved is safe on the disk.',
    again: 'Try again',
    close: 'Close',
  },
  commandLine: {
    help: [
      'Throughline, a journal for people who lead without a title.',
      '',
      '  --export=DIR [--from=YYYY-MM-DD] [--to=YYYY-MM-DD]',
      '                        write entries as Markdown files into DIR, without opening a window',
      '  --backup=FILE         back up the whole journal to a new zip file and verify it',
      '  --restore=FILE --to=DIR',
      '                        restore the journal of a backup into a new folder DIR',
      '  --check               check every file of the journal and every draft, and print what is wrong',
      '  --capture             open quick capture',
      '  --capture=TEXT [--kind=KIND]',
      `                        save a capture without opening a window; KIND is ${captureKinds.join(', ')}`,
      '  --write[=TEMPLATE] [--day=YYYY-MM-DD]',
      '                        answer the questions of a page in this terminal, or from a pipe: separate',
      '                        the answers by a line of ---, or write one paragraph for each',
      '  --show[=YYYY-MM-DD]   print the pages of a day as Markdown',
      '  --find=QUERY [--json] [--from=YYYY-MM-DD] [--to=YYYY-MM-DD] [--kind=entry|capture]',
      '                        print what a search finds, newest first',
      '  --list=tags|people|projects [--json] [--from=…] [--to=…] [--kind=…]',
      '                        print the names that pages and captures mention, most used first',
      '  --passphrase-stdin    with --check, --export, --find, --list, --show or --write, for a locked',
      '                        journal: the passphrase is the first line of standard input',
      `  --new=TEMPLATE        open a new page: ${builtInTemplates.map(({ id }) => id).join(', ')}`,
      '  --today               open today’s page',
      '  --reminders           open the reminders',
      '  --hidden              start without showing the window',
      '  --quit                quit Throughline if it is running',
      '  --user-data-dir=DIR   keep the journal and all settings in DIR',
      '  --help                show this help',
      '  --version             show the version',
    ].join('\n'),
    tooLong: 'The arguments are too long.',
    twice: (name: string) => `--${name} was given twice.`,
    needsValue: (name: string) => `--${name} needs a value, as in --${name}=…`,
    apart: (name: string) =>
      `Join --${name} and its value, as in ${name === 'capture' ? '--capture="Thanks to Dana"' : `--${name}=…`}`,
    noValue: (name: string) => `--${name} takes no value.`,
    smallLetters: (name: string) => `Write --${name} in small letters: --${name.toLowerCase()}.`,
    alone: (name: string) => `--${name} cannot be combined with other options.`,
    restoreNeedsTo: '--restore=FILE needs --to=DIR, a new folder for the journal.',
    captureAlone: '--capture cannot be combined with other options.',
    noKind: (kind: string) => `“${kind.slice(0, 40)}” is not a kind of capture; --help lists them.`,
    captureTooLong: 'The text is longer than 10,000 characters.',
    remindersAlone: '--reminders cannot be combined with other options.',
    quitAlone: '--quit cannot be combined with other options.',
    openElsewhere: (computer: string, folder: string) =>
      `Throughline seems to be open on the computer “${computer}”. If it is not, delete SingletonLock in ${folder} and start again.`,
    notAlone: (folder: string) =>
      `Throughline could not check whether it is already open: ${folder} or the temporary folder cannot be written to.`,
    notRunning: 'Throughline is not running, so there is nothing to quit.',
    hiddenAlone: '--hidden cannot be combined with options that open a page or export.',
    noLink: 'Throughline does not know this kind of link.',
    newOrToday: '--new and --today open two different pages; use one of them.',
    noTemplate: (id: string) => `There is no template “${id.slice(0, 40)}”; --help lists them.`,
    pageOrExport: '--export cannot be combined with --new or --today.',
    belongs: {
      from: '--from and --to need --export, --find or --list.',
      to: '--from and --to need --export, --find or --list.',
      kind: '--kind needs --capture=TEXT, --find or --list.',
      day: '--day needs --write.',
      json: '--json needs --find or --list.',
      'passphrase-stdin': '--passphrase-stdin needs --check, --export, --find, --list, --show or --write.',
    },
    noRecord: (kind: string) => `“${kind.slice(0, 40)}” is neither entry nor capture.`,
    noList: (list: string) => `“${list.slice(0, 40)}” is not one of tags, people and projects.`,
    queryTooLong: 'The search is longer than 500 characters.',
    notADay: (day: string) => `“${day.slice(0, 40)}” is not a day; write it as YYYY-MM-DD.`,
    fromAfterTo: 'The day of --from is after the day of --to.',
  },
  launchItems: {
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
    backedUp: (files: string, file: string) => `${files} backed up to ${file} and verified.`,
    backedUpPartly: (done: string, files: string, first: string) =>
      `${done} But ${files} could not be read and are not in it: ${first} …`,
    notBackedUp: (reason: string) => `No backup was made: ${reason}.`,
    restored: (folder: string) =>
      `The journal of this backup is in ${folder}. Choose that folder in Settings to open it.`,
    notRestored: (reason: string) => `Nothing was restored: ${reason}.`,
    checked: (files: string) => `${files} checked. Everything you wrote can be read.`,
    checkedLocked: (files: string) =>
      `${files} checked. All are encrypted and in place; unlock the journal to check that their text can be read.`,
    checkedTrouble: (files: string, troubles: string) => `${files} checked. Needs attention: ${troubles}.`,
    checkedKept: (count: number, formatted: string) =>
      count === 1
        ? `${formatted} draft or capture is only on this computer, not in the journal’s folder.`
        : `${formatted} drafts and captures are only on this computer, not in the journal’s folder.`,
    notChecked: (reason: string) => `Nothing was checked: ${reason}.`,
  },
  counted,
  backingUp,
  capturing,
  copying,
  drafting,
  reminding,
  restoring,
  background,
  tray,
  writing,
  finding,
  results: resultsWords,
  operators: operatorWords,
  palette: paletteWords,
  searching,
  overview,
  history,
  health,
  locking,
  keys: keysWords,
  settings: settingsWords,
  terminal,
}
