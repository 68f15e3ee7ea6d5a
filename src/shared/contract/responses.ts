/** What main answers to each request. Types only: main is trusted by the page. */
import type { Comparison } from '../domain/backup/backup'
import type { Capture, TrashedCapture } from '../domain/capture/capture'
import type { Entry, EntryId } from '../domain/entry/entry'
import type { EntryRow } from '../domain/entry/entryRow'
import type { Settings } from '../domain/settings/settings'
import type { About } from './answers/about'
import type { ChosenKeys, Presence } from './answers/atHand'
import type { ExportSummary } from './answers/exporting'
import type { Found, Overall, Starred, YearOverview } from './answers/finding'
import type { Health } from './answers/notices'
import type { EntryCopies, EntryHistory, OpenPage, Saved, TrashedRow } from './answers/pages'
import type { Reminding } from './answers/reminding'
import type { BackupsState, LockState } from './answers/safekeeping'
import type { Start } from './answers/start'
import type { RequestName } from './channels'
import type { CommandId } from './commands'
import type { CaptureDraft } from './requests'

export interface Responses {
  /** `command`: what the start asks for beside its page. */
  'app.start': Start & { readonly command: CommandId | null }
  /** The page can be written on. */
  'page.shown': null
  'page.flushed': null
  'page.unsaved': null
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
  /** They are on the disk of this device. */
  'drafts.keep': null
  'drafts.drop': null
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
  'captures.trashed': readonly TrashedCapture[]
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
  'lock.canKeepKey': boolean
  'lock.keepKey': null
  'lock.forgetKey': null
  'lock.unlockHere': null
}

/** Does not compile while a request has no answer, or an answer no request. */
export type Response<K extends RequestName> = Responses[K]
