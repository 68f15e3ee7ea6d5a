import type { Event } from 'electron'

/** The event object that Electron hands to listeners which may prevent what is about to happen. */
export function preventable<Params extends object>(params: Params): Event<Params> {
  let prevented = false
  return {
    ...params,
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
}
