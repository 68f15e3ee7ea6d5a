/** How every answer crosses the bridge: a value, or a failure's code. Errors never cross as exceptions, which keep only their message. */
import type { FailureCode } from '../domain/failure'

export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: { readonly code: FailureCode } }
