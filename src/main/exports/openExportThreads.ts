/** Threads that make the files of an export side by side. They begin when there is work for them, and end with the export. */
import { availableParallelism } from 'node:os'
import { Failure } from '#shared/domain/failure'
import type { ExportFolder } from '../services/ports/exportFolder'
import type { MarkdownRenderer, RenderedRecord } from '../services/ports/markdownRenderer'
import { openWorkerCalls, type WorkerCalls } from '../threads/workerCalls'
import type { Made, Order, Question } from './exportThread'
import type { Asked } from './renderRecord'

export interface ExportThreadsPlace {
  /** The thread's built script. */
  readonly script: string
  /** Gets the reason why a thread broke down, never journal text. */
  readonly failed: (error: unknown) => void
}

/** More would wait for the disk. */
const mostThreads = Math.min(4, availableParallelism())
/** Texts after which another thread is worth its start: a short export is over by then. */
const worthAnother = 200
/** Breakdowns after which nothing is tried any more. */
const maxBreakdowns = 3

type Thread = WorkerCalls

type Written = ReturnType<ExportFolder<ThreadText>['writeNew']>

/** A text, on the thread that made it. */
export interface ThreadText {
  readonly thread: Thread
  readonly number: number
}

export interface ExportThreads {
  readonly renderer: MarkdownRenderer<ThreadText>
  /** `path` is what `presentExportFolder` gave. */
  folder(path: string): ExportFolder<ThreadText>
  read(text: ThreadText): Promise<string>
  close(): Promise<void>
}

export function openExportThreads({ script, failed }: ExportThreadsPlace): ExportThreads {
  const threads = new Set<Thread>()
  let last = 0
  let made = 0
  let breakdowns = 0

  function begin(): Thread {
    // What the process was started with is not the thread's: each hook in it would make a short export longer.
    const thread = openWorkerCalls(
      'the thread',
      script,
      { execArgv: [] },
      {
        brokeDown(error) {
          failed(error)
          breakdowns += 1
          threads.delete(thread)
        },
      },
    )
    threads.add(thread)
    return thread
  }

  function leastBusy(): Thread {
    const [first] = [...threads].sort((a, b) => a.waiting - b.waiting)
    if (first === undefined) return begin()
    const isWorthIt = first.waiting > 0 && threads.size < mostThreads && made >= threads.size * worthAnother
    return isWorthIt ? begin() : first
  }

  function ask(thread: Thread, order: Order, number = ++last): Promise<unknown> {
    return thread.ask(number, { number, order } satisfies Question)
  }

  async function make(asked: Asked): Promise<{ row: Made['row']; text: ThreadText | null }> {
    if (breakdowns >= maxBreakdowns) throw new Failure('unexpected', 'the threads broke down too often')
    made += 1
    const thread = leastBusy()
    const number = ++last
    // What answers a question answers with its type.
    const { row, hasText } = (await ask(thread, asked, number)) as Made
    return { row, text: hasText ? { thread, number } : null }
  }

  async function record(asked: Asked): Promise<RenderedRecord<ThreadText>> {
    const { row, text } = await make(asked)
    if (row === null) throw new Failure('unexpected', 'a record without its row')
    return { row, text }
  }

  async function askWithText({ thread }: ThreadText, order: Order): Promise<unknown> {
    if (!threads.has(thread)) throw new Failure('unexpected', 'the thread with the text broke down')
    return await ask(thread, order)
  }

  return {
    renderer: {
      file: (of, from, period) => record({ kind: 'file', of, from, period }),
      record: (of, given, period) => record({ kind: 'record', of, record: given, period }),
      log: async (of, log) => (await make({ kind: 'log', of, log })).text,
    },
    folder: (folder) => ({
      writeNew: (name, text) => askWithText(text, { kind: 'write', text: text.number, folder, name }) as Written,
      names: () => ask(leastBusy(), { kind: 'names', folder }) as Promise<readonly string[]>,
      sync: () => ask(leastBusy(), { kind: 'sync', folder }) as Promise<void>,
    }),
    read: (text) => askWithText(text, { kind: 'read', text: text.number }) as Promise<string>,
    async close() {
      const ended = [...threads]
      threads.clear()
      await Promise.all(ended.map((thread) => thread.terminate()))
    },
  }
}
