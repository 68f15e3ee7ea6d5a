/** What happens in the app, as one list of typed events: parts listen to each other by it and need not know each other. */
import { type EventName, eventNames } from '#shared/contract/channels'
import type { Events } from '#shared/contract/events'

/** Those that go to the page, and those of main alone. */
export interface AppEventMap extends Events {
  /** A journal was opened: at the start, after trouble, in another folder. */
  journalOpened: null
  /** A journal was opened, and the page that asked for it is shown. */
  journalShown: null
  /** All files of the open journal were read. */
  journalRead: null
  /** The journal's key was forgotten: its words are out of reach until it is unlocked. */
  journalLocked: null
  /** A write into the journal's folder began. */
  journalWritten: null
  /** A look at the clock: every quarter of a minute, and whenever it may have moved. */
  clockTicked: null
}

export type AppEventName = keyof AppEventMap
type Listener<K extends AppEventName> = (event: AppEventMap[K]) => void

export type Emit = <K extends AppEventName>(name: K, event: AppEventMap[K]) => void

export interface AppEvents {
  emit: Emit
  /** Returns the way to stop listening. */
  on<K extends AppEventName>(name: K, listener: Listener<K>): () => void
}

export interface AppEventsNeeds {
  /** Sends it to the page. */
  toPage(name: EventName, event: unknown): void
  /** A listener threw; the others are called all the same. */
  failed(error: unknown): void
}

const sentToPage: ReadonlySet<string> = new Set(eventNames)

export function createAppEvents({ toPage, failed }: AppEventsNeeds): AppEvents {
  const listeners = new Map<AppEventName, Set<Listener<AppEventName>>>()

  function isForPage(name: AppEventName): name is EventName {
    return sentToPage.has(name)
  }

  return {
    emit(name, event) {
      if (isForPage(name)) toPage(name, event)
      for (const listener of [...(listeners.get(name) ?? [])]) {
        try {
          listener(event)
        } catch (error) {
          failed(error)
        }
      }
    },
    on(name, listener) {
      const those = listeners.get(name) ?? new Set()
      listeners.set(name, those)
      // Kept under its name, so that it is only called with events of it.
      const kept = listener as Listener<AppEventName>
      those.add(kept)
      return () => void those.delete(kept)
    },
  }
}
