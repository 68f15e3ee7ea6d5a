/** Counted things in words. */
const plural = new Intl.PluralRules('en')

function of(one: string, other: string): (count: number, formatted: string) => string {
  return (count, formatted) => `${formatted} ${plural.select(count) === 'one' ? one : other}`
}

export const counted = {
  entries: of('entry', 'entries'),
  /** Entries and captures. */
  found: of('found', 'found'),
  /** Entries and captures that mention something. */
  places: of('place', 'places'),
  results: of('result', 'results'),
  words: of('word', 'words'),
  captures: of('capture', 'captures'),
  answers: of('answered question', 'answered questions'),
  answersSaved: of('answer', 'answers'),
  minutes: of('minute', 'minutes'),
  days: of('day', 'days'),
  files: of('file', 'files'),
  items: of('item', 'items'),
  pages: of('page', 'pages'),
}
