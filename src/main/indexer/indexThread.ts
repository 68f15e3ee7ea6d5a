/** The library's thread: answers what main asks, in the order in which it was asked. It reads the journal and writes nothing but its own cache. */
import { parentPort } from 'node:worker_threads'
import { Vault } from '../storage/encryption/cipher/vault'
import type { WorkerReply } from '../threads/workerReply'
import { findAllIn, findIn } from './findIn'
import { createIndexer, type Indexer } from './indexer'
import type { Call, CallName, Calls, IndexEvent } from './indexProtocol'
import { namesIn } from './namesIn'
import { statisticsIn, yearIn } from './statistics'

const emit = (event: IndexEvent) => parentPort?.postMessage(event)
const reply = (to: WorkerReply) => parentPort?.postMessage(to)
let indexer: Indexer | null = null

type Answers = { [K in CallName]: (asked: Calls[K]['asked']) => Calls[K]['answer'] }

const answers: Answers = {
  open({ folder, cacheFile, key }) {
    indexer?.close()
    indexer = createIndexer({
      folder,
      cacheFile,
      // The key is main's: only main overwrites it.
      vault: key && new Vault(key),
      now: Date.now,
      changed: (change) => emit({ kind: 'changed', change }),
      progressed: (progress) => emit({ kind: 'progressed', progress }),
      needsRepair: (place) => emit({ kind: 'needsRepair', place }),
    })
    const { look } = indexer
    // After the reply: an event before it is of another journal.
    setImmediate(() => void look())
    return null
  },
  rows: (after) => opened().rows(after),
  find: ({ request, context }) => findIn(opened(), request, context),
  findAll: ({ request, context }) => findAllIn(opened(), request, context),
  names: (kind) => namesIn(opened(), kind),
  year: (year) => yearIn(opened(), year),
  statistics: (needs) => statisticsIn(opened(), needs),
  dayOf: (id) => opened().index.recordsOf('entry')?.slotOf(id)?.shown?.row.day ?? null,
  untidyDays: (kind) => opened().index.logsOf(kind)?.untidyDays() ?? [],
  states: () => opened().index.states.take(),
  recordChanged: ({ kind, id, day }) => changed((index) => index.recordsOf(kind)?.look(id, day)),
  logChanged: ({ kind, day }) => changed((index) => index.logsOf(kind)?.look(day)),
  repaired: ({ place, found }) => changed((index) => index.repaired(place, found)),
  lookAgain({ now }) {
    if (now) void opened().look()
    else opened().lookAgain()
    return null
  },
  close() {
    indexer?.close()
    indexer = null
    return null
  },
}

function opened(): Indexer {
  if (indexer === null) throw new Error('no journal is open')
  return indexer
}

function changed(step: (index: Indexer['index']) => void): null {
  const { index, flush } = opened()
  step(index)
  flush()
  return null
}

function answer<K extends CallName>({ number, name, asked }: Call<K>): void {
  try {
    reply({ number, ok: true, answer: answers[name](asked) })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    reply({ number, ok: false, code: 'unexpected', reason })
  }
}

parentPort?.on('message', answer)
