/** Reads the records of one kind without the journal's process lock and without writing anything. */
import type { RecordId, StoredRecord } from '#shared/domain/record'
import { mapConcurrent } from '../../async/mapConcurrent'
import { answered } from '../../disk/failureOf'
import { nodeFiles } from '../../disk/nodeFiles'
import type { MarkdownRenderer, Period, RecordSource, RenderedRecord } from '../../services/ports/markdownRenderer'
import { maxDocumentBytes } from '../format/fileFormat'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalFolder } from '../layout/journalFolder'
import { classifyFiles, type Findings } from '../records/classifyFiles'
import { saysNothingNew } from '../records/conflictedCopies'
import type { ReadableRecord } from '../records/loadRecord'
import { groupedById, type RecordFile, RecordFiles } from '../records/recordFiles'
import { Versions } from '../records/versions'
import type { ReadingNotices } from '../safekeeping/readingNotices'

export const readsAtOnce = 16

export type FilesById = ReadonlyMap<RecordId, readonly RecordFile[]>

export class RecordReader<T extends StoredRecord> {
  readonly files: RecordFiles<T>
  private readonly versions: Versions<T>

  constructor(
    private readonly folder: JournalFolder,
    private readonly kind: RecordKind<T>,
    private readonly notices: ReadingNotices,
  ) {
    this.files = new RecordFiles(folder, kind)
    this.versions = new Versions(folder, kind)
  }

  rendered<Text>(renderer: MarkdownRenderer<Text>, period: Period): AsyncGenerator<RenderedRecord<Text>> {
    return this.each(
      (id, files) => this.renderedOne(id, files, renderer, period),
      ({ row }) => row.id,
    )
  }

  /** What is read of each record, once; `begun` is given all files before the first is read. */
  async *each<R>(
    read: (id: RecordId, files: readonly RecordFile[]) => Promise<R | undefined>,
    idOf: (found: R) => RecordId,
    begun: (files: FilesById) => Promise<void> = async () => undefined,
  ): AsyncGenerator<R> {
    const seen = new Set<RecordId>()
    // Twice: the app may give a record another day, and so another folder, between our look at the one and the other.
    for (let look = 0; look < 2; look++) {
      const groups = await answered(async () => groupedById(await this.files.all()))
      if (look === 0) await begun(groups)
      const unseen = [...groups].filter(([id]) => !seen.has(id))
      for await (const found of mapConcurrent(unseen, readsAtOnce, ([id, files]) => read(id, files))) {
        if (!found || seen.has(idOf(found))) continue
        seen.add(idOf(found))
        yield found
      }
    }
  }

  async one(id: RecordId, files: readonly RecordFile[]): Promise<T | undefined> {
    const { notices, kind } = this
    const { found, unsettled } = await this.classified(files)
    if (found.newer.length > 0) {
      for (const { path, day } of found.newer) notices.raise('newer', path, day, false, kind)
      return undefined
    }
    const elsewhere = found.unreachable.filter(({ failure }) => failure.code === 'elsewhere')
    if (elsewhere.length + unsettled.length > 0) {
      // Its words are whole, and not here yet: an earlier state would pass for them.
      for (const { path } of elsewhere)
        notices.raise('elsewhere', path, files.find((file) => file.path === path)?.day ?? null, false, kind)
      for (const { path, day } of unsettled) notices.raise('being-written', path, day, false, kind)
      return undefined
    }
    if (found.best) await this.noticeCopies(found.best, found.copies)
    const unreadable = [...found.damaged, ...found.unreachable].map(({ path }) => path)
    if (unreadable.length === 0) return found.best?.record
    const record = found.best?.record ?? (await this.versions.newestReadable(id).catch(() => undefined))?.record
    for (const path of unreadable) {
      const day = files.find((file) => file.path === path)?.day ?? null
      notices.raise('unreachable', path, day, record !== undefined, kind)
    }
    return record
  }

  /** The usual file goes from the disk to the renderer unread; one that is odd in any way is looked at here. */
  async renderedOne<Text>(
    id: RecordId,
    files: readonly RecordFile[],
    renderer: MarkdownRenderer<Text>,
    period: Period,
    read = (): Promise<T | undefined> => this.one(id, files),
    isUsual = true,
  ): Promise<RenderedRecord<Text> | undefined> {
    const [only, ...others] = files
    if (isUsual && only?.ours && others.length === 0) {
      const usual = await this.sourceOf(only)
        .then((from) => renderer.file(this.kind.name, from, period))
        .catch(() => null)
      if (usual) return usual
    }
    const record = await read()
    return record && this.renderedRecord(record, renderer, period)
  }

  async renderedRecord<Text>(
    record: T,
    renderer: MarkdownRenderer<Text>,
    period: Period,
  ): Promise<RenderedRecord<Text> | undefined> {
    return await renderer.record(this.kind.name, record, period).catch(() => {
      this.notices.raise('unreachable', this.files.path(record), this.kind.dayOf(record), false, this.kind)
      return undefined
    })
  }

  /** Those that can't be read are looked at twice: `unsettled` are still being written. */
  private async classified(
    files: readonly RecordFile[],
  ): Promise<{ found: Findings<T>; unsettled: readonly RecordFile[] }> {
    const { kind, notices } = this
    const found = await classifyFiles(this.folder.disk, kind, files)
    const judged = await Promise.all(found.damaged.map(({ path }) => notices.judged(path, kind.format)))
    if (judged.every((one) => one === 'damaged')) return { found, unsettled: [] }
    return {
      found: await classifyFiles(this.folder.disk, kind, files),
      unsettled: found.damaged.filter((_, at) => judged[at] === 'being-written'),
    }
  }

  /** Second versions that wait for a choice. */
  private async noticeCopies(best: ReadableRecord<T>, copies: readonly ReadableRecord<T>[]): Promise<void> {
    for (const copy of copies) {
      if (
        copy.record.id !== best.record.id ||
        (await saysNothingNew({ kind: this.kind, versions: this.versions }, best, copy))
      )
        continue
      this.notices.raise('copy', copy.path, this.kind.dayOf(best.record), false, this.kind)
    }
  }

  /** What lies on the plain disk the renderer reads by itself; what is sealed only we can. */
  private async sourceOf({ path }: RecordFile): Promise<RecordSource> {
    const { files } = this.folder.disk
    return files === nodeFiles ? path : (await files.read(path, maxDocumentBytes)).bytes
  }
}
