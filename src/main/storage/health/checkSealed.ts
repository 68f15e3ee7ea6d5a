/**
 * What can be said of a journal with a lock without its key: whether each sealed file can be read from the disk, has the form of one, and
 * bears the mark of the key that the others bear. Its words show only once it is unlocked. Takes no lock, writes nothing.
 */
import type { Finding } from '#shared/domain/health/finding'
import { type Disk, nodeDisk } from '../../disk/disk'
import { errorCode } from '../../disk/files'
import { isElsewhere } from '../../disk/placeholder'
import { sealedMark } from '../encryption/cipher/fileCipher'
import { isForInbox } from '../encryption/cipher/sealedInbox'
import type { AdmittedFiles } from '../encryption/files/admittedFiles'
import { isArrivalPlace } from '../encryption/files/arrivalPlace'
import { contentFiles } from '../encryption/files/contentFiles'
import { sealedFolderAsItLies } from '../encryption/files/encryptedLayout'
import { maxFileSize } from '../encryption/files/fileSet'
import { InboxGate } from '../encryption/files/inboxGate'
import { keyFilesIn } from '../encryption/keys/keyFiles'
import { JournalFolder } from '../layout/journalFolder'
import { finding } from './look'

export interface SealedHealthOptions extends Partial<Disk> {
  /** The journal's. */
  readonly folder: string
  /** Which files in its inboxes this device left there, or the person let in. */
  readonly admitted?: AdmittedFiles
  /** Called for each file that was looked at. */
  readonly looked?: () => void
}

/** Throws what the disk says of the folders. */
export async function checkSealed(options: SealedHealthOptions): Promise<readonly Finding[]> {
  const { folder: root, admitted, looked = () => {}, ...disk } = options
  const home = new JournalFolder(nodeDisk(disk), root)
  const sealed = sealedFolderAsItLies(home)
  const gate = new InboxGate(sealed, admitted)
  const look = { folder: home, looked }
  const found: Finding[] = []
  const marks = new Map<string, string[]>()
  for (const names of (await contentFiles(sealed)).files) {
    const path = sealed.path(...names)
    looked()
    try {
      const { bytes } = await home.disk.files.read(path, maxFileSize)
      if (isArrivalPlace(names) || !(await gate.mayOpen(path, bytes))) found.push(finding(look, 'arrived', path))
      if (isForInbox(bytes)) continue
      const mark = sealedMark(bytes)
      if (mark === null) found.push(finding(look, 'damaged', path))
      else marks.set(mark, [...(marks.get(mark) ?? []), path])
    } catch (error) {
      // One that went meanwhile is not missed: the app may be at work.
      if (errorCode(error) !== 'ENOENT') found.push(finding(look, 'unreachable', path))
      else if (await isElsewhere(home.disk.files, path)) found.push(finding(look, 'elsewhere', path))
    }
  }
  const [, ...others] = [...marks.values()].sort((a, b) => b.length - a.length)
  // Where other locks are known, what bears another mark waits for the passphrase of one.
  const isOfOther = new Set((await keyFilesIn(home)).map(({ file }) => file.id)).size > 1
  const kind = isOfOther ? 'sealed' : 'damaged'
  return [...found, ...others.flat().map((path) => finding(look, kind, path))]
}
