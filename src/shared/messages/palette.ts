/** The command palette. */
export const paletteWords = {
  title: 'Command palette',
  field: 'Find a page, a day or a command',
  results: 'Results',
  /** `all` is counted: “312 results”. */
  firstOf: (shown: string, all: string) => `The first ${shown} of ${all}`,
  none: 'Nothing found.',
  /** Where a sign asks for what the journal has none of. */
  noneOf: {
    '>': 'No command has this name.',
    '@': 'No one is mentioned in this journal yet. Write @ and a name in your answers.',
    '#': 'There are no tags in this journal yet. Write # and a word in your answers.',
    '+': 'There are no projects in this journal yet. Write + and a word in your answers.',
  },
  /** What a sign narrows to. */
  signs: [
    ['>', 'commands'],
    ['@', 'people'],
    ['#', 'tags'],
    ['+', 'projects'],
  ],
  kinds: { day: 'Day', period: 'Search', saved: 'Saved search', template: 'New page' },
  /** `period` is “March 2026”. */
  inPeriod: (period: string) => `Entries of ${period}`,
} as const
