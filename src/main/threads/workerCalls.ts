/** Questions to a worker and its replies. Whatever comes to an end before its reply, by a breakdown or with the worker, fails. */
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { Failure } from '#shared/domain/failure'
import type { WorkerReply } from './workerReply'

export interface WorkerCalls {
  /** How many questions wait for their reply. */
  readonly waiting: number
  /** Sends a question, which says this number. */
  ask(number: number, question: object): Promise<unknown>
  /** The reply to the question that the worker was begun with. */
  replyTo(number: number): Promise<unknown>
  terminate(): Promise<void>
}

export interface WorkerListener<E> {
  /** Whatever the worker says that is no reply. */
  event?(event: E): void
  /** Called before its question is answered, and before the next event. */
  replied?(number: number): void
  /** Once everything that waited has failed. */
  brokeDown?(error: unknown): void
  ended?(): void
}

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Failure): void
}

/** `name` is what its failures call it. */
export function openWorkerCalls<E extends object = never>(
  name: string,
  script: string,
  options: WorkerOptions,
  listener: WorkerListener<E>,
): WorkerCalls {
  const waiting = new Map<number, Waiting>()
  const worker = new Worker(script, options)
  let hasEnded = false

  function failAll(reason: string, cause?: unknown): void {
    hasEnded = true
    for (const { reject } of waiting.values()) reject(new Failure('unexpected', `${name} ${reason}`, { cause }))
    waiting.clear()
  }

  function settle(reply: WorkerReply): void {
    listener.replied?.(reply.number)
    const asker = waiting.get(reply.number)
    waiting.delete(reply.number)
    if (reply.ok) asker?.resolve(reply.answer)
    else asker?.reject(new Failure(reply.code, reply.reason))
  }

  function replyTo(number: number): Promise<unknown> {
    if (hasEnded) return Promise.reject(new Failure('unexpected', `${name} is over`))
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject })
    })
  }

  worker.on('message', (message: WorkerReply | E) => {
    if ('ok' in message) settle(message)
    else listener.event?.(message)
  })
  worker.on('error', (error) => {
    failAll('broke down', error)
    listener.brokeDown?.(error)
  })
  worker.on('exit', () => {
    failAll('ended before it was done')
    listener.ended?.()
  })
  return {
    get waiting() {
      return waiting.size
    },
    ask(number, question) {
      // First, since it throws when the question can't be sent.
      worker.postMessage(question)
      return replyTo(number)
    },
    replyTo,
    async terminate() {
      failAll('was ended')
      await worker.terminate()
    },
  }
}
