/** Looking back over what was written: a year day by day, and the whole time. */
import type { PeriodLength } from '../domain/overview/periods'

export const overview = {
  title: 'Looking back',
  back: 'Back to the page',
  nothingYet: 'What you write will be shown here, day by day.',
  failed: 'This could not be loaded.',
  again: 'Try again',
  asTable: 'Show as table',

  previousYear: 'Previous year',
  nextYear: 'Next year',
  show: 'Show',
  measures: { entries: 'Entries', words: 'Words', captures: 'Captures' },
  /** The heat map's name for screen readers. */
  map: (measure: string, year: string) => `${measure}, each day of ${year}`,
  facts: (day: string, facts: string) => `${day}: ${facts}`,
  nothing: 'nothing written',
  ahead: 'still to come',
  today: (day: string) => `Today, ${day}`,
  writeOn: 'Write a page for this day',
  legend: 'Legend',
  none: 'none',
  one: (number: string) => number,
  between: (from: string, to: string) => `${from}–${to}`,
  orMore: (from: string) => `${from} or more`,
  day: 'Day',
  answers: 'Answered questions',

  wholeTime: 'All time',
  total: (facts: string, days: string, first: string) => `${facts} on ${days}, the first on ${first}.`,
  totalOfOneDay: (facts: string, day: string) => `${facts} on ${day}.`,
  streak: {
    best: (days: string) => `You have written ${days} in a row, your longest run so far.`,
    current: (days: string, longest: string) => `You have written ${days} in a row. Your longest run was ${longest}.`,
    past: (days: string) => `Your longest run was ${days} in a row.`,
    rule: 'Weekends, holidays and pauses do not end a run.',
    hide: 'Hide this',
    show: 'Show days in a row',
  },
  month: 'Month',
  monthByMonth: 'Month by month',
  plots: { entries: 'Entries', words: 'Words', answers: 'Answered questions' },
  by: { month: 'by month', quarter: 'by quarter', year: 'by year' } satisfies Record<PeriodLength, string>,
  plotTitle: (what: string, by: string) => `${what} ${by}`,
  /** A plot's name for screen readers. */
  plot: (what: string, total: string, period: string, most: string) =>
    `${what}: ${total} in total, the most in ${period} with ${most}`,
  plotOfNone: (what: string) => `${what}: none`,
}
