/** Looks at what waits in the inboxes. */
import { isPlaceable } from '#shared/document/placeAnswer'
import type { Finding } from '#shared/domain/health/finding'
import { inboxFormat } from '../dayLogs/captureFiles'
import type { FileFormat } from '../format/fileFormat'
import { waitingAnswerFormat } from '../inbox/answerInbox'
import { answerInbox, captureInbox, inboxFiles } from '../layout/inboxes'
import type { EntryCheck } from './entryCheck'
import { finding, type Look, readOrTrouble } from './look'

/** `entries` has looked at the pages. */
export async function* inboxFindings(look: Look, entries: EntryCheck): AsyncGenerator<Finding> {
  yield* findingsIn(look, captureInbox, inboxFormat, () => null)
  yield* findingsIn(look, answerInbox, waitingAnswerFormat, ({ answer }) => {
    const { day, entry } = answer
    return isPlaceable(answer) && !entries.isNewer(entry) ? null : { day, entry }
  })
}

/** `waits`: what is said of one that can be read and not be brought in. */
async function* findingsIn<T extends object>(
  look: Look,
  inbox: readonly string[],
  format: FileFormat<T>,
  waits: (file: T) => Pick<Finding, 'day' | 'entry'> | null,
): AsyncGenerator<Finding> {
  for (const path of await inboxFiles(look.folder, inbox)) {
    const read = await readOrTrouble(look, path, format)
    if (typeof read === 'string') yield finding(look, read, path)
    else if (read) {
      const about = waits(read)
      if (about) yield finding(look, 'waits', path, about)
    }
  }
}
