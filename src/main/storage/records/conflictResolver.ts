/**
 * Does what a person chose for a copy beside an entry. Each step leaves both versions on the disk, and the copy's file goes last: what a crash
 * interrupts can be done again. Runs under the entry's id in the journal's queue.
 */
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import type { Settling } from '../../services/ports/entryStore'
import type { JournalContext } from '../safekeeping/journalContext'
import { classifyFiles, refuseUntouchable } from './classifyFiles'
import { archiveCopy, copyIdOf } from './conflictedCopies'
import type { EntryFinder } from './entryFinder'
import type { VersionAdopter } from './versionAdopter'

export class ConflictResolver {
  constructor(
    private readonly journal: JournalContext,
    private readonly finder: EntryFinder,
    private readonly taker: VersionAdopter,
  ) {}

  async settle(id: EntryId, { copy: wanted, base, choice }: Settling): Promise<Entry[]> {
    const { folder, lock } = this.journal
    await lock.hold()
    // Looked at without mending: a choice that is repeated has to find what the first attempt left.
    const findings = await classifyFiles(folder.disk, await this.finder.filesOf(id))
    const ours = findings.best
    if (!ours || findings.newer.length > 0) refuseUntouchable(findings)
    const copy = findings.copies.find((one) => copyIdOf(folder, one) === wanted)
    if (!ours || !copy) throw new Failure('not-found', 'no such copy')
    if (choice === 'keep') {
      await archiveCopy(this.journal, copy)
      return []
    }
    const changed = await (choice === 'take' ? this.taker.take(ours, copy.entry, base) : this.taker.part(copy))
    await archiveCopy(this.journal, copy)
    return [changed]
  }
}
