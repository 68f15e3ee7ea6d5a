/**
 * Does what a person chose for a copy beside an entry. Each step leaves both versions on the disk, and the copy's file goes last: what a crash
 * interrupts can be done again. Runs under the entry's id in the journal's queue.
 */
import type { Entry, EntryId } from '#shared/domain/entry'
import { Failure } from '#shared/domain/failure'
import type { Settling } from '../services/ports/entryStore'
import type { EntryFinder } from './entryFinder'
import { inspectFiles, refuseUntouchable } from './inspectFiles'
import type { Journal } from './journal'
import { copyIdOf, putAway } from './meetCopies'
import type { VersionTaker } from './versionTaker'

export class CopySettler {
  constructor(
    private readonly journal: Journal,
    private readonly finder: EntryFinder,
    private readonly taker: VersionTaker,
  ) {}

  async settle(id: EntryId, { copy: wanted, base, choice }: Settling): Promise<Entry[]> {
    const { folder, lock } = this.journal
    await lock.hold()
    // Looked at without mending: a choice that is repeated has to find what the first attempt left.
    const findings = await inspectFiles(folder.disk, await this.finder.filesOf(id))
    const ours = findings.best
    if (!ours || findings.newer.length > 0) refuseUntouchable(findings)
    const copy = findings.copies.find((one) => copyIdOf(folder, one) === wanted)
    if (!ours || !copy) throw new Failure('not-found', 'no such copy')
    if (choice === 'keep') {
      await putAway(this.journal, copy)
      return []
    }
    const changed = await (choice === 'take' ? this.taker.take(ours, copy.entry, base) : this.taker.part(copy))
    await putAway(this.journal, copy)
    return [changed]
  }
}
