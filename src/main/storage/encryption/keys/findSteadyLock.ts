/** The key file for a command, which answers once: one that looks damaged is looked at twice, since another program may be writing it. */
import { Failure } from '#shared/domain/failure'
import { failureOf } from '../../../disk/failureOf'
import type { JournalFolder } from '../../layout/journalFolder'
import { type FoundLock, findLock } from '../files/encryptedLayout'
import { stateOfKeys } from './stateOfKeys'

/** As `findLock`. Throws `being-written` for a key file that changes between the two looks, which are `steadyFor` milliseconds apart. */
export async function findSteadyLock(home: JournalFolder, steadyFor: number): Promise<FoundLock | null> {
  try {
    return await findLock(home)
  } catch (error) {
    if (failureOf(error).code !== 'key-damaged') throw error
    const before = await stateOfKeys(home)
    await home.disk.wait(steadyFor)
    if ((await stateOfKeys(home)) === before) throw error
  }
  return await findLock(home).catch((error: unknown) => {
    throw failureOf(error).code === 'key-damaged'
      ? new Failure('being-written', 'another program writes the key')
      : error
  })
}
