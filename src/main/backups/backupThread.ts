/** The thread of backups: does the one job it was begun for, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../disk/failureOf'
import { rawDisk } from '../disk/rawFiles'
import { firstQuestion, type WorkerReply } from '../threads/workerReply'
import { compareWithJournal } from './compareWithJournal'
import { copyBackup } from './copyBackup'
import { describeBackup } from './describeBackup'
import { entriesIn } from './entriesIn'
import type { Job, JobName, Jobs } from './jobs'
import { makeBackup } from './makeBackup'
import { restoreJournal, tidyRestore } from './restoreJournal'
import { savesFirst } from './savesFirst'

// Main begins this thread with a job and nothing else.
const job = workerData as Job
const disk = rawDisk()
const pause = savesFirst(job.saves)

const work: { [K in JobName]: (asked: Jobs[K]['asked']) => Promise<Jobs[K]['answer']> } = {
  make: ({ order, folder }) => makeBackup(disk, order, folder, pause),
  describe: ({ file }) => describeBackup(disk, file),
  compare: ({ file, journal, secrets }) => compareWithJournal(disk, file, journal, secrets),
  entries: ({ file, ids, secrets }) => entriesIn(disk, file, ids, secrets),
  async restore(order) {
    await restoreJournal(disk, order)
    return null
  },
  async tidy({ journal }) {
    await tidyRestore(disk, journal)
    return null
  },
  async copy({ backup, from, to, now }) {
    await copyBackup(disk, backup, from, to, now)
    return null
  },
}

function done<K extends JobName>({ name, asked }: Job<K>): Promise<Jobs[K]['answer']> {
  return work[name](asked)
}

const reply = (to: WorkerReply) => parentPort?.postMessage(to)

void done(job).then(
  (answer) => reply({ number: firstQuestion, ok: true, answer }),
  (error: unknown) => {
    const { code, message } = failureOf(error)
    reply({ number: firstQuestion, ok: false, code, reason: message })
  },
)
