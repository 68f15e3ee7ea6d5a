/** The file of a record, relative to the journal's folder, as notices name it. */
import type { Day } from '#shared/domain/day'
import type { RecordId } from '#shared/domain/record'
import { dayLogFolder } from '../dayLogs/dayLogFiles'
import { kinds as allKinds } from '../kinds/kinds'
import { isDayLogKind, isRecordKind, type Kind } from '../kinds/recordKind'
import { recordPlace } from '../records/recordFiles'

/** `kind` is the name of one; of one that this app does not have there is only the id. */
export function fileOfRecord(
  { kind: name, day, id }: { readonly kind: string; readonly day: Day; readonly id: RecordId },
  kinds: readonly Kind[] = allKinds,
): string {
  const kind = kinds.find((one) => one.name === name)
  if (!kind) return id
  const place = isRecordKind(kind) ? recordPlace(kind, day, id) : [...dayLogFolder(kind, day), `${day}.json`]
  return place.join('/')
}

export function isDayLogNamed(name: string, kinds: readonly Kind[] = allKinds): boolean {
  return kinds.some((kind) => kind.name === name && isDayLogKind(kind))
}
