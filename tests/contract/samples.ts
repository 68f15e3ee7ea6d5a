/** One good request of each name. */
import type { RequestName } from '#shared/contract/channels'
import type { Request } from '#shared/contract/requests'
import { emptyDocument } from '#shared/document/document'

export const sampleId = '01900000-0000-7000-8000-000000000001'

export const samples: { [K in RequestName]: Request<K> } = {
  'app.start': undefined,
  'page.flushed': { unsaved: 0 },
  'entries.draft': { template: 'daily', day: '2026-03-02' },
  'entries.today': undefined,
  'entries.todayFrom': { template: 'weekly' },
  'entries.list': undefined,
  'entries.read': { id: sampleId },
  'entries.save': {
    id: sampleId,
    base: 0,
    day: '2026-03-02',
    template: 'daily',
    title: 'A good day',
    starred: true,
    sections: [
      { prompt: 'daily.focus', question: 'Where did my hours go?', practice: 'focus', answer: { ...emptyDocument() } },
      { prompt: null, question: null, practice: null, answer: { ...emptyDocument() } },
    ],
  },
  'entries.discard': { id: sampleId },
  'trash.list': undefined,
  'trash.restore': { id: sampleId },
  'trash.erase': { id: sampleId },
  'captures.begin': undefined,
  'captures.keepDraft': { kind: 'win', text: 'half a tho' },
  'captures.add': { kind: 'win', text: 'A thought', isOffered: false },
  'captures.open': undefined,
  'captures.close': undefined,
  'captures.ofDay': { day: '2026-03-02' },
  'captures.trashed': undefined,
  'captures.discard': { day: '2026-03-02', id: sampleId },
  'captures.restore': { day: '2026-03-02', id: sampleId },
  'captures.erase': { day: '2026-03-02', id: sampleId },
  'reminders.read': undefined,
  'reminders.answer': {
    occurrence: { reminder: '11111111-1111-4111-8111-111111111111', day: '2026-03-02', time: '16:45' },
    answer: 'tonight',
  },
  'reminders.dismissMissed': undefined,
  'presence.read': undefined,
  'presence.change': { startsAtLogin: true },
  'keys.read': undefined,
  'keys.choose': { keys: 'CommandOrControl+Alt+J' },
  'keys.tryOut': { isTrying: true },
  'search.find': { query: 'harbour', starred: false, practice: 'focus', template: null },
  'settings.change': { theme: 'dark', textSize: 'large', dayEnds: '04:00', weekStart: 1, manager: 'Ines' },
  'exports.copyEntry': { id: sampleId },
  'exports.saveEntry': { id: sampleId },
  'exports.savePeriod': { from: '2026-01-01', to: null },
  'journal.chooseFolder': undefined,
  'journal.showFolder': undefined,
  'journal.reopen': undefined,
  'links.open': { url: 'https://example.com/' },
  'text.copy': { text: 'words' },
  'about.read': undefined,
}
