/** Looks at what waits in the inboxes. */
import type { Finding } from '#shared/domain/finding'
import { waitingAnswerFormat } from '../answerInbox'
import { inboxFormat } from '../captureFiles'
import type { Format } from '../format'
import { answerInbox, captureInbox, inboxFiles } from '../inboxes'
import { finding, type Look, troubleOf } from './look'

export async function* inboxFindings(look: Look): AsyncGenerator<Finding> {
  yield* findingsIn(look, captureInbox, inboxFormat)
  yield* findingsIn(look, answerInbox, waitingAnswerFormat)
}

async function* findingsIn<T extends object>(
  look: Look,
  inbox: readonly string[],
  format: Format<T>,
): AsyncGenerator<Finding> {
  for (const path of await inboxFiles(look.folder, inbox)) {
    const trouble = await troubleOf(look, path, format)
    if (trouble) yield finding(look, trouble, path)
  }
}
