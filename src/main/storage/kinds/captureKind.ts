/** Captures: short thoughts, all of a day in one file. */
import { z } from 'zod'
import {
  type Capture,
  type CaptureDay,
  captureDaySchema,
  captureSchema,
  compareCaptures,
  emptyCaptureDay,
} from '#shared/domain/capture/capture'
import { mergedCaptures } from '#shared/domain/capture/mergedCaptures'
import { measureOfCapture } from '#shared/domain/overview/measure'
import { describedCapture } from '#shared/facts/describedCapture'
import { messages } from '#shared/messages/messages'
import { derivedId } from '../format/derivedId'
import type { FileFormat } from '../format/fileFormat'
import type { DayLogKind, LogInbox } from './recordKind'

export const captureDayFormat: FileFormat<CaptureDay> = { version: 1, schema: captureDaySchema, migrations: [] }

const inboxSchema = z.looseObject({ schema: z.literal(1), capture: captureSchema })
export type InboxItem = z.infer<typeof inboxSchema>
export const inboxFormat: FileFormat<InboxItem> = { version: 1, schema: inboxSchema, migrations: [] }

const inbox: LogInbox<Capture, InboxItem> = {
  format: inboxFormat,
  waitsFor: () => null,
  recordOf: ({ capture }) => capture,
}

export const captureKind: DayLogKind<CaptureDay, Capture> = {
  shape: 'day log',
  name: 'capture',
  folder: 'captures',
  format: captureDayFormat,
  inbox,
  countedAs: 'captures',
  empty: emptyCaptureDay,
  contentOf,
  recordsOf: ({ captures }) => captures,
  withRecords: (log, captures) => ({ ...log, captures: [...captures] }),
  compare: compareCaptures,
  merge: (ours, theirs) => ({ ...ours, captures: withCaptures(ours.captures, theirs.captures) }),
  describe: (log) =>
    shownOf(log).map((capture) => ({ ...describedCapture(capture), measure: measureOfCapture(capture) })),
  isUntidy: ({ captures }) => captures.some(({ trashed, movingTo }) => trashed !== null || movingTo !== undefined),
  compared: (log) => new Map(shownOf(log).map(({ id, kind, text, day }) => [id, JSON.stringify([kind, text, day])])),
  async markdown(log) {
    const { captureMarkdown } = await import('#shared/document/captureMarkdown')
    return captureMarkdown(log, messages.capturing.kinds)
  },
}

/** As a closed list, as of an entry, and in whatever order they stand. */
function contentOf({ day, captures }: CaptureDay) {
  const said = captures.map(({ id, kind, text, day: on, trashed, usedIn = null, movingTo = null }) => ({
    id,
    kind,
    text,
    on,
    trashed,
    usedIn,
    movingTo,
  }))
  return { day, captures: said.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

function withCaptures(ours: readonly Capture[], theirs: readonly Capture[]): Capture[] {
  return mergedCaptures(ours, theirs, ({ id, kind, text }) => derivedId(id, kind, text))
}

function shownOf({ captures }: CaptureDay): Capture[] {
  return captures.filter(({ trashed }) => trashed === null).sort(compareCaptures)
}
