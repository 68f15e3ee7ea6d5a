/** What waits, for the person who looks at it: read, let in, or put away. */

import { Failure, type FailureCode } from '#shared/domain/failure'
import type { ArrivedFile } from '#shared/domain/health/finding'
import { answered, failureOf } from '../../disk/failureOf'
import type { ArrivalStore } from '../../services/ports/arrivalStore'
import { arrivalsFolder } from '../encryption/files/arrivalPlace'
import { maxDocumentBytes } from '../format/fileFormat'
import type { FileNotices } from '../layout/fileNotices'
import type { JournalContext } from '../safekeeping/journalContext'
import type { ArrivalSource } from './arrival'

/** What is wrong with the file itself: the look through all files says so, and it keeps no other out. */
const ofFile: ReadonlySet<FailureCode> = new Set([
  'unreadable',
  'newer-schema',
  'sealed-elsewhere',
  'old-form',
  'not-found',
  'elsewhere',
])

export function openArrivals(
  arrivals: ArrivalSource,
  { lock, clock, notices }: Pick<JournalContext, 'lock' | 'clock' | 'notices'>,
): ArrivalStore {
  const found = async (file: ArrivedFile) => {
    const arrival = (await arrivals.all()).find((one) => one.file === file)
    if (arrival === undefined) throw new Failure('not-found', 'it does not wait any more')
    return arrival
  }
  const forget = async () => {
    if (!(await arrivals.areThere())) notices.forget('arrived', noticeFile)
  }
  return {
    areThere: () => answered(() => arrivals.areThere()),
    read: (file) => answered(async () => (await found(file)).read(maxDocumentBytes)),
    admit: () =>
      answered(async () => {
        await lock.hold()
        let failure: unknown = null
        for (const arrival of await arrivals.all()) {
          await arrival.admit().catch((error: unknown) => {
            if (!ofFile.has(failureOf(error).code)) failure ??= error
          })
        }
        await forget()
        if (failure !== null) throw failure
      }),
    dismiss: (file) =>
      answered(async () => {
        await lock.hold()
        await (await found(file)).dismiss(clock.instant())
        await forget()
      }),
  }
}

const noticeFile = arrivalsFolder.join('/')

/** Once for all of them. */
export function noticeArrivals(notices: FileNotices): void {
  notices.raise({ kind: 'arrived', file: noticeFile, day: null, restored: false })
}
