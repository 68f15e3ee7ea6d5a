/** A thread that makes the texts of exported files. It knows neither the disk nor the journal: bytes and entries come in, texts go out. */
import { parentPort } from 'node:worker_threads'
import { Failure, type FailureCode } from '#shared/domain/failure'
import { type Asked, type Rendered, rendered } from './rendered'

export interface Question {
  readonly number: number
  readonly asked: Asked
}
export type Answer = { readonly number: number } & ({ readonly answer: Rendered } | { readonly code: FailureCode })

function answerOf({ number, asked }: Question): Answer {
  try {
    return { number, answer: rendered(asked) }
  } catch (error) {
    return { number, code: error instanceof Failure ? error.code : 'unexpected' }
  }
}

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answerOf(question)))
