/** The week's first day, as the settings hold it and as the calendars want it. */
const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type WeekdayName = (typeof names)[number]

/** As props to spread: nothing when the locale decides. */
export function firstDayProps(weekStart: number | null): { readonly firstDayOfWeek?: WeekdayName } {
  const name = weekStart === null ? undefined : names[weekStart - 1]
  return name === undefined ? {} : { firstDayOfWeek: name }
}
