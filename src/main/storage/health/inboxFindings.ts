/** Looks at what waits in the inboxes. */
import type { Finding } from '#shared/domain/health/finding'
import { type InboxGate, joiningFiles } from '../encryption/files/inboxGate'
import { inboxOf } from '../layout/inboxes'
import { finding, type Look, readOrTrouble } from './look'
import type { RecordCheck } from './recordCheck'

/** After a look at all records: `checks` by the name of their kind. */
export async function* inboxFindings(
  look: Look,
  checks: ReadonlyMap<string, RecordCheck>,
  gate: InboxGate | null,
): AsyncGenerator<Finding> {
  for (const kind of look.folder.kinds) {
    const { inbox } = kind
    if (inbox === null) continue
    for (const path of await joiningFiles({ folder: look.folder, gate }, inboxOf(kind))) {
      const read = await readOrTrouble(look, path, inbox.format)
      if (typeof read === 'string') yield finding(look, read, path, { recordKind: kind.name })
      const waits = read === null || typeof read === 'string' ? null : inbox.waitsFor(read)
      if (waits && (waits.isStuck || checks.get(kind.name)?.isNewer(waits.id)))
        yield finding(look, 'waits', path, { recordKind: kind.name, day: waits.day, record: waits.id })
    }
  }
}
