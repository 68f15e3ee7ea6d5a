/** The rail: calendar, list, search, filters; and the trash. */
import { copying } from './copying'

export const finding = {
  rail: 'Entries',
  calendar: 'Calendar',
  written: 'written',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  today: 'Today',
  isToday: 'today',
  search: 'Search all entries',
  clearSearch: 'Clear search',
  filters: 'Filter',
  starredOnly: 'Starred',
  anyPractice: 'Any practice',
  anyTemplate: 'Any template',
  practice: 'Practice',
  template: 'Template',
  clearFilters: 'Clear filters',
  untitled: 'Nothing written yet',
  noEntries: 'Your entries will be listed here.',
  /** `files` is counted: “12 files”. */
  entriesElsewhere: (files: string) =>
    `Your entries are not on this computer yet: ${files}. Let your sync program download them.`,
  writeToday: 'Write today’s page',
  noMatches: 'No entry matches this search.',
  noFiltered: 'No entry matches these filters.',
  found: 'Search results',
  firstOf: (shown: string, total: string) => `The first ${shown} of ${total}`,
  stillReading: 'Loading older entries…',
  readOf: (done: string, total: string) => `${done} of ${total}`,
  nothingOn: (day: string) => `Nothing written on ${day}.`,
  writeOn: 'Write a page for this day',
  trashTitle: 'Trash',
  trashEmpty: 'The trash is empty. What you delete stays here for 30 days.',
  trashKeeps: 'What you delete stays here for 30 days.',
  restore: 'Restore',
  restoreNamed: (entry: string) => `Restore: ${entry}`,
  restored: 'Restored.',
  trashedOn: (day: string) => `Deleted on ${day}`,
  erase: 'Delete permanently',
  eraseNamed: (entry: string) => `Delete permanently: ${entry}`,
  erased: 'Deleted permanently.',
  eraseQuestion: 'Delete this entry permanently?',
  eraseExplanation: 'You cannot undo this.',
  searchTrash: 'Search trash',
  noneInTrash: 'Nothing in the trash matches this search.',
  foundInTrash: (items: string) => `${items} found`,
  empty: 'Empty trash',
  emptyQuestion: 'Empty the trash?',
  /** `items` is counted: “12 items”. */
  emptyExplanation: (items: string) => `${items} will be deleted permanently, with all earlier versions.`,
  emptied: 'The trash is empty now.',
  emptyFailed: (items: string, reason: string) => `${items} could not be deleted: ${reason}.`,
  notices: 'Notices',
  notice: {
    quarantined: (file: string) => `${file} could not be read. It is safe in the quarantine folder.`,
    restored: 'The last good copy replaced it.',
    newer: (file: string) => `${file} was written by a newer version of Throughline. It was not changed.`,
    duplicate: (file: string) => `${file} was an older copy of another entry. It was moved to the versions folder.`,
    sealed: (file: string) =>
      `${file} was encrypted with another lock. It was not changed; its passphrase opens it in Journal health.`,
    arrived: () => 'Files from another device or program are waiting. Nothing in them is in your journal yet.',
    elsewhere: (file: string) => `${file} is not on this computer yet. Let your sync program download it.`,
    'being-written': (file: string) => `Another program is still writing ${file}. It was not changed.`,
    unreachable: (file: string) => `${file} cannot be read at the moment. It was not changed.`,
    'rolled-back': (file: string) =>
      `${file} is older than what this computer has seen before. Earlier versions or a backup may have the newer state.`,
    pageOf: (day: string) => `The page of ${day}`,
    gone: (file: string) =>
      `${file} was here before and is gone without having been deleted. Earlier versions or a backup may have it.`,
    'versions-gone': (file: string) =>
      `Earlier versions in ${file} were here before and are gone. The pages themselves are there; a backup may have the versions.`,
    merged: copying.merged,
    superseded: copying.superseded,
    full: (file: string) =>
      `${file} holds as many captures as one day can. The others are safe in captures/inbox and included in every export.`,
    waits: (file: string) =>
      `An answer from the terminal is waiting in ${file}: its page cannot take it, and may need a newer version of Throughline.`,
    /** `formatted` is the number of those that are not shown. */
    moreFiles: (files: number, formatted: string) =>
      files === 1 ? 'One more notice like these.' : `${formatted} more notices like these.`,
    dismiss: 'Dismiss',
    dismissRest: 'Dismiss the rest',
  },
  trouble: {
    sentence: (reason: string) => `Your journal cannot be opened: ${reason}.`,
    beingWritten:
      'Your journal cannot be opened yet: another program is still writing one of its files. Throughline tries again by itself.',
    explanation: 'You can keep writing; your text is kept as a draft on this computer until it can be saved.',
    again: 'Try again',
    chooseFolder: 'Choose folder…',
  },
}
