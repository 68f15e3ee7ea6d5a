/** What other processes hand to this one. It may come before the app can answer, and waits until then. */
import { app } from 'electron'
import { createEventBuffer, type EventBuffer } from '../async/eventBuffer'

export type ExternalEvent =
  /** The arguments of another start. */
  { readonly kind: 'start'; readonly argv: readonly string[] } | { readonly kind: 'link'; readonly url: string }

/** To be called before anything is waited for. */
export function externalEvents(): EventBuffer<ExternalEvent> {
  const external = createEventBuffer<ExternalEvent>()
  app.on('second-instance', (_, argv) => external.push({ kind: 'start', argv: argv.slice(1) }))
  // macOS hands links over like this, the first one before the app is ready.
  app.on('open-url', (event, url) => {
    event.preventDefault()
    external.push({ kind: 'link', url })
  })
  return external
}
