/** Reads a journal without its process lock and without writing anything, also while the app has it open: for commands without a window. */
import type { CaptureDay } from '#shared/domain/capture/capture'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { type Disk, nodeDisk } from '../../disk/disk'
import { answered } from '../../disk/failureOf'
import type { ExportSource } from '../../services/ports/exportSource'
import type { MarkdownRenderer, Period } from '../../services/ports/markdownRenderer'
import type { EntryStore } from '../../services/ports/recordStore'
import { gatedContent } from '../arrivals/gatedContent'
import type { Vault } from '../encryption/cipher/vault'
import type { AdmittedFiles } from '../encryption/files/admittedFiles'
import { findSteadyLock } from '../encryption/keys/findSteadyLock'
import { captureKind } from '../kinds/captureKind'
import { entryKind } from '../kinds/entryKind'
import type { Kind } from '../kinds/recordKind'
import { JournalFolder, settingsName } from '../layout/journalFolder'
import { ReadingNotices } from '../safekeeping/readingNotices'
import { settingsFormat } from '../settings/settingsFormat'
import { DayLogReader } from './dayLogReader'
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

/** Throws `folder-missing` when there is no journal, `locked` when it has a lock and `vault` is not given, `being-written` while another program writes its key file. */
export function openJournalForReading(
  options: Partial<Disk> & {
    folder: string
    vault?: Vault | null
    kinds?: readonly Kind[]
    /** Milliseconds between two looks at a file that can't be read: another program may still be writing it. 0 for one look. */
    steadyFor?: number
    /** Which files in its inboxes this device left there, or the person let in; no other is read. */
    admitted?: AdmittedFiles
  },
): Promise<JournalForReading> {
  return answered(async () => {
    const { folder: root, vault, kinds, steadyFor = 0, admitted, ...disk } = options
    const home = new JournalFolder(nodeDisk(disk), root, root, kinds)
    await home.present()
    if (steadyFor > 0) await findSteadyLock(home, steadyFor)
    const { folder, gate } = await gatedContent(home, vault ?? null, admitted)
    const notices = new ReadingNotices(folder, steadyFor)
    const entries = new EntryReader(folder, notices, gate)
    const captures = new DayLogReader(folder, captureKind, notices, gate)
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
          for (const kind of folder.dayLogKinds)
            for await (const log of new DayLogReader(folder, kind, notices, gate).all())
              yield { kind: kind.name, name: kind.folder, log }
        },
        onNotice: (listener) => notices.on(listener),
      },
      captures: () => captures.all(),
      settings: await notices.documentOr(folder.path(settingsName), settingsFormat, defaultSettings),
    }
  })
}
