/** Whether a file is of no use in its place, as far as its bytes say: damaged, or sealed in the form of before once all is in the present one. */
import type { FailureCode } from '#shared/domain/failure'

const ofDamage: ReadonlySet<FailureCode> = new Set(['unreadable', 'too-large', 'old-form'])

export function isDamage(code: FailureCode): boolean {
  return ofDamage.has(code)
}
