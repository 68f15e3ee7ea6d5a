/**
 * Looks through all files of a journal and tells what is wrong with any of them: each is read and checked as it would be when it is opened.
 * Takes no lock, writes nothing, follows no link; other work gets its turn after each file.
 */
import type { Finding } from '#shared/domain/finding'
import { type Disk, nodeDisk } from '../disk'
import { answered } from '../failureOf'
import { folderNames, JournalFolder } from '../journalFolder'
import { captureFindings } from './captureFindings'
import { EntryCheck } from './entryCheck'
import { finding, type Look } from './look'
import { quarantineFindings } from './quarantineFindings'
import { rootFindings } from './rootFindings'
import { strangeNames } from './strangeNames'
import { versionFindings } from './versionFindings'

export interface HealthOptions extends Partial<Disk> {
  /** The journal's. */
  readonly folder: string
  /** Called for each file that was looked at. */
  readonly looked?: () => void
}

/** Ends when all was looked at. Throws `folder-missing` when there is no journal. */
export async function* checkHealth({ folder: root, looked, ...disk }: HealthOptions): AsyncGenerator<Finding> {
  const look: Look = { folder: new JournalFolder(nodeDisk(disk), root), looked: looked ?? (() => {}) }
  await answered(() => look.folder.present())
  const entries = new EntryCheck(look)
  const { captures, versions, quarantine } = folderNames
  yield* goingOn(look, '', rootFindings(look))
  // A folder that this one can't list is told by the next ones.
  yield* goingOn(look, null, strangeNames(look))
  yield* goingOn(look, folderNames.entries, entries.findings())
  yield* goingOn(look, captures, captureFindings(look))
  yield* goingOn(look, versions, versionFindings(look, entries))
  yield* goingOn(look, quarantine, quarantineFindings(look, entries))
}

/** A folder that can't be listed is a finding too, and no reason not to look at the others. */
async function* goingOn(look: Look, folder: string | null, findings: AsyncIterable<Finding>): AsyncGenerator<Finding> {
  try {
    yield* findings
  } catch {
    if (folder !== null) yield finding(look, 'unreachable', look.folder.path(folder))
  }
}
