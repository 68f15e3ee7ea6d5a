/** While a journal with a lock is open: files that another device or program has put into its folder unsealed are sealed, and wait, as at each unlocking. */
import type { KeyedQueue } from '../../async/keyedQueue'
import { sealStrays } from '../encryption/changes/sealStrays'
import type { Vault } from '../encryption/cipher/vault'
import { contentFiles } from '../encryption/files/contentFiles'
import type { JournalFolder } from '../layout/journalFolder'
import { stateOf } from '../safekeeping/staysDamaged'

export interface StrayNeeds {
  readonly home: JournalFolder
  readonly vault: Vault
  /** Milliseconds in which a file that is still being written changes. */
  readonly steadyFor: number
  /** The journal waits for it before it closes. */
  readonly queue: KeyedQueue
  /** Throws when nothing may be written now, as where another device turned the lock off. */
  readonly hold: () => Promise<void>
  readonly isClosed: () => boolean
}

/** Whether any was found. What changes meanwhile, and what the disk refuses, is left for the next look. Never throws. */
export async function lookForStrays({ home, vault, steadyFor, queue, hold, isClosed }: StrayNeeds): Promise<boolean> {
  try {
    const before = await statesOf(home)
    if (before === '') return false
    if (steadyFor > 0) await home.disk.wait(steadyFor)
    return await queue.run('strays', async () => {
      if (isClosed() || vault.isForgotten || (await statesOf(home)) !== before) return false
      await hold()
      await sealStrays(home, vault, 'wait')
      return true
    })
  } catch {
    return false
  }
}

/** Empty where there are none. */
async function statesOf(home: JournalFolder): Promise<string> {
  const { files } = await contentFiles(home)
  const states = files.map(async (names) => `${names.join('/')} ${await stateOf(home.disk, home.path(...names))}\n`)
  return (await Promise.all(states)).join('')
}
