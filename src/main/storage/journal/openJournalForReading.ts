/** Reads a journal without its process lock and without writing anything, also while the app has it open: for commands without a window. */
import { type Capture, type CaptureDay, emptyCaptureDay } from '#shared/domain/capture/capture'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { type Disk, nodeDisk } from '../../disk/disk'
import { answered } from '../../disk/failureOf'
import type { ExportSource } from '../../services/ports/exportSource'
import type { MarkdownRenderer, Period } from '../../services/ports/markdownRenderer'
import type { EntryStore } from '../../services/ports/recordStore'
import { allDayLogFiles, dayLogPath } from '../dayLogs/dayLogFiles'
import { readCopy } from '../dayLogs/mergeCopies'
import { contentFolder } from '../encryption/contentFolder'
import type { Vault } from '../encryption/vault'
import { captureDayFormat, captureKind, inboxFormat } from '../kinds/captureKind'
import { entryKind } from '../kinds/entryKind'
import type { Kind } from '../kinds/recordKind'
import { inboxFiles, inboxOf } from '../layout/inboxes'
import { JournalFolder, settingsName } from '../layout/journalFolder'
import { ReadingNotices } from '../safekeeping/readingNotices'
import { settingsFormat } from '../settings/settingsFormat'
import { EntryReader } from './entryReader'
import { RecordReader } from './recordReader'

export interface JournalForReading {
  /**
   * Here `unreachable` stands for every file that could not be read; `restored` says that its last good copy was read instead. `copy` is told
   * of each second version that waits for a choice.
   */
  readonly entries: Pick<EntryStore, 'all' | 'ofDay' | 'before'> & ExportSource
  /** With what still waits in their inbox; newest day first. */
  captures(): AsyncIterable<CaptureDay>
  readonly settings: Settings
}

/** Throws `folder-missing` when there is no journal, `locked` when it has a lock and `vault` is not given. */
export function openJournalForReading(
  options: Partial<Disk> & { folder: string; vault?: Vault | null; kinds?: readonly Kind[] },
): Promise<JournalForReading> {
  return answered(async () => {
    const { folder: root, vault, kinds, ...disk } = options
    const home = new JournalFolder(nodeDisk(disk), root, root, kinds)
    await home.present()
    const folder = await contentFolder(home, vault ?? null)
    const notices = new ReadingNotices(folder)
    const entries = new EntryReader(folder, notices)
    const captures = new CaptureReader(folder, notices)
    return {
      entries: {
        all: () => entries.all(),
        ofDay: (day) => entries.ofDay(day),
        before: (day, days) => entries.before(day, days),
        async *rendered<Text>(renderer: MarkdownRenderer<Text>, period: Period) {
          yield* entries.rendered(renderer, period)
          for (const kind of folder.recordKinds)
            if (kind.name !== entryKind.name) yield* new RecordReader(folder, kind, notices).rendered(renderer, period)
        },
        async *logs() {
          for await (const log of captures.all()) yield { kind: captureKind.name, name: captureKind.folder, log }
        },
        onNotice: (listener) => notices.on(listener),
      },
      captures: () => captures.all(),
      settings: await notices.documentOr(folder.path(settingsName), settingsFormat, defaultSettings),
    }
  })
}

class CaptureReader {
  constructor(
    private readonly folder: JournalFolder,
    private readonly notices: ReadingNotices,
  ) {}

  /** With what still lies in the inbox, as it will be once the app has brought it into its days. */
  async *all(): AsyncGenerator<CaptureDay> {
    const waiting = await answered(() => this.inbox())
    const files = await answered(() => allDayLogFiles(this.folder, captureKind))
    const copies = new Map(files.map((file) => [file.day, file.copies]))
    for (const day of [...new Set([...copies.keys(), ...waiting.map((capture) => capture.day)])].sort().reverse()) {
      const own = await this.notices.document(
        dayLogPath(this.folder, captureKind, day),
        captureDayFormat,
        day,
        captureKind,
      )
      const found = await this.withCopies(own ?? emptyCaptureDay(day), copies.get(day) ?? [])
      const known = new Set(found.captures.map(({ id }) => id))
      const added = waiting.filter((capture) => capture.day === day && !known.has(capture.id))
      yield { ...found, revision: found.revision + added.length, captures: [...found.captures, ...added] }
    }
  }

  private async withCopies(own: CaptureDay, paths: readonly string[]): Promise<CaptureDay> {
    let merged = own
    for (const path of paths) {
      // One that is not captures is another program's file.
      const copy = await readCopy(this.folder.disk, path).catch(() => null)
      if (copy?.day === own.day) merged = captureKind.merge(merged, copy)
    }
    return merged
  }

  private async inbox(): Promise<Capture[]> {
    const captures: Capture[] = []
    for (const path of await inboxFiles(this.folder, inboxOf(captureKind))) {
      const item = await this.notices.document(path, inboxFormat, null, captureKind)
      if (item) captures.push(item.capture)
    }
    return captures
  }
}
