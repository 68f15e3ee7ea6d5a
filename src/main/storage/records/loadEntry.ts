/** Reads one entry file and says what became of it. Never throws, never writes. */
import type { Entry } from '#shared/domain/entry/entry'
import type { Failure } from '#shared/domain/failure'
import type { Disk } from '../../disk/disk'
import { failureOf } from '../../disk/failureOf'
import type { FileFingerprint } from '../../disk/fileFingerprint'
import { DurableAdapter } from '../format/DurableAdapter'
import { entryFormat } from './entryFormat'

export type LoadedEntry =
  | { readonly kind: 'entry'; readonly path: string; readonly entry: Entry; readonly seen: FileFingerprint }
  | { readonly kind: 'missing' | 'damaged' | 'newer'; readonly path: string }
  /** The disk or its rights stand in the way: that says nothing about the file. */
  | { readonly kind: 'unreachable'; readonly path: string; readonly failure: Failure }

export async function loadEntry(disk: Disk, path: string): Promise<LoadedEntry> {
  const adapter = new DurableAdapter(disk, path, entryFormat)
  try {
    const entry = await adapter.read()
    return entry && adapter.seen ? { kind: 'entry', path, entry, seen: adapter.seen } : { kind: 'missing', path }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code === 'newer-schema') return { kind: 'newer', path }
    if (failure.code === 'unreadable' || failure.code === 'too-large') return { kind: 'damaged', path }
    return { kind: 'unreachable', path, failure }
  }
}
