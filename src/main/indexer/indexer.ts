/** Runs the index of one journal: its cache at the start, its files in the background, the cache again when much has changed. */
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import type { Response } from '#shared/contract/requests'
import type { RowKey } from '#shared/domain/record'
import { createFinder, type Finder } from '#shared/domain/search/finder'
import type { LibraryListener } from '../services/ports/library'
import { placesBelow } from '../storage/encryption/cipher/sealedPlace'
import type { Vault } from '../storage/encryption/cipher/vault'
import { sealedName } from '../storage/encryption/files/encryptedLayout'
import { kinds as allKinds } from '../storage/kinds/kinds'
import type { Kind } from '../storage/kinds/recordKind'
import { loadCache, saveCache } from './cacheFile'
import type { IndexItem } from './indexItem'
import { JournalIndex, type LookProgress } from './journalIndex'
import { nodeReadableFiles, type ReadableFiles } from './readableFiles'
import { sealedReadableFiles } from './sealedReadableFiles'
import { createSnippetSource, type SnippetSource } from './snippetSource'

export interface IndexerNeeds extends LibraryListener {
  /** The journal's folder. */
  readonly folder: string
  readonly cacheFile: string
  readonly files?: ReadableFiles
  /** The key of a journal with a lock. */
  readonly vault?: Vault | null
  readonly kinds?: readonly Kind[]
  /** So many changes are worth a new cache; what it lacks is read from its files at the next start. */
  readonly worthKeeping?: number
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

export interface Indexer {
  readonly index: JournalIndex
  readonly isComplete: boolean
  readonly wordsOf: SnippetSource
  /** What the last search found is good for the next as long as nothing has changed. */
  finder(): Finder<IndexItem>
  /** Newest first. */
  rows(after: RowKey | null): Response<'entries.list'>
  /** Emits what changed since the last time. */
  flush(): void
  /** Looks at every file; resolves when the look that is under way has ended. Never throws. */
  look(): Promise<void>
  /** A look, unless the last one was a short while ago for its length. */
  lookAgain(): void
  close(): void
}

/** Milliseconds of work after which others get their turn. */
const turn = 8
/** Looks take at most one part in so many of the time. */
const pauseFactor = 30
const leastPause = 20_000
const rowsAtOnce = 1_000
const usuallyWorthKeeping = 50
/** Of a large journal, so much of it. */
const shareWorthKeeping = 0.01
const keepAfter = 10_000

export function createIndexer(needs: IndexerNeeds): Indexer {
  const { folder, cacheFile, vault = null, worthKeeping = usuallyWorthKeeping } = needs
  const plainFiles = needs.files ?? nodeReadableFiles
  const root = vault === null ? folder : join(folder, sealedName)
  const placeOf = placesBelow(root, needs.kinds ?? allKinds)
  const files = vault === null ? plainFiles : sealedReadableFiles(plainFiles, vault, placeOf)
  const emptyIndex = () => new JournalIndex({ ...needs, files, home: folder, root })
  const cached = emptyIndex()
  let isReady = loadCache(cacheFile, cached, vault)
  const index = isReady ? cached : emptyIndex()
  let isComplete = false
  let isClosed = false
  let kept = 0
  let found = { generation: index.generation, finder: createFinder<IndexItem>() }
  let looking: Promise<void> | null = null
  let rested = Number.NEGATIVE_INFINITY
  let keeping: NodeJS.Timeout | null = null

  function finder(): Finder<IndexItem> {
    if (found.generation !== index.generation) found = { generation: index.generation, finder: createFinder() }
    return found.finder
  }

  function progressed(progress: LookProgress): void {
    const { elsewhere } = index
    needs.progressed({ isReady, isComplete, ...progress, ...(elsewhere > 0 && { elsewhere }) })
  }

  /** Before the first request for rows there are none elsewhere that could change. */
  function flush(): void {
    if (index.changes.size === 0) return
    const change = index.changes.take()
    if (isReady) needs.changed(change)
  }

  async function lookAtAll(): Promise<void> {
    const began = performance.now()
    let progress: LookProgress = { done: 0, total: 0 }
    let turnBegan = began
    if (!isComplete) progressed(progress)
    try {
      for (progress of index.lookAtAll()) {
        if (performance.now() - turnBegan < turn) continue
        flush()
        if (!isComplete) progressed(progress)
        await setImmediate()
        if (isClosed) return
        turnBegan = performance.now()
      }
      isComplete = true
    } catch {
      // The disk went away, or does not want to be read: what is known stays, and the next look begins anew.
    }
    flush()
    // An index that lacks files would take rows away that the page has.
    isReady ||= isComplete
    progressed(progress)
    rested = performance.now() + Math.max(leastPause, (performance.now() - began) * pauseFactor)
    keeping ??= setTimeout(() => void keep(), keepAfter).unref()
  }

  function look(): Promise<void> {
    looking ??= lookAtAll().finally(() => {
      looking = null
    })
    return looking
  }

  function isWorthKeeping(): boolean {
    return index.generation - kept >= Math.max(worthKeeping, index.order.all.length * shareWorthKeeping)
  }

  /** Others get their turn after each step, and may change the index: the next time has what this one lacks. */
  async function keep(): Promise<void> {
    if (isWorthKeeping()) {
      const { generation } = index
      for (const _ of saveCache(cacheFile, index, vault)) {
        await setImmediate()
        if (isClosed) return
      }
      kept = generation
    }
    keeping = null
  }

  function keepNow(): void {
    if (!isWorthKeeping()) return
    for (const _ of saveCache(cacheFile, index, vault));
  }

  return {
    index,
    wordsOf: createSnippetSource(index),
    finder,
    get isComplete() {
      return isComplete
    },
    rows(after) {
      const found = index.order.after(after, rowsAtOnce)
      return { rows: found.map(({ row }) => row), isLast: found.length < rowsAtOnce }
    },
    flush,
    look,
    lookAgain() {
      if (performance.now() >= rested) void look()
    },
    close() {
      isClosed = true
      if (keeping) clearTimeout(keeping)
      keepNow()
    },
  }
}
