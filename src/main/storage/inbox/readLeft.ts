/** Reads a file that another process left in an inbox, by the process that has the process lock. */
import type { Notice } from '#shared/contract/health'
import type { FailureCode } from '#shared/domain/failure'
import { failureOf } from '../../disk/failureOf'
import { DurableAdapter } from '../format/DurableAdapter'
import { isDamage } from '../format/damage'
import type { FileFormat } from '../format/fileFormat'
import type { JournalContext } from '../safekeeping/journalContext'
import { staysDamaged } from '../safekeeping/staysDamaged'

const kinds: Partial<Record<FailureCode, Notice['kind']>> = {
  'newer-schema': 'newer',
  elsewhere: 'elsewhere',
  'sealed-elsewhere': 'sealed',
}

/** Null when there is nothing to bring in: it is gone, was moved to quarantine as damaged, or has to stay as it is. Notices say so. */
export async function readLeft<T extends object>(
  { folder, quarantine, notices, clock, steadyFor }: JournalContext,
  path: string,
  format: FileFormat<T>,
): Promise<T | null> {
  try {
    return await new DurableAdapter(folder.disk, path, format).read()
  } catch (error) {
    const { code } = failureOf(error)
    const file = folder.nameOf(path)
    if (!isDamage(code)) {
      notices.raise({ kind: kinds[code] ?? 'unreachable', file, day: null, restored: false })
      return null
    }
    // It is whole another time, or damaged for good.
    if (!(await staysDamaged(folder.disk, path, format, steadyFor))) return null
    const kind = await quarantine.take(path, clock.instant())
    if (kind === 'quarantined') notices.raise({ kind, file, day: null, restored: false })
    return null
  }
}
