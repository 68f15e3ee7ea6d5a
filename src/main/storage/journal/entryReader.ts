/** Reads the entries of a journal without its process lock, with the answers that wait in their inbox. */
import { addDays, type Day } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { lastWritten } from '#shared/domain/entry/lastWritten'
import type { WaitingAnswer } from '#shared/domain/entry/waitingAnswer'
import { mapConcurrent } from '../../async/mapConcurrent'
import { answered } from '../../disk/failureOf'
import type { MarkdownRenderer, Period, RenderedRecord } from '../../services/ports/markdownRenderer'
import { type InboxGate, joiningFiles } from '../encryption/files/inboxGate'
import { sortWaiting, type Waiting, withWaiting } from '../inbox/readWaitingAnswers'
import { entryKind } from '../kinds/entryKind'
import { waitingAnswerFormat, waitingAnswers } from '../kinds/waitingAnswers'
import { inboxOf } from '../layout/inboxes'
import type { JournalFolder } from '../layout/journalFolder'
import { groupedById, type RecordFile } from '../records/recordFiles'
import type { ReadingNotices } from '../safekeeping/readingNotices'
import { type FilesById, RecordReader, readsAtOnce } from './recordReader'

const answerInbox = inboxOf(entryKind)
const nothingWaits: Waiting = { on: new Map(), pages: [] }

export class EntryReader {
  private readonly reader: RecordReader<Entry>

  constructor(
    readonly folder: JournalFolder,
    private readonly notices: ReadingNotices,
    readonly gate: InboxGate | null = null,
  ) {
    this.reader = new RecordReader(folder, entryKind, notices)
  }

  all(): AsyncGenerator<Entry> {
    return this.each(
      (id, files, waiting) => this.pageOf(id, files, waiting),
      (page) => page,
      ({ id }) => id,
    )
  }

  rendered<Text>(renderer: MarkdownRenderer<Text>, period: Period): AsyncGenerator<RenderedRecord<Text>> {
    const { reader } = this
    return this.each(
      (id, files, waiting) =>
        reader.renderedOne(id, files, renderer, period, () => this.pageOf(id, files, waiting), !waiting.on.has(id)),
      (page) => reader.renderedRecord(page, renderer, period),
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
    for await (const page of mapConcurrent([...files], readsAtOnce, ([id, own]) => this.pageOf(id, own, waiting)))
      if (page) pages.push(page)
    for (const page of waiting.pages) pages.push(withWaiting(page, waiting.on.get(page.id)))
    return pages.sort((a, b) => (a.day < b.day ? 1 : -1))
  }

  private filesBetween(from: Day, to: Day): Promise<Map<EntryId, RecordFile[]>> {
    return answered(async () => {
      const found: RecordFile[] = []
      for (let year = Number(to.slice(0, 4)); year >= Number(from.slice(0, 4)); year -= 1)
        found.push(...(await this.reader.files.ofYear(String(year).padStart(4, '0'))))
      return groupedById(found.filter(({ day }) => day !== null && day >= from && day <= to))
    })
  }

  /** What is read of each entry, once; `made` is what is made of a page that only waits in the inbox. */
  private async *each<T>(
    read: (id: EntryId, files: readonly RecordFile[], waiting: Waiting) => Promise<T | undefined>,
    made: (page: Entry) => Promise<T | undefined> | T,
    idOf: (found: T) => EntryId,
  ): AsyncGenerator<T> {
    let waiting = nothingWaits
    const seen = new Set<EntryId>()
    const stored = this.reader.each(
      (id, files) => read(id, files, waiting),
      idOf,
      async (files) => {
        waiting = await this.waiting(files)
      },
    )
    for await (const found of stored) {
      seen.add(idOf(found))
      yield found
    }
    for (const page of waiting.pages) {
      const found = seen.has(page.id) ? undefined : await made(withWaiting(page, waiting.on.get(page.id)))
      if (found) yield found
    }
  }

  /** `files`: of all pages among which an answer's own may be. */
  private async waiting(files: FilesById, fits: (answer: WaitingAnswer) => boolean = () => true): Promise<Waiting> {
    const answers: WaitingAnswer[] = []
    for (const path of await answered(() => joiningFiles(this, answerInbox))) {
      const file = await this.notices.document(path, waitingAnswerFormat, null, entryKind)
      if (!file || !fits(file.answer)) continue
      if (waitingAnswers.waitsFor(file)?.isStuck) this.noteWaiting(file.answer)
      else answers.push(file.answer)
    }
    return sortWaiting(
      answers,
      (id) => files.has(id),
      async ({ day, template }) => {
        const ofDay: Entry[] = []
        for (const [id, own] of files) {
          const entry = own.some((file) => file.day === day) ? await this.reader.one(id, own) : undefined
          if (entry) ofDay.push(entry)
        }
        return lastWritten(ofDay, (entry) => entry.template === template)?.id
      },
    )
  }

  private async pageOf(id: EntryId, files: readonly RecordFile[], waiting: Waiting): Promise<Entry | undefined> {
    const entry = await this.reader.one(id, files)
    if (entry) return withWaiting(entry, waiting.on.get(id))
    for (const answer of waiting.on.get(id) ?? []) this.noteWaiting(answer)
    return undefined
  }

  private noteWaiting({ id, day }: WaitingAnswer): void {
    this.notices.raise('waits', this.folder.path(...answerInbox, `${id}.json`), day, false, entryKind)
  }
}
