/** Reads a journal without its process lock and without writing anything, also while the app has it open: for commands without a window. */
import { type Capture, type CaptureDay, emptyCaptureDay } from '#shared/domain/capture/capture'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { type Disk, nodeDisk } from '../../disk/disk'
import { answered } from '../../disk/failureOf'
import type { EntryStore } from '../../services/ports/entryStore'
import type { ExportSource } from '../../services/ports/exportSource'
import { allCaptureFiles, captureDayFormat, captureDayPath, inboxFormat } from '../dayLogs/captureFiles'
import { readCopy, withCopy } from '../dayLogs/mergeCopies'
import { contentFolder } from '../encryption/contentFolder'
import type { Vault } from '../encryption/vault'
import { captureInbox, inboxFiles } from '../layout/inboxes'
import { JournalFolder, settingsName } from '../layout/journalFolder'
import { ReadingNotices } from '../safekeeping/readingNotices'
import { settingsFormat } from '../settings/settingsFormat'
import { EntryReader } from './entryReader'

export interface JournalForReading {
  /**
   * Here `unreachable` stands for every file that could not be read; `restored` says that its last good copy was read instead. `copy` is told
   * of each second version that waits for a choice.
   */
  readonly entries: Pick<EntryStore, 'all' | 'ofDay' | 'before'> & ExportSource
  readonly settings: Settings
}

/** Throws `folder-missing` when there is no journal, `locked` when it has a lock and `vault` is not given. */
export function openJournalForReading(
  options: Partial<Disk> & { folder: string; vault?: Vault | null },
): Promise<JournalForReading> {
  return answered(async () => {
    const { folder: root, vault, ...disk } = options
    const home = new JournalFolder(nodeDisk(disk), root)
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
        rendered: (renderer, period) => entries.rendered(renderer, period),
        captures: () => captures.all(),
        onNotice: (listener) => notices.on(listener),
      },
      settings: (await notices.document(folder.path(settingsName), settingsFormat, null)) ?? defaultSettings,
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
    const files = await answered(() => allCaptureFiles(this.folder))
    const copies = new Map(files.map((file) => [file.day, file.copies]))
    for (const day of [...new Set([...copies.keys(), ...waiting.map((capture) => capture.day)])].sort().reverse()) {
      const own = await this.notices.document(captureDayPath(this.folder, day), captureDayFormat, day)
      const found = await this.withCopies(own ?? emptyCaptureDay(day), copies.get(day) ?? [])
      const known = new Set(found.captures.map(({ id }) => id))
      const added = waiting.filter((capture) => capture.day === day && !known.has(capture.id))
      yield { ...found, revision: found.revision + added.length, captures: [...found.captures, ...added] }
    }
  }

  private async withCopies(own: CaptureDay, paths: readonly string[]): Promise<CaptureDay> {
    let { captures } = own
    for (const path of paths) {
      // One that is not captures is somebody's file.
      const copy = await readCopy(this.folder.disk, path).catch(() => null)
      if (copy?.day === own.day) captures = withCopy({ ...own, captures }, copy)
    }
    return { ...own, captures }
  }

  private async inbox(): Promise<Capture[]> {
    const captures: Capture[] = []
    for (const path of await inboxFiles(this.folder, captureInbox)) {
      const item = await this.notices.document(path, inboxFormat, null)
      if (item) captures.push(item.capture)
    }
    return captures
  }
}
