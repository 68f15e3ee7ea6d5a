/** The page's side of the bridge: a request resolves with its value or throws a `RequestFailed`. */
import type { JournalBridge } from '#shared/contract/bridge'
import type { RequestName } from '#shared/contract/channels'
import type { Request, Response } from '#shared/contract/requests'
import type { FailureCode } from '#shared/domain/failure'

declare global {
  interface Window {
    readonly journal: JournalBridge
  }
}

/** A request that main refused or could not do; `code` finds its words in `messages.failures`. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed'
  constructor(
    readonly code: FailureCode,
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}

export async function request<K extends RequestName>(name: K, payload: Request<K>): Promise<Response<K>> {
  const answer = await window.journal.request(name, payload).catch((cause: unknown) => {
    // Reached when main is gone or the payload can't be cloned.
    throw new RequestFailed('unexpected', { cause })
  })
  if (!answer.ok) throw new RequestFailed(answer.failure.code)
  return answer.value
}

export const listen: JournalBridge['on'] = (name, listener) => window.journal.on(name, listener)

export function failureCodeOf(error: unknown): FailureCode {
  return error instanceof RequestFailed ? error.code : 'unexpected'
}
