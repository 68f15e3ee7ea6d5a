/**
 * Looks through all files of a journal and reports what is wrong with any of them: each is read and checked as it would be when it is opened.
 * Takes no lock, writes nothing, follows no link; other work gets its turn after each file.
 */
import type { Finding } from '#shared/domain/health/finding'
import { type Disk, nodeDisk } from '../../disk/disk'
import { answered } from '../../disk/failureOf'
import { gatedContent } from '../arrivals/gatedContent'
import type { Vault } from '../encryption/cipher/vault'
import type { AdmittedFiles } from '../encryption/files/admittedFiles'
import { arrivalsFolder } from '../encryption/files/arrivalPlace'
import { filesLeftSealed, sealedName } from '../encryption/files/encryptedLayout'
import type { Kind } from '../kinds/recordKind'
import { folderNames, JournalFolder } from '../layout/journalFolder'
import { arrivalFindings } from './arrivalFindings'
import { dayLogFindings } from './dayLogFindings'
import { inboxFindings } from './inboxFindings'
import { keyFindings } from './keyFindings'
import { finding, type Look } from './look'
import { quarantineFindings } from './quarantineFindings'
import { RecordCheck } from './recordCheck'
import { rootFindings } from './rootFindings'
import { strangeNames } from './strangeNames'
import { versionFindings } from './versionFindings'

export interface HealthOptions extends Partial<Disk> {
  /** The journal's. */
  readonly folder: string
  /** The key, for a journal with a lock; its files are named as they would be without one. */
  readonly vault?: Vault | null
  readonly kinds?: readonly Kind[]
  /** Which files in its inboxes this device left there, or the person let in. */
  readonly admitted?: AdmittedFiles
  /** Called for each file that was looked at. */
  readonly looked?: () => void
}

/** Ends when all was looked at. Throws `folder-missing` when there is no journal, `locked` when it has a lock and `vault` is not given. */
export async function* checkHealth(options: HealthOptions): AsyncGenerator<Finding> {
  const { folder: root, vault, kinds, admitted, looked = () => {}, ...disk } = options
  const home = new JournalFolder(nodeDisk(disk), root, root, kinds)
  const content = await answered(async () => {
    await home.present()
    return await gatedContent(home, vault ?? null, admitted)
  })
  const { folder } = content
  const look: Look = { folder, looked }
  const checks = new Map(folder.recordKinds.map((kind) => [kind.name, new RecordCheck(look, kind)]))
  yield* goingOn(look, '', rootFindings({ folder: home, looked }))
  yield* goingOn(look, null, keyFindings({ folder: home, looked }))
  if (folder !== home) yield* goingOn(look, '', rootFindings(look, home))
  else yield* goingOn(look, sealedName, sealedFindings(look))
  // The next ones report a folder that this one can't list.
  yield* goingOn(look, null, strangeNames(look))
  for (const check of checks.values()) yield* goingOn(look, check.kind.folder, check.findings())
  for (const kind of folder.dayLogKinds) yield* goingOn(look, kind.folder, dayLogFindings(look, kind))
  yield* goingOn(look, null, inboxFindings(look, checks, content.gate))
  for (const check of checks.values()) yield* goingOn(look, check.kind.versions.join('/'), versionFindings(look, check))
  yield* goingOn(look, folderNames.quarantine, quarantineFindings(look, checks))
  yield* goingOn(look, arrivalsFolder.join('/'), arrivalFindings(look, content.arrivals))
}

/** What came late from a device that had the lock still. */
async function* sealedFindings(look: Look): AsyncGenerator<Finding> {
  for (const path of await filesLeftSealed(look.folder)) {
    look.looked()
    yield finding(look, 'sealed', path)
  }
}

/** A folder that can't be listed is a finding too, and no reason not to look at the others. */
async function* goingOn(look: Look, folder: string | null, findings: AsyncIterable<Finding>): AsyncGenerator<Finding> {
  try {
    yield* findings
  } catch {
    if (folder !== null) yield finding(look, 'unreachable', look.folder.path(folder))
  }
}
