/** Second versions that sync programs leave beside the journal's files. */
export const copying = {
  /** `formatted` is the number of pages. */
  found: (pages: number, formatted: string) =>
    pages === 1
      ? 'Another program left a second version of a page.'
      : `Another program left second versions of ${formatted} pages.`,
  foundMore: (days: string) => `${days}. Nothing was overwritten.`,
  compare: 'Compare…',
  title: 'Two versions of one page',
  explanation:
    'Another program left a second version beside this page. Choose what the page is to be; both stay on your disk.',
  sameWords: 'The words are the same. They differ in day, star or formatting.',
  remaining: (formatted: string) => `Afterwards there is more to compare: ${formatted}.`,
  ours: 'The page',
  theirs: 'Second version',
  written: (day: string, time: string) => `Written on ${day}, ${time}`,
  about: (day: string) => `Page of ${day}`,
  starred: 'Starred',
  keep: 'Keep the page as it is',
  take: 'Use the second version',
  both: 'Keep both',
  kept: 'The page stays as it is. The second version is kept among its earlier versions.',
  taken: 'The second version is the page now. The one before is kept among its earlier versions.',
  keptBoth: 'Both are kept, each as an entry of its own.',
  nothing: 'There is nothing left to compare.',
  merged: (file: string) => `${file} was a second file of captures. What was new in it was added to its day.`,
  superseded: (file: string) => `${file} held other settings. Yours stay; it went to the versions folder.`,
}
