/** Reads a journal without lock and without writing anything, also while the app has it open: for exports from the command line. */

import { type Capture, type CaptureDay, emptyCaptureDay } from '#shared/domain/capture'
import type { Entry, EntryId } from '#shared/domain/entry'
import { Failure } from '#shared/domain/failure'
import { defaultSettings, type Settings } from '#shared/domain/settings'
import { sideBySide } from '#shared/domain/sideBySide'
import type { EntryStore, StoreNotice } from '../services/ports/entryStore'
import type { ExportSource } from '../services/ports/exportSource'
import type { EntrySource, MarkdownRenderer, Period, RenderedEntry } from '../services/ports/markdownRenderer'
import { readCopy, withCopy } from './captureCopies'
import { allCaptureFiles, captureDayFormat, captureDayPath, inboxFiles, inboxFormat } from './captureFiles'
import { DurableAdapter } from './DurableAdapter'
import { type Disk, nodeDisk } from './disk'
import { allEntryFiles, type EntryFile, groupedById } from './entryFiles'
import { answered } from './failureOf'
import { type Format, maxDocumentBytes } from './format'
import { inspectFiles } from './inspectFiles'
import { JournalFolder, settingsName } from './journalFolder'
import { nodeFiles } from './nodeFiles'
import { Notices } from './notices'
import type { Vault } from './sealed/vault'
import { wordsFolder } from './sealed/wordsFolder'
import { settingsFormat } from './settingsFormat'
import { Versions } from './versions'

const readsAtOnce = 16

export interface JournalForReading {
  /** Here `unreachable` stands for every file that could not be read; `restored` says that its last good copy was read instead. */
  readonly entries: Pick<EntryStore, 'all'> & ExportSource
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
    const reader = new JournalReader(await wordsFolder(home, vault ?? null))
    return { entries: reader, settings: await reader.settings() }
  })
}

class JournalReader {
  private readonly notices = new Notices()
  private readonly versions: Versions

  constructor(private readonly folder: JournalFolder) {
    this.versions = new Versions(folder)
  }

  onNotice(listener: (notice: StoreNotice) => void): () => void {
    return this.notices.on(listener)
  }

  all(): AsyncGenerator<Entry> {
    return this.each(
      (id, files) => this.one(id, files),
      ({ id }) => id,
    )
  }

  rendered<Text>(renderer: MarkdownRenderer<Text>, period: Period): AsyncGenerator<RenderedEntry<Text>> {
    return this.each(
      (id, files) => this.renderedOne(id, files, renderer, period),
      ({ row }) => row.id,
    )
  }

  /** What is read of each entry, once. */
  private async *each<T>(
    read: (id: EntryId, files: readonly EntryFile[]) => Promise<T | undefined>,
    idOf: (found: T) => EntryId,
  ): AsyncGenerator<T> {
    const seen = new Set<EntryId>()
    // Twice: the app may give an entry another day, and so another folder, between our look at the one and the other.
    for (let look = 0; look < 2; look++) {
      const groups = await answered(async () => groupedById(await allEntryFiles(this.folder)))
      const unseen = [...groups].filter(([id]) => !seen.has(id))
      for await (const found of sideBySide(unseen, readsAtOnce, ([id, files]) => read(id, files))) {
        if (!found || seen.has(idOf(found))) continue
        seen.add(idOf(found))
        yield found
      }
    }
  }

  /** With what still lies in the inbox, as it will be once the app has brought it into its days. */
  async *captures(): AsyncGenerator<CaptureDay> {
    const waiting = await answered(() => this.inbox())
    const files = await answered(() => allCaptureFiles(this.folder))
    const copies = new Map(files.map((file) => [file.day, file.copies]))
    for (const day of [...new Set([...copies.keys(), ...waiting.map((capture) => capture.day)])].sort().reverse()) {
      const own = await this.document(captureDayPath(this.folder, day), captureDayFormat, day)
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
    for (const path of await inboxFiles(this.folder)) {
      const item = await this.document(path, inboxFormat, null)
      if (item) captures.push(item.capture)
    }
    return captures
  }

  /** Null when it is not there, or can't be read, which is told. */
  private async document<T extends object>(path: string, format: Format<T>, day: string | null): Promise<T | null> {
    try {
      return await new DurableAdapter(this.folder.disk, path, format).read()
    } catch (error) {
      this.tell(error instanceof Failure && error.code === 'newer-schema' ? 'newer' : 'unreachable', path, day, false)
      return null
    }
  }

  async settings(): Promise<Settings> {
    try {
      const adapter = new DurableAdapter(this.folder.disk, this.folder.path(settingsName), settingsFormat)
      return (await adapter.read()) ?? defaultSettings
    } catch (error) {
      const kind = error instanceof Failure && error.code === 'newer-schema' ? 'newer' : 'unreachable'
      this.notices.tell({ kind, file: settingsName, day: null, restored: false })
      return defaultSettings
    }
  }

  private async one(id: EntryId, files: readonly EntryFile[]): Promise<Entry | undefined> {
    const { best, damaged, newer, unreachable } = await inspectFiles(this.folder.disk, files)
    if (newer.length > 0) {
      for (const { path, day } of newer) this.tell('newer', path, day, false)
      return undefined
    }
    const unreadable = [...damaged, ...unreachable].map(({ path }) => path)
    if (unreadable.length === 0) return best?.entry
    const entry = best?.entry ?? (await this.versions.newestReadable(id).catch(() => undefined))?.entry
    for (const path of unreadable) {
      this.tell('unreachable', path, files.find((file) => file.path === path)?.day ?? null, entry !== undefined)
    }
    return entry
  }

  /** The usual file goes from the disk to the renderer unread; one that is odd in any way is looked at here. */
  private async renderedOne<Text>(
    id: EntryId,
    files: readonly EntryFile[],
    renderer: MarkdownRenderer<Text>,
    period: Period,
  ): Promise<RenderedEntry<Text> | undefined> {
    const [only, ...others] = files
    if (only?.ours && others.length === 0) {
      const usual = await this.sourceOf(only)
        .then((from) => renderer.file(from, period))
        .catch(() => null)
      if (usual) return usual
    }
    const entry = await this.one(id, files)
    if (entry === undefined) return undefined
    return await renderer.entry(entry, period).catch(() => {
      this.tell('unreachable', files[0]?.path ?? '', entry.day, false)
      return undefined
    })
  }

  /** What lies on the plain disk the renderer reads by itself; what is sealed only we can. */
  private async sourceOf({ path }: EntryFile): Promise<EntrySource> {
    const { files } = this.folder.disk
    return files === nodeFiles ? path : (await files.read(path, maxDocumentBytes)).bytes
  }

  private tell(kind: 'newer' | 'unreachable', path: string, day: string | null, restored: boolean): void {
    this.notices.tell({ kind, file: this.folder.nameOf(path), day, restored })
  }
}
