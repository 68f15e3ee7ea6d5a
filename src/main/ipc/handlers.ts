/** One line for each request: which service answers it. */

import type { Background } from '../services/app/background'
import type { PageReady } from '../services/app/pageReady'
import type { PageRequests } from '../services/app/pageRequests'
import type { BackupActions } from '../services/backups/backupActions'
import type { Restores } from '../services/backups/restores'
import type { CaptureField } from '../services/captures/captureField'
import type { CaptureShortcut } from '../services/captures/captureShortcut'
import type { Lock } from '../services/encryption/lock'
import type { ExportActions } from '../services/exports/exportActions'
import type { JournalLocation } from '../services/journal/journalLocation'
import type { Session } from '../services/journal/session'
import type { Desktop } from '../services/ports/desktop'
import type { Reminders } from '../services/reminders/reminders'
import type { Overview } from '../services/search/overview'
import type { SearchActions } from '../services/search/searchActions'
import type { SettingsChanges } from '../services/settings/settingsChanges'
import { readAbout } from '../system/readAbout'
import type { Flush } from '../windows/flush'
import type { Handlers } from './serve'

export interface Served {
  readonly session: Session
  readonly shownPage: PageReady
  readonly exports: ExportActions
  readonly found: SearchActions
  readonly folder: JournalLocation
  readonly backups: BackupActions
  readonly restores: Restores
  readonly overview: Overview
  readonly desktop: Desktop
  readonly flush: Flush
  readonly asked: PageRequests
  readonly captureField: CaptureField
  readonly reminders: Reminders
  readonly presence: Background
  readonly captureKeys: CaptureShortcut
  readonly settingsChanges: SettingsChanges
  readonly lock: Lock
  openLink(url: string): Promise<void>
}

export function handlersOf({
  session,
  shownPage,
  exports,
  found,
  folder,
  backups,
  restores,
  overview,
  desktop,
  flush,
  asked,
  captureField,
  reminders,
  presence,
  captureKeys,
  settingsChanges,
  lock,
  openLink,
}: Served): Handlers {
  return {
    'app.start': async () => {
      flush.pageBegan()
      shownPage.began()
      // A page that began while the journal was being locked must not get what it shows.
      await lock.settled()
      const { page, command } = asked.pageBegan()
      return { ...(await session.start(page)), command }
    },
    'page.shown': () => done(shownPage.shown),
    'page.flushed': ({ unsaved }) => done(() => flush.answered(unsaved)),
    'page.unsaved': ({ isUnsaved }) => done(() => flush.pageHolds(isUnsaved)),
    'entries.draft': ({ template, day }) => session.pages.draft(template, day),
    'entries.today': () => session.pages.today(),
    'entries.todayFrom': ({ template }) => session.pages.todayFrom(template),
    'entries.list': ({ after }) => session.library.rows(after),
    'entries.read': ({ id }) => session.pages.read(id),
    'entries.save': (saved) => session.entries.save(saved),
    'entries.star': ({ ids, starred }) => found.starThese(ids, starred),
    'entries.discard': ({ id }) => session.entries.discard(id),
    'drafts.keep': (draft) => session.drafts.keep(draft),
    'drafts.drop': (name) => session.drafts.drop(name),
    'copies.read': ({ id }) => session.copies.read(id),
    'copies.settle': ({ id, ...settling }) => session.copies.settle(id, settling),
    'history.read': ({ id }) => session.history.read(id),
    'history.version': ({ id, version }) => session.history.version(id, version),
    'history.bring': ({ id, ...back }) => session.history.bring(id, back),
    'history.taken': () => session.history.taken(),
    'health.read': () => session.health.read(),
    'health.mend': (what) => session.health.mend(what),
    'health.bringBack': ({ id }) => session.health.bringBack(id),
    'health.text': ({ file }) => session.health.text(file),
    'health.settle': ({ file }) => session.health.settle(file),
    'trash.list': () => session.entries.trashed(),
    'trash.restore': ({ id }) => session.entries.restore(id),
    'trash.erase': ({ id }) => session.entries.erase(id),
    'captures.begin': () => captureField.begin(),
    'captures.keepDraft': (draft) => captureField.keepDraft(draft),
    'captures.add': (draft) => captureField.add(draft),
    'captures.open': () => done(() => captureField.open()),
    'captures.close': () => done(captureField.hide),
    'captures.ofDay': ({ day }) => session.captures.ofDay(day),
    'captures.trashed': () => session.captures.trashed(),
    'captures.edit': ({ day, id, kind, text }) => session.captures.edit(day, id, { kind, text }),
    'captures.move': ({ day, id, to }) => session.captures.move(day, id, to),
    'captures.use': ({ day, id, entry }) => session.captures.use(day, id, entry),
    'captures.discard': ({ day, id }) => session.captures.discard(day, id),
    'captures.restore': ({ day, id }) => session.captures.restore(day, id),
    'captures.erase': ({ day, id }) => session.captures.erase(day, id),
    'reminders.read': () => reminders.read(),
    'reminders.answer': ({ occurrence, answer }) => reminders.answer(occurrence, answer),
    'reminders.dismissMissed': () => reminders.dismissMissed(),
    'presence.read': () => presence.read(),
    'presence.change': (change) => presence.change(change),
    'keys.read': () => captureKeys.read(),
    'keys.choose': ({ keys }) => captureKeys.choose(keys),
    'keys.tryOut': ({ isTrying }) => captureKeys.tryOut(isTrying),
    'search.find': (request) => session.find(request),
    'search.star': ({ sought, starred }) => found.star(sought, starred),
    'search.export': (sought) => found.exportAll(sought),
    'overview.year': ({ year }) => overview.year(year),
    'overview.statistics': () => overview.statistics(),
    'settings.change': (change) => settingsChanges.change(change),
    'exports.copyEntry': ({ id }) => exports.copyEntry(id),
    'exports.saveEntry': ({ id }) => exports.saveEntry(id),
    'exports.savePeriod': (period) => exports.savePeriod(period),
    'backups.read': () => backups.read(),
    'backups.make': () => backups.make(),
    'backups.chooseSecond': () => backups.chooseSecond(),
    'backups.forgetSecond': () => backups.forgetSecond(),
    'backups.showFolder': () => backups.showFolder(),
    'backups.compare': ({ name }) => restores.compare(name),
    'backups.restore': ({ name }) => restores.whole(name),
    'backups.restoreEntries': ({ name, ids }) => restores.entries(name, ids),
    'journal.chooseFolder': () => folder.choose(),
    'journal.showFolder': () => folder.show(),
    'journal.reopen': () => session.start(),
    'links.open': ({ url }) => done(() => openLink(url)),
    'text.copy': ({ text }) => done(() => desktop.copyText(text)),
    'about.read': () => readAbout(),
    'lock.read': () => lock.read(),
    'lock.prepare': ({ passphrase }) => lock.prepare(passphrase),
    'lock.turnOn': ({ code }) => lock.turnOn(code),
    'lock.turnOff': ({ passphrase }) => lock.turnOff(passphrase),
    'lock.changePassphrase': ({ old, next }) => lock.changePassphrase(old, next),
    'lock.newCode': ({ passphrase }) => lock.newCode(passphrase),
    'lock.keepCode': ({ code }) => lock.keepCode(code),
    'lock.lockNow': () => lock.lockNow(),
    'lock.unlock': ({ passphrase }) => lock.unlock(passphrase),
    'lock.recover': ({ code, passphrase }) => lock.recover(code, passphrase),
    'lock.canKeepKey': () => lock.canKeepKey(),
    'lock.keepKey': ({ passphrase }) => lock.keepKey(passphrase),
    'lock.forgetKey': () => lock.forgetKey(),
    'lock.unlockHere': () => lock.unlockHere(),
  }
}

async function done(act: () => Promise<void> | void): Promise<null> {
  await act()
  return null
}
