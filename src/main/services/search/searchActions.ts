/** What is done with all that a search finds: a star given or taken, an export. Knows neither how it is searched nor where it is kept. */

import type { Starred } from '#shared/contract/entries'
import type { ExportSummary } from '#shared/contract/exports'
import type { SearchRequest } from '#shared/contract/search'
import type { Moment } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import { Failure, type FailureCode } from '#shared/domain/failure'
import { createYieldToEventLoop } from '../../async/yieldToEventLoop'
import type { ExportSource } from '../ports/exportSource'
import type { FoundItem } from '../ports/library'
import { type SearchExportNeeds, searchExport } from './searchExport'

export interface SearchActions {
  star(request: SearchRequest, starred: boolean): Promise<Starred>
  /** The same for entries that are named: the way back. */
  starThese(ids: readonly EntryId[], starred: boolean): Promise<Starred>
  exportAll(request: SearchRequest): Promise<ExportSummary>
}

export interface SearchActionsNeeds extends SearchExportNeeds {
  read(id: EntryId): Promise<Entry>
  /** All that the search is for, records of all kinds, newest first. */
  find(request: SearchRequest): Promise<readonly FoundItem[]>
  /** As a page's save: throws `conflict` when what is on disk is not `base`. */
  save(entry: Entry, base: number): Promise<void>
  now(): Moment
  /** Some of them are stored; called for a few at a time, in order. */
  changed(entries: readonly Entry[]): void
  /** Asks for the folder and writes. */
  exportFrom(source: ExportSource): Promise<ExportSummary>
}

/** Entries in one event. */
const slice = 100
/** A page that saves just then may come between reading and saving; more than once in a row it hardly does. */
const attempts = 3
/** No other entry would fare better. */
const ofTheFolder: ReadonlySet<FailureCode> = new Set(['disk-full', 'read-only', 'folder-missing', 'in-use'])

export function createSearchActions(needs: SearchActionsNeeds): SearchActions {
  const { find, read, save, now, changed, exportFrom } = needs

  /** The entry with its star; null when it is as it should be already. */
  async function starOne(id: EntryId, starred: boolean, left = attempts): Promise<Entry | null> {
    const entry = await read(id)
    if (entry.starred === starred) return null
    const next = withSectionIds<Entry>({ ...entry, starred, updated: now(), revision: entry.revision + 1 })
    try {
      await save(next, entry.revision)
      return next
    } catch (error) {
      // What was written meanwhile stays as it is: the star goes onto that.
      if (codeOf(error) === 'conflict' && left > 1) return starOne(id, starred, left - 1)
      throw error
    }
  }

  async function starThese(ids: readonly EntryId[], starred: boolean): Promise<Starred> {
    const yieldToEventLoop = createYieldToEventLoop()
    const done: EntryId[] = []
    let waiting: Entry[] = []
    let failed = 0
    let code: FailureCode | null = null
    const report = () => {
      if (waiting.length > 0) changed(waiting)
      waiting = []
    }
    for (const [at, id] of ids.entries()) {
      try {
        const entry = await starOne(id, starred)
        if (entry) {
          done.push(id)
          waiting.push(entry)
        }
      } catch (error) {
        const reason = codeOf(error)
        code ??= reason
        const isOver = ofTheFolder.has(reason)
        failed += isOver ? ids.length - at : 1
        if (isOver) break
      }
      if (waiting.length === slice) report()
      await yieldToEventLoop()
    }
    report()
    return { changed: done, failed, code }
  }

  return {
    async star(request, starred) {
      const found = await find(request)
      return starThese(
        found.filter(({ kind }) => kind === 'entry').map(({ id }) => id),
        starred,
      )
    },
    starThese,
    exportAll: async (request) => exportFrom(searchExport(await find(request), needs)),
  }
}

function codeOf(error: unknown): FailureCode {
  return error instanceof Failure ? error.code : 'unexpected'
}
