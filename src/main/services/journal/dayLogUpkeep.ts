/** What days of records that share a file need from time to time, whatever their kind: what was left outside of the window comes in, and what is done with goes. */
import type { Day } from '#shared/domain/day'
import type { AnyDayLogStore } from '../ports/dayLogStore'

interface Logs {
  allLogs(): readonly AnyDayLogStore[]
}

export interface DayLogUpkeepNeeds {
  /** Throws why the journal is not open. */
  forReading(): Logs
  forWriting(): Promise<Logs>
  /** Those of a kind that `tidy` has to look at. */
  untidyDays(kind: string): Promise<readonly Day[]>
  changed(kind: string, day: Day): void
}

export interface DayLogUpkeep {
  /** Brings in what other processes left. Never throws: what can't be brought in now stays where it is. */
  look(): Promise<void>
  /** Once after a start, when everything was read. Never throws. */
  tidy(): Promise<void>
}

export function createDayLogUpkeep({ forReading, forWriting, untidyDays, changed }: DayLogUpkeepNeeds): DayLogUpkeep {
  return {
    async look() {
      try {
        await Promise.all(
          forReading()
            .allLogs()
            .map(async (logs) => {
              for (const day of await logs.mergeInbox()) changed(logs.kind, day)
            }),
        )
      } catch {
        // The journal is not open, or its disk is away: the next look comes soon.
      }
    },
    async tidy() {
      try {
        for (const { kind } of forReading().allLogs()) {
          const days = await untidyDays(kind)
          if (days.length === 0) continue
          const logs = (await forWriting()).allLogs().find((one) => one.kind === kind)
          for (const day of (await logs?.tidy(days)) ?? []) changed(kind, day)
        }
      } catch {
        // It waits for the next start.
      }
    },
  }
}
