/** Sends an event to the page and to the other listeners in main. */
import type { EventName } from '#shared/contract/channels'
import type { Event } from '#shared/contract/events'

export type Emit = <K extends EventName>(name: K, event: Event<K>) => void
