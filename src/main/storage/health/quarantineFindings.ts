/** What was set aside because it could not be read, and whether something readable has its place now. */
import type { Finding } from '#shared/domain/health/finding'
import { dayLogNameTells } from '../layout/dayLogName'
import { folderNames } from '../layout/journalFolder'
import { quarantinedName } from '../layout/quarantineName'
import { type RecordName, recordNameTells } from '../layout/recordName'
import { finding, isUsualLitter, type Look } from './look'
import type { RecordCheck } from './recordCheck'

export async function* quarantineFindings(
  look: Look,
  checks: ReadonlyMap<string, RecordCheck>,
): AsyncGenerator<Finding> {
  const { folder } = look
  for (const { name, kind } of await folder.list(folderNames.quarantine)) {
    if (kind !== 'file' || isUsualLitter(name)) continue
    look.looked()
    const path = folder.path(folderNames.quarantine, name)
    const before = quarantinedName(name)
    const record = before === undefined ? undefined : recordNamed(before, checks)
    if (record) {
      const { check, id, day } = record
      const isReadable = check.isReadable(id)
      const canReturn = !isReadable && (await check.lastVersion(id)) !== undefined
      const done = isReadable ? 'replaced' : 'aside'
      yield finding(look, 'quarantined', path, { recordKind: check.kind.name, day, record: id, done, canReturn })
      continue
    }
    const day = (before && dayLogNameTells(before)?.day) ?? null
    yield finding(look, 'quarantined', path, { day, done: 'aside' })
  }
}

/** Several kinds may name files alike, and here they lie together: the one that knows the id, else the first. */
function recordNamed(
  name: string,
  checks: ReadonlyMap<string, RecordCheck>,
): (RecordName & { readonly check: RecordCheck }) | undefined {
  const found = [...checks.values()].flatMap((check) => {
    const told = recordNameTells(check.kind, name)
    return told ? [{ ...told, check }] : []
  })
  return found.find(({ check, id }) => check.knows(id)) ?? found[0]
}
