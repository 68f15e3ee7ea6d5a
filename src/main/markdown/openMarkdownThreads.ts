/** Threads that make the texts of an export side by side. They begin when there is work for them, and end with the export. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { CaptureDay } from '#shared/domain/capture'
import type { Entry } from '#shared/domain/entry'
import { Failure } from '#shared/domain/failure'
import type { MarkdownRenderer, Period, RenderedEntry } from '../services/ports/markdownRenderer'
import type { Answer, Question } from './markdownThread'
import type { Asked } from './rendered'

export interface MarkdownThreadsPlace {
  /** The thread's built script. */
  readonly script: string
  /** Hears why a thread broke down; it never gets journal text. */
  readonly failed: (error: unknown) => void
}

/** More would wait for the disk. */
const mostThreads = Math.min(4, availableParallelism())
/** Questions after which another thread is worth its start: a short export is over by then. */
const worthAnother = 200
/** Breakdowns after which nothing is tried any more. */
const patience = 3

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Failure): void
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
}

export function openMarkdownThreads({ script, failed }: MarkdownThreadsPlace): MarkdownRenderer {
  const threads = new Set<Thread>()
  let last = 0
  let breakdowns = 0

  function begin(): Thread {
    const waiting: Thread['waiting'] = new Map()
    const thread = { worker: new Worker(script), waiting }
    thread.worker.on('message', (told: Answer) => {
      const asker = waiting.get(told.number)
      waiting.delete(told.number)
      if ('code' in told) asker?.reject(new Failure(told.code, 'no text could be made of it'))
      else asker?.resolve(told.answer)
    })
    thread.worker.on('error', (error) => {
      failed(error)
      breakdowns += 1
      end(thread)
    })
    threads.add(thread)
    return thread
  }

  function end({ waiting }: Thread): void {
    for (const thread of threads) if (thread.waiting === waiting) threads.delete(thread)
    for (const { reject } of waiting.values()) reject(new Failure('unexpected', 'the thread broke down'))
    waiting.clear()
  }

  function leastBusy(): Thread {
    const [first] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size)
    if (first === undefined) return begin()
    const isWorthIt = first.waiting.size > 0 && threads.size < mostThreads && last >= threads.size * worthAnother
    return isWorthIt ? begin() : first
  }

  function ask(asked: Asked): Promise<unknown> {
    if (breakdowns >= patience) return Promise.reject(new Failure('unexpected', 'the threads broke down too often'))
    const { worker, waiting } = leastBusy()
    const number = ++last
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject })
      worker.postMessage({ number, asked } satisfies Question)
    })
  }

  return {
    // What answers a question answers with its type.
    file: (bytes: Uint8Array, period: Period) => ask({ kind: 'file', bytes, period }) as Promise<RenderedEntry>,
    entry: (entry: Entry, period: Period) => ask({ kind: 'entry', entry, period }) as Promise<RenderedEntry>,
    captures: (day: CaptureDay) => ask({ kind: 'captures', day }) as Promise<string | null>,
    async close() {
      const ended = [...threads]
      for (const thread of ended) end(thread)
      await Promise.all(ended.map(({ worker }) => worker.terminate()))
    },
  }
}
