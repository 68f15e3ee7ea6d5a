/** What a person can do about a finding. */
import type { Request } from '#shared/contract/requests'
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import type { Finding, QuarantinedFile } from '#shared/domain/health/finding'

export type RepairOption =
  | { readonly kind: 'mend'; readonly what: Request<'health.mend'> }
  | { readonly kind: 'bringBack'; readonly entry: EntryId }
  | { readonly kind: 'compare'; readonly entry: EntryId; readonly day: Day | null; readonly file: string }
  | { readonly kind: 'showText'; readonly file: QuarantinedFile }
  | { readonly kind: 'settle'; readonly file: QuarantinedFile }

export function repairOptionsOf({ kind, file, entry, day, canReturn }: Finding): readonly RepairOption[] {
  const version = versionOf(file)
  switch (kind) {
    case 'damaged':
      if (version !== null) return [{ kind: 'mend', what: { entry, version, day: null } }]
      return isMended(file) ? [{ kind: 'mend', what: { entry, version: null, day } }] : []
    case 'duplicate':
      // One under another page's name is only put away by the person.
      return entry !== null && file.includes(entry) ? [{ kind: 'mend', what: { entry, version: null, day } }] : []
    case 'copy':
      if (entry !== null) return [{ kind: 'compare', entry, day, file }]
      return isMended(file) ? [{ kind: 'mend', what: { entry, version: null, day } }] : []
    case 'missing':
      return entry !== null && canReturn ? [{ kind: 'bringBack', entry }] : []
    case 'quarantined':
      return [
        ...(entry !== null && canReturn ? [{ kind: 'bringBack' as const, entry }] : []),
        { kind: 'showText', file },
        { kind: 'settle', file },
      ]
    case 'newer':
    case 'foreign':
    case 'waits':
    case 'unreachable':
      return []
  }
}

export function isVersion(file: string): boolean {
  return versionOf(file) !== null
}

function versionOf(file: string): string | null {
  return /^versions\/[^/]+\/([^/]+)\.json$/.exec(file)?.[1] ?? null
}

/** Settings and the marker are looked at by the next start. */
function isMended(file: string): boolean {
  return /^(entries|captures|trash)\//.test(file)
}
