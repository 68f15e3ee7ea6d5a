/**
 * Keeps on this device what the journal does not take of a page, within a moment of each key, until the journal has it or it is given up. Knows
 * neither React nor the editor.
 */

import { createSerialQueue } from '#shared/async/serialQueue'
import { failureCodeOf } from '../bridge'
import { type Autosave, createAutosave } from './autosave'

export type KeptState =
  /** Not known yet. */
  | 'unsure'
  | 'kept'
  /** The device does not take them either; it is tried again. */
  | 'refused'

export interface DraftKeeperNeeds {
  /** Puts down what the page holds now. */
  keep(): Promise<unknown>
  /** Takes away all that was put down. */
  drop(): Promise<unknown>
  show(state: KeptState): void
}

export interface DraftKeeper {
  /** The page holds words that the journal lacks. Cheap: called with every key. */
  changed(): void
  /** Puts down all there is, now. False when it could not be. */
  flush(): Promise<boolean>
  /** The journal has all of them, or they were given up. */
  end(): void
}

/** `isKept`: a draft of the page is there from before. */
export function createDraftKeeper({ keep, drop, show }: DraftKeeperNeeds, isKept: boolean): DraftKeeper {
  let isThere = isKept
  let saving: Autosave | null = null
  /** Nothing that is on its way comes down after the draft is gone. */
  const queue = createSerialQueue()

  function begin(): Autosave {
    return createAutosave(
      {
        async write() {
          isThere = true
          await queue.add(keep)
          return true
        },
        codeOf: failureCodeOf,
        show({ kind }) {
          if (kind === 'saved') show('kept')
          else if (kind === 'failed') show('refused')
        },
      },
      { kind: 'saving' },
    )
  }

  return {
    changed() {
      saving ??= begin()
      saving.changed()
    },
    flush: () => (saving === null ? Promise.resolve(isThere) : saving.flush()),
    end() {
      saving?.stop()
      saving = null
      if (!isThere) return
      isThere = false
      // One that stays says nothing new, and goes when its page is opened next.
      queue.add(drop).catch(() => undefined)
      show('unsure')
    },
  }
}
