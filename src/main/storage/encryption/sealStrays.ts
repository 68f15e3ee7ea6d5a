/**
 * In a journal with a lock: words that lie unsealed in its folder come into what is sealed. They are what a crash left when the lock was turned on or
 * off, or what another device or program put there. A file goes only once its bytes are sealed: as the file of that name, or beside it.
 */
import { v4 as uuid } from 'uuid'
import { Failure } from '#shared/domain/failure'
import { createDurably } from '../../disk/createDurably'
import { errorCode } from '../../disk/files'
import { syncFolder } from '../../disk/syncFolder'
import { isInInbox } from '../layout/inboxes'
import type { JournalFolder } from '../layout/journalFolder'
import { contentFiles } from './contentFiles'
import { maxFileSize, type Names } from './fileSet'
import { removeFolders } from './removeSet'

/** Resolves with how many files had to stay where they are, unsealed. `sealed` is the folder for who has its key. */
export async function sealStrays(home: JournalFolder, sealed: JournalFolder): Promise<number> {
  const { files, folders, temporaries } = await contentFiles(home)
  let left = 0
  for (const names of files) {
    const isIn = await takeInOne(home, sealed, names).catch(() => false)
    if (!isIn) left++
  }
  for (const names of temporaries) await home.disk.files.remove(home.path(...names)).catch(() => left++)
  for (const names of folders) await syncFolder(home.disk, home.path(...names))
  await removeFolders(home, folders)
  return left
}

async function takeInOne(home: JournalFolder, sealed: JournalFolder, names: Names): Promise<boolean> {
  const { bytes } = await home.disk.files.read(home.path(...names), maxFileSize)
  if (!(await isSealedAs(sealed, names, bytes))) {
    const parents = names.slice(0, -1)
    await sealed.inside(parents, async () => {
      const create = (name: Names) => createDurably(sealed.disk, sealed.path(...name), bytes)
      try {
        await create(names)
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
        await create(beside(home, names))
      }
    })
  }
  await home.disk.files.remove(home.path(...names))
  return true
}

async function isSealedAs(sealed: JournalFolder, names: Names, bytes: Uint8Array): Promise<boolean> {
  const path = sealed.path(...names)
  const found = await sealed.disk.files.read(path, maxFileSize).catch((error: unknown) => {
    // What can't be reached now may be the same: the file stays until the next time.
    if (!(error instanceof Failure) && errorCode(error) !== 'ENOENT') throw error
    return null
  })
  if (found === null || Buffer.compare(found.bytes, bytes) !== 0) return false
  // An attempt before may have failed before its name was safe.
  await syncFolder(sealed.disk, sealed.path(...names.slice(0, -1)))
  return true
}

/** A name that the journal knows for a copy: of an entry or a day it is compared or merged, elsewhere it is kept. */
function beside({ kinds }: JournalFolder, names: Names): Names {
  const name = names.at(-1) ?? ''
  const added = isInInbox(kinds, names) ? uuid() : `${name.replace(/\.json$/, '')}.unsealed-${uuid().slice(0, 8)}`
  return [...names.slice(0, -1), `${added}.json`]
}
