/** What was set aside because it could not be read, and whether something readable has its place now. */
import type { Finding } from '#shared/domain/health/finding'
import { captureNameTells } from '../dayLogs/captureFiles'
import { folderNames } from '../layout/journalFolder'
import { entryNameTells } from '../records/entryFiles'
import { quarantinedName } from '../safekeeping/quarantine'
import type { EntryCheck } from './entryCheck'
import { finding, isUsualLitter, type Look } from './look'

export async function* quarantineFindings(look: Look, entries: EntryCheck): AsyncGenerator<Finding> {
  const { folder } = look
  for (const { name, kind } of await folder.list(folderNames.quarantine)) {
    if (kind !== 'file' || isUsualLitter(name)) continue
    look.looked()
    const path = folder.path(folderNames.quarantine, name)
    const before = quarantinedName(name)
    const entry = before === undefined ? undefined : entryNameTells(before)
    if (entry) {
      const { id, day } = entry
      const isReadable = entries.isReadable(id)
      const canReturn = !isReadable && (await entries.lastVersion(id)) !== undefined
      yield finding(look, 'quarantined', path, { day, entry: id, done: isReadable ? 'replaced' : 'aside', canReturn })
      continue
    }
    const day = (before && captureNameTells(before)?.day) ?? null
    yield finding(look, 'quarantined', path, { day, done: 'aside' })
  }
}
