/** Instants in file names: `20260102T030405678Z`, since Windows allows no colon. Sorts by time. */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#shared/domain/day'

export const instantNamePattern = '\\d{8}T\\d{9}Z'

export function instantName(instant: Instant): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'millisecond' }).replace(/[-:.]/g, '')
}

/** Undefined when the digits are no instant. */
export function instantOfName(name: string): Instant | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(name)
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second, milli] = parts
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`).toString()
  } catch {
    return undefined
  }
}

export function milliseconds(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}
