/**
 * Does what a person chose for a copy beside a record. Each step leaves both versions on the disk, and the copy's file goes last: what a crash
 * interrupts can be done again. Runs under the record's id in the journal's queue.
 */
import { Failure } from '#shared/domain/failure'
import type { RecordId, StoredRecord } from '#shared/domain/record'
import type { Resolution } from '../../services/ports/recordStore'
import { classifyFiles, refuseUntouchable } from './classifyFiles'
import { archiveCopy, copyIdOf } from './conflictedCopies'
import type { ReadableRecord } from './loadRecord'
import type { RecordContext } from './recordContext'
import { setBeside } from './setBeside'
import type { VersionAdopter } from './versionAdopter'

export class ConflictResolver<T extends StoredRecord> {
  constructor(
    private readonly context: RecordContext<T>,
    private readonly adopter: VersionAdopter<T>,
  ) {}

  async resolve(id: RecordId, { copy: wanted, base, choice }: Resolution): Promise<T[]> {
    const { folder, lock, kind, files } = this.context
    await lock.hold()
    // Looked at without repairing: a choice that is repeated has to find what the first attempt left.
    const findings = await classifyFiles(folder.disk, kind, await files.of(id))
    const ours = findings.best
    if (!ours || findings.newer.length > 0) refuseUntouchable(findings)
    const found = findings.copies.find((one) => copyIdOf(folder, one) === wanted)
    if (!ours || !found) throw new Failure('not-found', 'no such copy')
    const isInPlace = found.path === files.path(found.record)
    const copy = choice === 'take' && isInPlace ? await setBeside(this.context, found) : found
    const changed = await this.chosen(choice, ours, copy, base)
    await archiveCopy(this.context, copy)
    return changed
  }

  private async chosen(
    choice: Resolution['choice'],
    ours: ReadableRecord<T>,
    copy: ReadableRecord<T>,
    base: number,
  ): Promise<T[]> {
    if (choice === 'take') return [await this.adopter.take(ours, copy.record, base)]
    const made = choice === 'keep' ? [] : [await this.adopter.part(copy)]
    await this.adopter.hold(ours, copy.record)
    return made
  }
}
