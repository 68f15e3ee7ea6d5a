/** Reads the entries of a journal without its process lock and without writing anything, with the answers that wait in the inbox. */
import { isPlaceable } from '#shared/document/placeAnswer'
import { addDays, type Day } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { lastWritten } from '#shared/domain/entry/lastWritten'
import type { WaitingAnswer } from '#shared/domain/entry/waitingAnswer'
import { mapConcurrent as sideBySide } from '../../async/mapConcurrent'
import { answered } from '../../disk/failureOf'
import { nodeFiles } from '../../disk/nodeFiles'
import type { EntrySource, MarkdownRenderer, Period, RenderedEntry } from '../../services/ports/markdownRenderer'
import { maxDocumentBytes } from '../format/fileFormat'
import { waitingAnswerFormat } from '../inbox/answerInbox'
import { sortWaiting, type Waiting, withWaiting } from '../inbox/readWaitingAnswers'
import { answerInbox, inboxFiles } from '../layout/inboxes'
import type { JournalFolder } from '../layout/journalFolder'
import { classifyFiles, type ReadableEntry } from '../records/classifyFiles'
import { saysNothingNew } from '../records/conflictedCopies'
import { allEntryFiles, type EntryFile, entryFilesOf, entryPath, groupedById } from '../records/entryFiles'
import { Versions } from '../records/versions'
import type { ReadingNotices } from '../safekeeping/readingNotices'

const readsAtOnce = 16

export class EntryReader {
  private readonly versions: Versions

  constructor(
    private readonly folder: JournalFolder,
    private readonly notices: ReadingNotices,
  ) {
    this.versions = new Versions(folder)
  }

  all(): AsyncGenerator<Entry> {
    return this.each(
      (id, files, waiting) => this.pageOf(id, files, waiting),
      (page) => page,
      ({ id }) => id,
    )
  }

  rendered<Text>(renderer: MarkdownRenderer<Text>, period: Period): AsyncGenerator<RenderedEntry<Text>> {
    return this.each(
      (id, files, waiting) => this.renderedOne(id, files, waiting, renderer, period),
      (page) => this.renderedPage(page, renderer, period),
      ({ row }) => row.id,
    )
  }

  ofDay(day: Day): Promise<Entry[]> {
    return this.between(day, day)
  }

  before(day: Day, days: number): Promise<Entry[]> {
    return this.between(addDays(day, -days), addDays(day, -1))
  }

  /** Newest day first, by the names of the files; no other is read. */
  private async between(from: Day, to: Day): Promise<Entry[]> {
    const files = await this.filesBetween(from, to)
    const waiting = await this.waiting(files, ({ day }) => day >= from && day <= to)
    const pages: Entry[] = []
    for await (const page of sideBySide([...files], readsAtOnce, ([id, own]) => this.pageOf(id, own, waiting)))
      if (page) pages.push(page)
    for (const page of waiting.pages) pages.push(withWaiting(page, waiting.on.get(page.id)))
    return pages.sort((a, b) => (a.day < b.day ? 1 : -1))
  }

  private filesBetween(from: Day, to: Day): Promise<Map<EntryId, EntryFile[]>> {
    return answered(async () => {
      const found: EntryFile[] = []
      for (let year = Number(to.slice(0, 4)); year >= Number(from.slice(0, 4)); year -= 1)
        found.push(...(await entryFilesOf(this.folder, String(year).padStart(4, '0'))))
      return groupedById(found.filter(({ day }) => day >= from && day <= to))
    })
  }

  /** What is read of each entry, once; `made` is what is made of a page that only waits in the inbox. */
  private async *each<T>(
    read: (id: EntryId, files: readonly EntryFile[], waiting: Waiting) => Promise<T | undefined>,
    made: (page: Entry) => Promise<T | undefined> | T,
    idOf: (found: T) => EntryId,
  ): AsyncGenerator<T> {
    const seen = new Set<EntryId>()
    let waiting: Waiting | null = null
    // Twice: the app may give an entry another day, and so another folder, between our look at the one and the other.
    for (let look = 0; look < 2; look++) {
      const groups = await answered(async () => groupedById(await allEntryFiles(this.folder)))
      waiting ??= await this.waiting(groups)
      const shown = waiting
      const unseen = [...groups].filter(([id]) => !seen.has(id))
      for await (const found of sideBySide(unseen, readsAtOnce, ([id, files]) => read(id, files, shown))) {
        if (!found || seen.has(idOf(found))) continue
        seen.add(idOf(found))
        yield found
      }
    }
    for (const page of waiting?.pages ?? []) {
      const found = seen.has(page.id) ? undefined : await made(withWaiting(page, waiting?.on.get(page.id)))
      if (found) yield found
    }
  }

  /** `files`: of all pages among which an answer's own may be. */
  private async waiting(
    files: ReadonlyMap<EntryId, readonly EntryFile[]>,
    fits: (answer: WaitingAnswer) => boolean = () => true,
  ): Promise<Waiting> {
    const answers: WaitingAnswer[] = []
    for (const path of await answered(() => inboxFiles(this.folder, answerInbox))) {
      const file = await this.notices.document(path, waitingAnswerFormat, null)
      if (!file || !fits(file.answer)) continue
      if (isPlaceable(file.answer)) answers.push(file.answer)
      else this.noteWaiting(file.answer)
    }
    return sortWaiting(
      answers,
      (id) => files.has(id),
      async ({ day, template }) => {
        const ofDay: Entry[] = []
        for (const [id, own] of files) {
          const entry = own.some((file) => file.day === day) ? await this.one(id, own) : undefined
          if (entry) ofDay.push(entry)
        }
        return lastWritten(ofDay, (entry) => entry.template === template)?.id
      },
    )
  }

  private async pageOf(id: EntryId, files: readonly EntryFile[], waiting: Waiting): Promise<Entry | undefined> {
    const entry = await this.one(id, files)
    if (entry) return withWaiting(entry, waiting.on.get(id))
    for (const answer of waiting.on.get(id) ?? []) this.noteWaiting(answer)
    return undefined
  }

  private noteWaiting({ id, day }: WaitingAnswer): void {
    this.notices.tell('waits', this.folder.path(...answerInbox, `${id}.json`), day, false)
  }

  private async one(id: EntryId, files: readonly EntryFile[]): Promise<Entry | undefined> {
    const { best, copies, damaged, newer, unreachable } = await classifyFiles(this.folder.disk, files)
    if (newer.length > 0) {
      for (const { path, day } of newer) this.notices.tell('newer', path, day, false)
      return undefined
    }
    if (best) await this.noticeCopies(best, copies)
    const unreadable = [...damaged, ...unreachable].map(({ path }) => path)
    if (unreadable.length === 0) return best?.entry
    const entry = best?.entry ?? (await this.versions.newestReadable(id).catch(() => undefined))?.entry
    for (const path of unreadable) {
      this.notices.tell('unreachable', path, files.find((file) => file.path === path)?.day ?? null, entry !== undefined)
    }
    return entry
  }

  /** Second versions that wait for a choice. */
  private async noticeCopies(best: ReadableEntry, copies: readonly ReadableEntry[]): Promise<void> {
    for (const copy of copies) {
      if (copy.entry.id !== best.entry.id || (await saysNothingNew(this.versions, best, copy))) continue
      this.notices.tell('copy', copy.path, best.entry.day, false)
    }
  }

  /** The usual file goes from the disk to the renderer unread; one that is odd in any way is looked at here. */
  private async renderedOne<Text>(
    id: EntryId,
    files: readonly EntryFile[],
    waiting: Waiting,
    renderer: MarkdownRenderer<Text>,
    period: Period,
  ): Promise<RenderedEntry<Text> | undefined> {
    const [only, ...others] = files
    if (only?.ours && others.length === 0 && !waiting.on.has(id)) {
      const usual = await this.sourceOf(only)
        .then((from) => renderer.file(from, period))
        .catch(() => null)
      if (usual) return usual
    }
    const entry = await this.pageOf(id, files, waiting)
    return entry && this.renderedPage(entry, renderer, period)
  }

  private async renderedPage<Text>(
    entry: Entry,
    renderer: MarkdownRenderer<Text>,
    period: Period,
  ): Promise<RenderedEntry<Text> | undefined> {
    return await renderer.entry(entry, period).catch(() => {
      this.notices.tell('unreachable', entryPath(this.folder, entry), entry.day, false)
      return undefined
    })
  }

  /** What lies on the plain disk the renderer reads by itself; what is sealed only we can. */
  private async sourceOf({ path }: EntryFile): Promise<EntrySource> {
    const { files } = this.folder.disk
    return files === nodeFiles ? path : (await files.read(path, maxDocumentBytes)).bytes
  }
}
