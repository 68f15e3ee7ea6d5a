/** Which backups have served: the ten latest stay, one a day for 30 days, one a month for 12 months after. Pure. */
import type { Backup } from '#shared/domain/backup/backup'
import type { Instant } from '#shared/domain/day'
import { milliseconds } from '../disk/instantName'
import { believedAges, isAfterStepBack } from '../storage/safekeeping/believedAge'

type Dated = Pick<Backup, 'at' | 'generation'>

const day = 86_400_000
const latest = 10
const days = 30
const months = 12

/**
 * In the order of their generation. A backup is old only when the clock says so *and* what can be believed does: between two of them at most a day
 * counts, and of months so many have to be there. A day or month is told by the clock's date, but only next to its like and not across a clock
 * that was set back: one that comes up again is another one. So a clock that jumps takes nothing away; it keeps some longer.
 */
export function served<T extends Dated>(backups: readonly T[], now: Instant): T[] {
  const present = milliseconds(now)
  const dropped: T[] = []
  const ordered = backups.toSorted((a, b) => b.generation - a.generation)
  const times = ordered.map(({ at }) => milliseconds(at))
  const ages = believedAges(times, present, (step) => Math.min(step, day))
  let [slotBefore, monthsKept] = ['', 0]
  for (const [number, backup] of ordered.entries()) {
    const made = times[number] ?? present
    const isOfDays = (ages[number] ?? 0) < days * day || present - made < days * day
    const slot = backup.at.slice(0, isOfDays ? 'YYYY-MM-DD'.length : 'YYYY-MM'.length)
    const isOld = monthsKept >= months && present - made >= (days + months * 31) * day
    const isAlone = isAfterStepBack(times, number) || isAfterStepBack(times, number - 1)
    if (number >= latest && (isOld || (slot === slotBefore && !isAlone))) dropped.push(backup)
    else if (!isOfDays) monthsKept += 1
    slotBefore = slot
  }
  return dropped
}
