/** What a person can do about a finding. */
import type { Request } from '#shared/contract/requests'
import type { Day } from '#shared/domain/day'
import { type ArrivedFile, arrivedFileSchema, type Finding, type QuarantinedFile } from '#shared/domain/health/finding'
import type { RecordId } from '#shared/domain/record'

export type RepairOption =
  | { readonly kind: 'repair'; readonly what: Request<'health.repair'> }
  | { readonly kind: 'bringBack'; readonly of: string; readonly record: RecordId }
  | { readonly kind: 'compare'; readonly record: RecordId; readonly day: Day | null; readonly file: string }
  | { readonly kind: 'history'; readonly record: RecordId }
  | { readonly kind: 'backups' }
  | { readonly kind: 'dismiss'; readonly place: Request<'health.dismiss'> }
  | { readonly kind: 'showText'; readonly file: QuarantinedFile | ArrivedFile }
  | { readonly kind: 'dismissFile'; readonly file: QuarantinedFile | ArrivedFile }
  /** All that the passphrase opens, and not this file alone. */
  | { readonly kind: 'openSealed' }
  /** Of all files that wait to be let in. */
  | { readonly kind: 'admit' }

export function repairOptionsOf(finding: Finding): readonly RepairOption[] {
  const { kind, file, recordKind, record, version, day, canReturn } = finding
  // Settings and the marker are of no kind: the next start looks at them.
  const repair: readonly RepairOption[] =
    recordKind === null ? [] : [{ kind: 'repair', what: { kind: recordKind, record, version, day } }]
  const bringBack: readonly RepairOption[] =
    recordKind !== null && record !== null && canReturn ? [{ kind: 'bringBack', of: recordKind, record }] : []
  switch (kind) {
    case 'damaged':
      // One that waits is no record yet.
      return recordKind === null && arrivedFileSchema.safeParse(file).success ? [{ kind: 'dismissFile', file }] : repair
    case 'arrived':
      return [
        { kind: 'showText', file },
        { kind: 'dismissFile', file },
      ]
    case 'duplicate':
      // One under another record's name only the person can put away.
      return record !== null && file.includes(record) ? repair : []
    case 'copy':
      return recordKind === 'entry' && record !== null ? [{ kind: 'compare', record, day, file }] : repair
    case 'missing':
      return bringBack
    case 'quarantined':
      return [...bringBack, { kind: 'showText', file }, { kind: 'dismissFile', file }]
    case 'sealed':
    case 'second-lock':
      return [{ kind: 'openSealed' }]
    case 'rolled-back':
    case 'versions-gone':
    case 'gone': {
      const isPage = kind === 'rolled-back' && recordKind === 'entry' && record !== null
      const history: readonly RepairOption[] = isPage ? [{ kind: 'history', record }] : []
      return [...history, { kind: 'backups' }, { kind: 'dismiss', place: { kind: recordKind, record, day } }]
    }
    case 'newer':
    case 'foreign':
    case 'waits':
    case 'elsewhere':
    case 'being-written':
    case 'unreachable':
      return []
  }
}
