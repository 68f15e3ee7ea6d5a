/** Main as the page sees it: remembers what was asked, answers as a test says, and tells what a test tells. */
import type { RequestName } from '../../src/shared/contract/channels'
import type { FailureCode } from '../../src/shared/domain/failure'

export interface MainStandIn {
  readonly asked: { readonly name: RequestName; readonly payload: unknown }[]
  /** Each thing that was asked of this name, in turn. */
  askedFor(name: RequestName): unknown[]
  answer(name: RequestName, with_: (payload: unknown) => unknown): void
  fail(name: RequestName, code: FailureCode | null): void
  tell(name: string, event: unknown): void
}

/** Puts it in place of the bridge. */
export function standInForMain(): MainStandIn {
  const asked: MainStandIn['asked'] = []
  const answers = new Map<RequestName, (payload: unknown) => unknown>()
  const failures = new Map<RequestName, FailureCode>()
  const listeners = new Map<string, Set<(event: unknown) => void>>()
  const bridge = {
    async request(name: RequestName, payload: unknown) {
      asked.push({ name, payload })
      const code = failures.get(name)
      if (code !== undefined) return { ok: false, failure: { code } }
      return { ok: true, value: (await answers.get(name)?.(payload)) ?? null }
    },
    on(name: string, listener: (event: unknown) => void) {
      const heard = listeners.get(name) ?? new Set()
      listeners.set(name, heard.add(listener))
      return () => void heard.delete(listener)
    },
  }
  Object.defineProperty(window, 'journal', { value: bridge, configurable: true })
  return {
    asked,
    askedFor: (name) => asked.filter((one) => one.name === name).map(({ payload }) => payload),
    answer: (name, with_) => void answers.set(name, with_),
    fail(name, code) {
      if (code === null) failures.delete(name)
      else failures.set(name, code)
    },
    tell(name, event) {
      for (const listener of listeners.get(name) ?? []) listener(event)
    },
  }
}
