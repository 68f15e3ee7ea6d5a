/** The library as main sees it: a thread that is begun anew should it break down. */
import { join } from 'node:path'
import { Failure } from '#shared/domain/failure'
import { withTimeout } from '../async/withTimeout'
import type { Library, LibraryListener } from '../services/ports/library'
import type { VaultKey } from '../storage/encryption/cipher/vault'
import { openWorkerCalls, type WorkerCalls } from '../threads/workerCalls'
import type { Call, CallName, Calls, IndexEvent } from './indexProtocol'

export interface IndexPlace {
  /** The thread's built script. */
  readonly script: string
  /** The key of the journal in this folder, when it has a lock. */
  readonly key: () => VaultKey | null
  /** Where caches are kept; made when needed. */
  readonly cacheFolder: string
  /** Gets the reason why the thread broke down, never journal text. */
  readonly failed: (error: unknown) => void
}

/** That the end of the app waits for the cache. */
const closeTimeoutMs = 5_000

/** Breakdowns after which it stays away; searches then say that they failed. */
const maxBreakdowns = 3

export function openIndex({ script, key, cacheFolder, failed }: IndexPlace, listener: LibraryListener): Library {
  let calls: WorkerCalls | null = null
  let opened: Omit<Calls['open']['asked'], 'key'> | null = null
  let breakdowns = 0
  let last = 0
  /** The question that opened a journal, until it is answered: an event before its reply is of the journal of before. */
  let opening: number | null = null

  function begin(): WorkerCalls {
    const begun = openWorkerCalls<IndexEvent>(
      'the library',
      script,
      {},
      {
        event: handleEvent,
        replied(number) {
          if (number === opening) opening = null
        },
        brokeDown(error) {
          failed(error)
          if (calls !== begun) return
          calls = null
          breakdowns += 1
          if (opened !== null && breakdowns < maxBreakdowns) askOpen(opened).catch(failed)
        },
      },
    )
    return begun
  }

  function handleEvent(event: IndexEvent): void {
    if (opening !== null) return
    if (event.kind === 'changed') listener.changed(event.change)
    else if (event.kind === 'progressed') listener.progressed(event.progress)
    else listener.needsRepair(event.place)
  }

  async function ask<K extends CallName>(name: K, asked: Calls[K]['asked']): Promise<Calls[K]['answer']> {
    if (breakdowns >= maxBreakdowns) throw new Failure('unexpected', 'the library broke down too often')
    calls ??= begin()
    const number = ++last
    if (name === 'open') opening = number
    // What answers `name` answers with its type.
    return (await calls.ask(number, { number, name, asked } satisfies Call<K>)) as Calls[K]['answer']
  }

  /** Rejects when the key was overwritten meanwhile: the journal is about to be closed. */
  async function askOpen(asked: NonNullable<typeof opened>): Promise<null> {
    return ask('open', { ...asked, key: key() })
  }

  /** Before a journal is open there is nothing to know; what does not arrive the next look finds. */
  function tellOpen<K extends CallName>(name: K, asked: Calls[K]['asked']): void {
    if (opened !== null) void ask(name, asked).catch(nothing)
  }

  return {
    open({ folder, id }) {
      opened = { folder, cacheFile: join(cacheFolder, `${id}.index`) }
      askOpen(opened).catch(nothing)
    },
    rows: (after) => ask('rows', after),
    find: (request, context) => ask('find', { request, context }),
    findAll: (request, context) => ask('findAll', { request, context }),
    names: (kind) => ask('names', kind),
    year: (year) => ask('year', year),
    statistics: (needs) => ask('statistics', needs),
    dayOf: (id) => ask('dayOf', id),
    untidyDays: (kind) => ask('untidyDays', kind),
    states: () => ask('states', null),
    recordChanged: (kind, id, day) => tellOpen('recordChanged', { kind, id, day }),
    logChanged: (kind, day) => tellOpen('logChanged', { kind, day }),
    repaired: (place, found) => tellOpen('repaired', { place, found }),
    lookAgain: (now) => tellOpen('lookAgain', { now }),
    async close() {
      if (calls === null) return
      opened = null
      // Without its cache the next start reads all files: no reason to keep the person waiting.
      await withTimeout(ask('close', null), closeTimeoutMs)
      const ended = calls
      calls = null
      await ended?.terminate()
    },
  }
}

function nothing(): void {}
