/** The days of `--from` and `--to`. */
import { isDay } from '#shared/domain/day'
import { messages } from '#shared/messages/messages'
import { printable } from './printable'
import type { AskedPeriod } from './verb'

/** A sentence says why they are no period. */
export function parsePeriod(values: ReadonlyMap<string, string>): AskedPeriod | string {
  const [from, to] = [values.get('from') ?? null, values.get('to') ?? null]
  for (const day of [from, to]) {
    if (day !== null && !isDay(day)) return messages.commandLine.notADay(printable(day))
  }
  return from !== null && to !== null && from > to ? messages.commandLine.fromAfterTo : { from, to }
}
