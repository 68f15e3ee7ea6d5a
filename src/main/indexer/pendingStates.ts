/** Gathers what has other files than when it was last told, so that who compares saves with those of before asks for the changes alone. */
import type { Day } from '#shared/domain/day'
import type { RecordId } from '#shared/domain/record'
import type { FoundState, FoundStates } from '../services/ports/library'
import { savesOfRevision } from '../storage/records/statePlace'
import type { JournalIndex } from './journalIndex'

type Place = Pick<FoundState, 'kind' | 'of'>

const atOnce = 1_000

export class PendingStates {
  private readonly places = new Map<string, Place>()

  constructor(private readonly index: Pick<JournalIndex, 'recordsOf' | 'logsOf'>) {}

  changed(kind: string, of: RecordId | Day): void {
    this.places.set(`${kind}/${of}`, { kind, of })
  }

  /** As they are now; each once. */
  take(): FoundStates {
    const taken = [...this.places].slice(0, atOnce)
    for (const [key] of taken) this.places.delete(key)
    return { states: taken.map(([, place]) => this.stateOf(place)), isLast: this.places.size === 0 }
  }

  private stateOf({ kind, of }: Place): FoundState {
    const slot = this.index.recordsOf(kind)?.slotOf(of)
    const revision = this.index.logsOf(kind)?.slotOf(of)?.revision ?? null
    const saves = slot?.saves ?? (revision === null ? null : savesOfRevision(revision))
    return { kind, of, saves, day: slot?.shown?.row.day ?? null }
  }
}
