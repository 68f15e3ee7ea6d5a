/** The library as main sees it: a thread that is begun anew should it break down. */
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { Failure } from '#shared/domain/failure'
import type { Library, LibraryListener } from '../services/ports/library'
import type { VaultKey } from '../storage/encryption/vault'
import type { CallName, Calls, Told } from './indexProtocol'

export interface IndexPlace {
  /** The thread's built script. */
  readonly script: string
  /** The key of the journal in this folder, when it has a lock. */
  readonly key: () => VaultKey | null
  /** Where caches are kept; made when needed. */
  readonly cacheFolder: string
  /** Hears why the thread broke down; it never gets journal text. */
  readonly failed: (error: unknown) => void
}

/** Milliseconds that the end of the app waits for the cache. */
const closePatience = 5_000

/** Breakdowns after which it stays away; searches then say that they failed. */
const patience = 3

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Failure): void
}

export function openIndex({ script, key, cacheFolder, failed }: IndexPlace, listener: LibraryListener): Library {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let opened: Omit<Calls['open']['asked'], 'key'> | null = null
  let breakdowns = 0
  let last = 0
  /** The question that opened a journal, until it is answered: what is told before is of the journal of before. */
  let opening: number | null = null

  function begin(): Worker {
    const begun = new Worker(script)
    begun.on('message', hear)
    begun.on('error', (error) => {
      failed(error)
      if (worker !== begun) return
      worker = null
      for (const { reject } of waiting.values()) reject(new Failure('unexpected', 'the library broke down'))
      waiting.clear()
      breakdowns += 1
      if (opened !== null && breakdowns < patience) askOpen(opened).catch(failed)
    })
    return begun
  }

  function hear(told: Told): void {
    if (told.kind === 'answer' || told.kind === 'failed') hearAnswer(told)
    else if (opening !== null) return
    else if (told.kind === 'changed') listener.changed(told.change)
    else if (told.kind === 'progressed') listener.progressed(told.progress)
    else listener.needsRepair(told.place)
  }

  function hearAnswer(told: Extract<Told, { kind: 'answer' | 'failed' }>): void {
    if (told.number === opening) opening = null
    const asker = waiting.get(told.number)
    waiting.delete(told.number)
    if (told.kind === 'answer') asker?.resolve(told.answer)
    else asker?.reject(new Failure('unexpected', told.reason))
  }

  function ask<K extends CallName>(name: K, asked: Calls[K]['asked']): Promise<Calls[K]['answer']> {
    if (breakdowns >= patience) return Promise.reject(new Failure('unexpected', 'the library broke down too often'))
    worker ??= begin()
    const number = ++last
    if (name === 'open') opening = number
    worker.postMessage({ number, name, asked })
    return new Promise((resolve, reject) => {
      // What answers `name` answers with its type.
      waiting.set(number, { resolve: resolve as Waiting['resolve'], reject })
    })
  }

  /** Rejects when the key was overwritten meanwhile: the journal is about to be closed. */
  async function askOpen(asked: NonNullable<typeof opened>): Promise<null> {
    return ask('open', { ...asked, key: key() })
  }

  /** Before a journal is open there is nothing to know; what is not heard the next look finds. */
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
    year: (year) => ask('year', year),
    statistics: (needs) => ask('statistics', needs),
    dayOf: (id) => ask('dayOf', id),
    untidyDays: () => ask('untidyDays', null),
    recordChanged: (kind, id, day) => tellOpen('recordChanged', { kind, id, day }),
    logChanged: (kind, day) => tellOpen('logChanged', { kind, day }),
    repaired: (place, found) => tellOpen('repaired', { place, found }),
    lookAgain: (now) => tellOpen('lookAgain', { now }),
    async close() {
      if (worker === null) return
      opened = null
      // Without its cache the next start reads all files: no reason to keep the person waiting.
      await Promise.race([ask('close', null).catch(nothing), setTimeout(closePatience)])
      const ended = worker
      worker = null
      await ended?.terminate()
    },
  }
}

function nothing(): void {}
