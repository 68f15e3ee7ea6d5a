/** The key file and its copy as they lie, in one text: what another program changes in one of them changes it. */
import type { JournalFolder } from '../../layout/journalFolder'
import { stateOf } from '../../safekeeping/staysDamaged'
import { keyFileName, sealedName } from '../files/encryptedLayout'

export async function stateOfKeys(home: JournalFolder): Promise<string> {
  const places = [home.path(keyFileName), home.path(sealedName, keyFileName)]
  return (await Promise.all(places.map((path) => stateOf(home.disk, path)))).join(' ')
}
