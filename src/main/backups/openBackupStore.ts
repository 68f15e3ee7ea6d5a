/** The backups as main sees them: what takes long is done on a thread that is begun for it. */
import { basename, join } from 'node:path'
import { Failure } from '#shared/domain/failure'
import { answered } from '../disk/failureOf'
import { makeFolders } from '../disk/makeFolders'
import { rawDisk } from '../disk/rawFiles'
import type { BackupStore } from '../services/ports/backupStore'
import type { VaultKey } from '../storage/encryption/cipher/vault'
import { areEntangled, areTheSame } from '../storage/journal/moveJournal'
import { openWorkerCalls, type WorkerCalls } from '../threads/workerCalls'
import { firstQuestion } from '../threads/workerReply'
import { backupsIn } from './backupFolder'
import type { Job, JobName, Jobs } from './jobs'

export interface BackupThread {
  /** Its built script. */
  readonly script: string
  readonly saves: Int32Array
  /** The key of the open journal, when it has a lock. */
  readonly key: () => VaultKey | null
}

/** Another folder than the place itself: an unplugged disk can leave an empty folder of its name, which must not be taken for it. */
const placeName = 'Throughline backups'

export function openBackupStore({ script, saves, key }: BackupThread): BackupStore {
  const disk = rawDisk()
  const working = new Set<WorkerCalls>()

  async function run<K extends JobName>(name: K, asked: Jobs[K]['asked']): Promise<Jobs[K]['answer']> {
    const job: Job<K> = { name, asked, saves }
    const calls = openWorkerCalls(
      'the backup',
      script,
      { workerData: job },
      { ended: () => void working.delete(calls) },
    )
    working.add(calls)
    // What does `name` answers with its type.
    return (await calls.replyTo(firstQuestion)) as Jobs[K]['answer']
  }

  return {
    list: (folder) => answered(() => backupsIn(disk, folder)),
    make: (order, folder) => run('make', { order, folder }),
    async copy(backup, from, to, now) {
      await run('copy', { backup, from, to, now })
    },
    describe: (file) => run('describe', { file }),
    // Should the key be overwritten meanwhile, by a locking, nothing of the archive opens any more.
    compare: async (file, journal, passphrase) =>
      run('compare', { file, journal, secrets: { key: key(), passphrase } }),
    entries: async (file, ids, passphrase) => run('entries', { file, ids, secrets: { key: key(), passphrase } }),
    async restore(order) {
      await run('restore', order)
    },
    async tidy(journal) {
      await run('tidy', { journal })
    },
    beginPlace: (chosen, journal) =>
      answered(async () => {
        const place = basename(chosen) === placeName ? chosen : join(chosen, placeName)
        if ((await areTheSame(place, journal)) || (await areEntangled(place, journal)))
          throw new Failure('inside-journal', 'the place lies in the journal')
        await makeFolders(disk, place)
        return place
      }),
    isThere: (folder) =>
      disk.files.info(folder).then(
        ({ kind }) => kind === 'folder',
        () => false,
      ),
    async stop() {
      await Promise.all([...working].map((calls) => calls.terminate()))
    },
  }
}
