/**
 * What may join a journal with a lock from its inboxes: anyone with the files can seal to the journal's public key, so only what this device left
 * there or the person let in. What the journal's own key sealed needs no such leave.
 */
import { relative, sep } from 'node:path'
import { errorCode } from '../../../disk/files'
import { removeDurably } from '../../../disk/removeDurably'
import { inboxFiles, isInInbox, type JoiningGate } from '../../layout/inboxes'
import { folderNames, type JournalFolder } from '../../layout/journalFolder'
import { isForInbox } from '../cipher/sealedInbox'
import { AdmittedFiles } from './admittedFiles'
import { maxFileSize, type Names } from './fileSet'

export class InboxGate implements JoiningGate {
  /** Files that wait: their bytes are not read again with each look. */
  private readonly held = new Set<string>()

  /** `sealed` is the folder as it lies, without the key. */
  constructor(
    private readonly sealed: JournalFolder,
    private readonly admitted: AdmittedFiles = new AdmittedFiles(),
    private readonly onHeld: () => void = () => {},
  ) {}

  /** Whether bytes that were found at a path may be opened there. In quarantine bytes are only looked at: what comes back from there was sealed for its name. */
  async mayOpen(path: string, bytes: Uint8Array): Promise<boolean> {
    if (!isForInbox(bytes)) return true
    const names = relative(this.sealed.root, path).split(sep)
    if (names[0] === folderNames.quarantine) return true
    return this.mayJoin(names, bytes)
  }

  /** The same of a file that would come out of the journal's lock at its place. */
  async mayJoin(names: Names, bytes: Uint8Array): Promise<boolean> {
    if (!isForInbox(bytes)) return true
    return isInInbox(this.sealed.kinds, names) && (await this.admitted.has(bytes))
  }

  async holds(path: string): Promise<boolean> {
    if (this.held.has(path)) return true
    const bytes = await this.bytesOf(path)
    const isHeld = bytes !== null && !(await this.mayOpen(path, bytes))
    if (!isHeld) return false
    this.held.add(path)
    this.onHeld()
    return true
  }

  /** From here on it comes in by itself. */
  async admit(path: string): Promise<void> {
    const bytes = await this.bytesOf(path)
    if (bytes !== null) await this.admitted.add(bytes)
    this.held.delete(path)
  }

  /** `remove` takes one away that has joined. Put there once more, the same bytes wait: else what a person erased could be brought back. */
  async takeAway(path: string, remove: () => Promise<void>): Promise<void> {
    const bytes = await this.bytesOf(path).catch(() => null)
    await remove()
    // Until then it would wait although it has joined; a name that stays here harms less.
    if (bytes !== null && isForInbox(bytes)) await this.admitted.remove(bytes).catch(() => undefined)
  }

  /** Null for one that is gone. */
  private async bytesOf(path: string): Promise<Uint8Array | null> {
    try {
      return (await this.sealed.disk.files.read(path, maxFileSize)).bytes
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null
      throw error
    }
  }
}

export interface GatedFolder {
  readonly folder: JournalFolder
  /** Null for a journal without a lock, where all may join. */
  readonly gate: JoiningGate | null
}

/** The files of an inbox that may join. */
export async function joiningFiles({ folder, gate }: GatedFolder, inbox: readonly string[]): Promise<string[]> {
  const paths = await inboxFiles(folder, inbox)
  if (gate === null) return paths
  const joining: string[] = []
  for (const path of paths) if (!(await gate.holds(path).catch(() => false))) joining.push(path)
  return joining
}

/** One that has joined leaves its inbox. */
export function removeJoined({ folder, gate }: GatedFolder, path: string): Promise<void> {
  const remove = () => removeDurably(folder.disk, path)
  return gate === null ? remove() : gate.takeAway(path, remove)
}
