/** What main answers to each request. Types only: main is trusted by the page. */
import type { Accelerator } from '../domain/accelerator'
import type { Backup, Comparison } from '../domain/backup'
import type { Capture } from '../domain/capture'
import type { CopyId } from '../domain/copy'
import type { Day, Instant } from '../domain/day'
import type { Entry, EntryId } from '../domain/entry'
import type { EntryRow } from '../domain/entryRow'
import type { FailureCode } from '../domain/failure'
import type { Finding } from '../domain/finding'
import type { Statistics } from '../domain/overview/statistics'
import type { YearOfMeasures } from '../domain/overview/yearOfMeasures'
import type { Query } from '../domain/query/query'
import type { Occurrence } from '../domain/reminder'
import type { EntryHit } from '../domain/search'
import type { Settings } from '../domain/settings'
import type { Snooze } from '../domain/snooze'
import type { Prompt } from '../domain/template'
import type { Version } from '../domain/version'
import type { RequestName } from './channels'
import type { StartCommand } from './commands'
import type { CaptureDraft } from './requests'

/** Something the person should know about a file, with what was done about it. Holds no journal text. */
export interface Notice {
  readonly kind: 'quarantined' | 'newer' | 'duplicate' | 'unreachable' | 'copy' | 'merged' | 'superseded' | 'full'
  readonly file: string
  readonly day: Day | null
  readonly restored: boolean
  /** With `copy`: the entry that another program left a second version of. */
  readonly entry?: EntryId
}

/** An entry as it is, and the second versions that other programs left beside it. */
export interface EntryCopies {
  readonly entry: Entry
  readonly copies: readonly { readonly copy: CopyId; readonly entry: Entry }[]
}

/** An entry and its earlier states. */
export interface EntryHistory {
  /** As it is now. */
  readonly entry: Entry
  /** Then nothing can be its next revision before it is back. */
  readonly isInTrash: boolean
  /** Newest first, those of other programs last; without those that can't be read. */
  readonly versions: readonly Version[]
}

/** What a look through all files found. */
export interface Health {
  /** What matters most first; no more than a page can show. */
  readonly findings: readonly Finding[]
  readonly total: number
  /** Files that were looked at. */
  readonly files: number
}

/** An open page: the entry, and what stands around it. */
export interface OpenPage {
  readonly entry: Entry
  /** What an earlier day named as the one thing for tomorrow; only on today's daily page. */
  readonly fromBefore: { readonly day: Day; readonly text: string } | null
  /** For each rotating section of an unsaved page: what could be asked instead, in turn. Empty once it is stored. */
  readonly alternatives: readonly Prompt[]
}

export interface Start {
  readonly today: Day
  readonly zone: string
  readonly locale: string
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly settings: Settings
  /** Today's page; an empty one to write on while the journal can't be opened. */
  readonly page: OpenPage
  readonly trouble: FailureCode | null
  readonly folder: string
  /** True while this journal has no entry at all. */
  readonly firstRun: boolean
  /** At most 100, newest first; `entries.list` brings the rest once it is ready. */
  readonly rows: readonly EntryRow[]
  readonly notices: readonly Notice[]
}

export interface Reading {
  /** Rows may be asked for: from here on each change is told. */
  readonly isReady: boolean
  /** Every file has been looked at since the start. */
  readonly isComplete: boolean
  /** Files looked at, and files there are; both 0 before they were counted. */
  readonly done: number
  readonly total: number
}

export interface Saved {
  readonly revision: number
  readonly updatedAt: Instant
  readonly row: EntryRow
}

export interface Found {
  readonly hits: readonly EntryHit[]
  /** All matches; `hits` holds the first of them, as many as were asked for. */
  readonly total: number
  /** How the text was understood. */
  readonly query: Query
  /** False while older entries are still being read. */
  readonly complete: boolean
}

export interface Starred {
  /** The entries that have another star now. */
  readonly changed: readonly EntryId[]
  /** How many should have, and could not be saved. */
  readonly failed: number
  /** Why the first of them could not; null when all could. */
  readonly code: FailureCode | null
}
/** `complete` is false while older entries are still being read. */
export type YearOverview = YearOfMeasures & { readonly complete: boolean }
export type Overall = Statistics & { readonly complete: boolean }

export interface TrashedRow {
  readonly row: EntryRow
  readonly trashedAt: Instant
  /** Title and answers, to be searched. */
  readonly text: string
}

export interface ExportStop {
  /** Which folder it was. */
  readonly at: 'journal' | 'target'
  readonly code: FailureCode
}

export interface ExportSummary {
  /** Null when the person closed the dialog. */
  readonly folder: string | null
  readonly written: number
  /** Already there with the same content. */
  readonly unchanged: number
  /** Entries that could not be written, and files of the journal that could not be read. */
  readonly failed: readonly { readonly day: Day | null; readonly name: string; readonly code: FailureCode }[]
  /** Why it ended before the last entry: what no other entry would have fared better with. */
  readonly stopped: ExportStop | null
}

export interface About {
  readonly version: string
  readonly licences: readonly {
    readonly name: string
    readonly version: string
    readonly licence: string
    readonly text: string
  }[]
}

/** A reminder that came or will come, with the names that a person knows it by. */
export interface NamedOccurrence extends Occurrence {
  readonly name: string
  readonly template: string
}

/** One that will come. `comes` is when: later than its own day and time when it was put off. */
export interface NextOccurrence extends NamedOccurrence {
  readonly comes: Pick<Occurrence, 'day' | 'time'>
}

export interface Reminding {
  /** The calendar's day, which reminders follow wherever the journal's day ends. */
  readonly today: Day
  /** The next five, without those that will be silent because their day is written. */
  readonly next: readonly NextOccurrence[]
  /** Shown, and not answered yet. */
  readonly waiting: readonly NamedOccurrence[]
  /** Came while nobody could be asked; not dismissed yet. */
  readonly missed: readonly NamedOccurrence[]
  readonly snoozes: readonly Snooze[]
  /** False once the system showed no notification. */
  readonly notifies: boolean
  /** The person was not asked yet whether they want any. */
  readonly isOffered: boolean
}

/** The app when its window is not there, as the system has it now. */
export interface Presence {
  readonly startsAtLogin: boolean
  readonly keepsRunning: boolean
  readonly trayIsShown: boolean
}

/** The keys that open quick capture from anywhere; `isFree` is false while another program has them. */
export interface ChosenKeys {
  readonly keys: Accelerator | null
  readonly isFree: boolean
}

/** The backups of this journal; of every journal while none is open. */
export interface BackupsState {
  readonly folder: string
  /** Newest first. Each was read back when it was made. */
  readonly backups: readonly Backup[]
  readonly isWorking: boolean
  /** Why the last one could not be made. */
  readonly failure: FailureCode | null
  /** Files that are not in the last one, since the disk did not give them. */
  readonly leftOut: readonly string[]
  readonly second: {
    readonly folder: string
    /** False while its disk is away. */
    readonly isThere: boolean
    readonly last: Backup | null
    readonly failure: FailureCode | null
  } | null
}

export interface LockState {
  readonly isOn: boolean
  /** Nobody has the key here. */
  readonly isLocked: boolean
}

export interface Responses {
  /** `command`: what the start asks for beside its page. */
  'app.start': Start & { readonly command: StartCommand | null }
  /** The page can be written on. */
  'page.shown': null
  'page.flushed': null
  'entries.draft': OpenPage
  'entries.today': OpenPage
  /** Today's page from a template, or a new one. */
  'entries.todayFrom': OpenPage
  /** The next rows, newest first; those of captures are rows as the search has them: their template says that they are no entries. */
  'entries.list': { readonly rows: readonly EntryRow[]; readonly isLast: boolean }
  'entries.read': OpenPage
  'entries.save': Saved
  'entries.star': Starred
  'entries.discard': null
  'copies.read': EntryCopies
  'copies.settle': null
  'history.read': EntryHistory
  'history.version': Entry
  /** The entry that has the words now. */
  'history.bring': EntryId
  /** Bytes that all versions take. */
  'history.taken': number
  'health.read': Health
  'health.mend': null
  'health.bringBack': null
  'health.text': string
  'health.settle': null
  'trash.list': readonly TrashedRow[]
  'trash.restore': EntryRow
  'trash.erase': null
  'captures.begin': {
    readonly draft: CaptureDraft | null
    /** What a link offers, to be kept only when the person says so. */
    readonly offered: CaptureDraft | null
    readonly locale: string
  }
  'captures.keepDraft': null
  'captures.add': null
  'captures.open': null
  'captures.close': null
  'captures.ofDay': readonly Capture[]
  'captures.trashed': readonly Capture[]
  'captures.edit': null
  'captures.move': null
  'captures.use': null
  'captures.discard': null
  'captures.restore': null
  'captures.erase': null
  'reminders.read': Reminding
  'reminders.answer': null
  'reminders.dismissMissed': null
  'presence.read': Presence
  'presence.change': Presence
  'keys.read': ChosenKeys
  'keys.choose': ChosenKeys
  'keys.tryOut': null
  'search.find': Found
  'search.star': Starred
  'search.export': ExportSummary
  'overview.year': YearOverview
  'overview.statistics': Overall
  'settings.change': Settings
  'exports.copyEntry': null
  'exports.saveEntry': ExportSummary
  'exports.savePeriod': ExportSummary
  'backups.read': BackupsState
  'backups.make': BackupsState
  'backups.chooseSecond': BackupsState
  'backups.forgetSecond': BackupsState
  'backups.showFolder': null
  'backups.compare': Comparison
  'backups.restore': null
  'backups.restoreEntries': null
  /** Null when nothing changed: the person closed a dialog. */
  'journal.chooseFolder': { readonly how: 'moved' | 'opened' | 'begun' | null }
  'journal.showFolder': null
  'journal.reopen': Start
  'links.open': null
  'text.copy': null
  'about.read': About
  'lock.read': LockState
  'lock.prepare': { readonly code: string }
  /** How many files could not be taken away unsealed. */
  'lock.turnOn': { readonly left: number }
  'lock.turnOff': null
  'lock.changePassphrase': null
  'lock.newCode': { readonly code: string }
  'lock.keepCode': null
  'lock.lockNow': null
  'lock.unlock': null
  'lock.recover': null
}

/** Does not compile while a request has no answer, or an answer no request. */
export type Response<K extends RequestName> = Responses[K]
