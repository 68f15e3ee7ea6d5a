/** Entries in memory, with the promises of the port: a save that does not follow its base is a conflict, what is thrown away can come back. */

import type { Notice } from '#shared/contract/health'
import { addDays, type Day } from '#shared/domain/day'
import type { CopyId } from '#shared/domain/entry/copy'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import type { EntryStore, TrashedRecord } from '../../src/main/services/ports/recordStore'

export interface FakeEntryStore extends EntryStore {
  /** What "the disk" holds. */
  readonly stored: Map<EntryId, Entry>
  /** Second versions beside them. */
  readonly copies: Map<EntryId, { copy: CopyId; record: Entry }[]>
  notice(notice: Notice): void
  noticeOver(matter: Pick<Notice, 'kind' | 'file'>): void
  /** Every call fails with this from now on; null repairs it. */
  fail(failure: Failure | null): void
  /** Called before each entry that `all` gives. */
  beforeEach: (entry: Entry) => Promise<void> | void
}

export function fakeEntryStore(entries: readonly Entry[] = []): FakeEntryStore {
  const stored = new Map(entries.map((entry) => [entry.id, structuredClone(entry)]))
  const trash = new Map<EntryId, TrashedRecord<Entry>>()
  const copies = new Map<EntryId, { copy: CopyId; record: Entry }[]>()
  const listeners = new Set<(notice: Notice) => void>()
  const overs = new Set<FakeEntryStore['noticeOver']>()
  let waiting: Notice[] = []
  let failure: Failure | null = null

  const reach = () => {
    if (failure) throw failure
  }
  const found = (id: EntryId): Entry => {
    const entry = stored.get(id)
    if (!entry) throw new Failure('not-found', 'no such entry')
    return structuredClone(entry)
  }
  const between = (first: Day, last: Day) =>
    [...stored.values()]
      .filter(({ day }) => day >= first && day <= last)
      .sort((a, b) => (a.day === b.day ? compare(b.created.at, a.created.at) : compare(b.day, a.day)))
      .map((entry) => structuredClone(entry))

  const store: FakeEntryStore = {
    stored,
    copies,
    beforeEach: () => {},
    notice(notice) {
      if (listeners.size === 0) waiting.push(notice)
      for (const listener of listeners) listener(notice)
    },
    noticeOver(matter) {
      for (const over of overs) over(matter)
    },
    fail(next) {
      failure = next
    },
    async ofDay(day) {
      reach()
      return between(day, day).reverse()
    },
    async before(day, days) {
      reach()
      return between(addDays(day, -days), addDays(day, -1))
    },
    async *all() {
      reach()
      for (const entry of [...stored.values()]) {
        await store.beforeEach(entry)
        reach()
        yield structuredClone(entry)
      }
    },
    async lookAt(id) {
      reach()
      return stored.has(id) ? found(id) : null
    },
    async copiesOf(id) {
      reach()
      return { record: found(id), copies: copies.get(id) ?? [] }
    },
    async copiesBeside(ids) {
      reach()
      return ids.flatMap((id) =>
        (copies.get(id) ?? []).map(({ copy }): Notice => {
          return {
            kind: 'copy',
            file: `entries/${copy}`,
            day: found(id).day,
            restored: false,
            recordKind: 'entry',
            record: id,
          }
        }),
      )
    },
    async resolveConflict(id, { copy, choice }) {
      reach()
      const settled = (copies.get(id) ?? []).find((one) => one.copy === copy)
      if (!settled) throw new Failure('not-found', 'no such copy')
      copies.set(
        id,
        (copies.get(id) ?? []).filter((one) => one !== settled),
      )
      if (choice !== 'take') return []
      const next = { ...settled.record, revision: found(id).revision + 1 }
      stored.set(id, next)
      return [structuredClone(next)]
    },
    async setAsideDamagedCopies() {
      reach()
    },
    async read(id) {
      reach()
      return found(id)
    },
    async save(entry, base) {
      reach()
      if ((stored.get(entry.id)?.revision ?? 0) !== base) throw new Failure('conflict', 'changed meanwhile')
      stored.set(entry.id, structuredClone(entry))
    },
    async trash(id) {
      reach()
      trash.set(id, { record: found(id), trashedAt: '2026-03-02T09:00:00Z' })
      stored.delete(id)
    },
    async restore(id) {
      reach()
      const thrown = trash.get(id)
      if (!thrown) throw new Failure('not-found', 'not in the trash')
      trash.delete(id)
      stored.set(id, thrown.record)
      return structuredClone(thrown.record)
    },
    async trashed() {
      reach()
      return [...trash.values()]
    },
    async erase(id) {
      reach()
      trash.delete(id)
    },
    onNotice(listener, over = () => undefined) {
      listeners.add(listener)
      overs.add(over)
      for (const notice of waiting) listener(notice)
      waiting = []
      return () => void listeners.delete(listener)
    },
  }
  return store
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
