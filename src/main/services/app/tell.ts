/** Says to the page, and to whoever else listens, what has happened. */
import type { EventName } from '#shared/contract/channels'
import type { Event } from '#shared/contract/events'

export type Tell = <K extends EventName>(name: K, event: Event<K>) => void
