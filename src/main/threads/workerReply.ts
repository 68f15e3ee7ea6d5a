/** What a worker says to a question: each question has a number, and gets one reply with it. */
import type { FailureCode } from '#shared/domain/failure'

export type WorkerReply = { readonly number: number } & (
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly code: FailureCode; readonly reason: string }
)

/** The number of the question that a worker is begun with. */
export const firstQuestion = 0
