/** Counted things in words. */
const plural = new Intl.PluralRules('en')

function of(one: string, other: string): (count: number, formatted: string) => string {
  return (count, formatted) => `${formatted} ${plural.select(count) === 'one' ? one : other}`
}

export const counted = {
  entries: of('entry', 'entries'),
  /** Entries and captures. */
  found: of('found', 'found'),
  words: of('word', 'words'),
  thoughts: of('thought caught', 'thoughts caught'),
  captures: of('thought', 'thoughts'),
  answers: of('answered question', 'answered questions'),
  answersSaved: of('answer', 'answers'),
  minutes: of('minute', 'minutes'),
  days: of('day', 'days'),
  files: of('file', 'files'),
  things: of('thing', 'things'),
  pages: of('page', 'pages'),
}
