/** A thread that reads the files of an export, makes their texts and writes them. The names of the files come with the request. */
import { parentPort } from 'node:worker_threads'
import { Failure } from '#shared/domain/failure'
import type { RecordRow } from '#shared/domain/record'
import { answered } from '../disk/failureOf'
import { nodeFilesSync } from '../disk/nodeFilesSync'
import type { WorkerReply } from '../threads/workerReply'
import { exportFolder } from './exportFolder'
import { type Asked, renderRecord } from './renderRecord'

export type Order =
  | Asked
  /** `text` is the number of the question that made it; it is gone afterwards. */
  | { readonly kind: 'write'; readonly text: number; readonly folder: string; readonly name: string }
  | { readonly kind: 'read'; readonly text: number }
  | { readonly kind: 'names'; readonly folder: string }
  | { readonly kind: 'sync'; readonly folder: string }

export interface Question {
  readonly number: number
  readonly order: Order
}

/** What was made: its row, and whether there is a text of it. */
export interface Made {
  readonly row: RecordRow | null
  readonly hasText: boolean
}

const texts = new Map<number, string>()
const folderOf = (path: string) => exportFolder(path, { files: nodeFilesSync })

async function answerTo({ number, order }: Question): Promise<unknown> {
  switch (order.kind) {
    case 'write': {
      const outcome = await folderOf(order.folder).writeNew(order.name, textOf(order.text))
      // Under another name it may still go.
      if (outcome !== 'exists') texts.delete(order.text)
      return outcome
    }
    case 'read':
      return textOf(order.text)
    case 'names':
      return await folderOf(order.folder).names()
    case 'sync':
      return await folderOf(order.folder).sync()
    default: {
      const { row, text } = await renderRecord(order, nodeFilesSync)
      if (text !== null) texts.set(number, text)
      return { row, hasText: text !== null } satisfies Made
    }
  }
}

function textOf(number: number): string {
  const text = texts.get(number)
  if (text === undefined) throw new Failure('not-found', 'no such text')
  return text
}

parentPort?.on('message', (question: Question) => {
  const reply = (to: WorkerReply) => parentPort?.postMessage(to)
  const { number } = question
  answered(() => answerTo(question)).then(
    (answer) => reply({ number, ok: true, answer }),
    (error: unknown) => {
      const code = error instanceof Failure ? error.code : 'unexpected'
      reply({ number, ok: false, code, reason: 'the thread could not do it' })
    },
  )
})
