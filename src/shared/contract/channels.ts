/** The names that may cross the bridge: the only thing the preload loads. */
export const requestNames = [
  'app.start',
  'page.flushed',
  'entries.draft',
  'entries.today',
  'entries.list',
  'entries.read',
  'entries.save',
  'entries.discard',
  'trash.list',
  'trash.restore',
  'trash.erase',
  'search.find',
  'settings.change',
  'exports.copyEntry',
  'exports.saveEntry',
  'exports.savePeriod',
  'journal.chooseFolder',
  'journal.showFolder',
  'journal.reopen',
  'links.open',
  'text.copy',
  'about.read',
] as const
export type RequestName = (typeof requestNames)[number]

export const eventNames = [
  'entryChanged',
  'entryRemoved',
  'dayChanged',
  'settingsChanged',
  'journalFilled',
  'noticeRaised',
  'commandChosen',
  'flushAsked',
  'pageAsked',
] as const
export type EventName = (typeof eventNames)[number]
