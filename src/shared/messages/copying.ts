/** Conflicting versions that sync programs leave beside the journal's files. */
export const copying = {
  /** `devices` is what other computers are called that have the journal open. */
  openElsewhere: (devices: string) => `Also open on ${devices}.`,
  anotherComputer: 'another computer',
  openElsewhereMore: 'You can write on both.',
  /** `formatted` is the number of pages. */
  found: (pages: number, formatted: string) =>
    pages === 1
      ? 'Another program left a conflicting version of a page.'
      : `Another program left conflicting versions of ${formatted} pages.`,
  foundMore: (days: string) => `${days}. Nothing was overwritten.`,
  compare: 'Compare…',
  title: 'Two versions of one page',
  explanation:
    'Another program left a conflicting version of this page. Choose which one to use; both stay on your disk.',
  sameWords: 'The text is the same. They differ in day, star or formatting.',
  remaining: (formatted: string) => `Still to compare after this: ${formatted}.`,
  ours: 'This page',
  theirs: 'Conflicting version',
  written: (day: string, time: string) => `Written on ${day}, ${time}`,
  about: (day: string) => `Page of ${day}`,
  starred: 'Starred',
  keep: 'Keep this page',
  take: 'Use the conflicting version',
  both: 'Keep both',
  kept: 'The page was not changed. The conflicting version is kept among its earlier versions.',
  taken: 'The page has the conflicting version now. Its previous text is kept among its earlier versions.',
  keptBoth: 'Both are kept as separate entries.',
  nothing: 'There is nothing left to compare.',
  merged: (file: string) =>
    `${file} was a conflicting copy of a day’s captures. New captures in it were added to that day.`,
  superseded: (file: string) =>
    `${file} held other settings. Where both were changed, yours are kept; the file was moved to the versions folder.`,
}
