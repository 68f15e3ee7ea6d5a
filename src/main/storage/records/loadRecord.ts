/** Reads one record's file and says what became of it. Never throws, never writes. */
import type { Failure } from '#shared/domain/failure'
import type { StoredRecord } from '#shared/domain/record'
import type { Disk } from '../../disk/disk'
import { failureOf } from '../../disk/failureOf'
import type { FileFingerprint } from '../../disk/fileFingerprint'
import { DurableAdapter } from '../format/DurableAdapter'
import { isDamage } from '../format/damage'
import type { RecordKind } from '../kinds/recordKind'

export interface ReadableRecord<T extends StoredRecord> {
  readonly kind: 'record'
  readonly path: string
  readonly record: T
  readonly seen: FileFingerprint
}

/** The disk or its rights stand in the way: that says nothing about the file. */
export interface UnreachableRecord {
  readonly kind: 'unreachable'
  readonly path: string
  readonly failure: Failure
}

export type LoadedRecord<T extends StoredRecord> =
  | ReadableRecord<T>
  | { readonly kind: 'missing' | 'damaged' | 'newer'; readonly path: string }
  | UnreachableRecord

export async function loadRecord<T extends StoredRecord>(
  disk: Disk,
  { format }: Pick<RecordKind<T>, 'format'>,
  path: string,
): Promise<LoadedRecord<T>> {
  const adapter = new DurableAdapter(disk, path, format)
  try {
    const record = await adapter.read()
    return record && adapter.seen ? { kind: 'record', path, record, seen: adapter.seen } : { kind: 'missing', path }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code === 'newer-schema') return { kind: 'newer', path }
    if (isDamage(failure.code)) return { kind: 'damaged', path }
    return { kind: 'unreachable', path, failure }
  }
}
