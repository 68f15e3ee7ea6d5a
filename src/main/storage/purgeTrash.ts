/** At the start of a session: erases what has been in the trash for 30 days, by the clock and by time that can be believed. */
import { DocumentRepository } from './documentRepository'
import type { Journal } from './journal'
import { folderNames } from './journalFolder'
import type { Trash } from './trash'
import { aged, hasServed, noAges, trashAgesFormat } from './trashAges'
import { trashFiles } from './trashFiles'

const agesName = 'ages.json'

export async function purgeTrash(journal: Journal, trash: Trash): Promise<void> {
  const { folder, clock, lock, quarantine } = journal
  const files = await trashFiles(folder)
  if (files.length === 0) return
  const path = folder.path(folderNames.trash, agesName)
  const ages = await DocumentRepository.open({
    disk: folder.disk,
    path,
    format: trashAgesFormat,
    defaults: noAges,
    prepare: () => lock.hold(),
    setAside: () => quarantine.take(path, clock.now().at),
    keep: () => Promise.resolve(),
    // Only our own reckoning: without it things stay in the trash for longer.
    tell: () => undefined,
  })
  const now = clock.now().at
  const next = aged(ages.value, files, now)
  await ages.save(next)
  for (const file of files) {
    if (hasServed(next, file, now)) await journal.queue.run(file.id, () => trash.erase(file.id))
  }
}
