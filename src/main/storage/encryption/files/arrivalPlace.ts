/**
 * Where a file from another device or program waits: `quarantine/arrivals/<mark>/<path as it lay>`. The mark follows from the path and the bytes, and shows
 * neither without the key: devices that find the same file give it the same place.
 */

import { folderNames } from '../../layout/journalFolder'
import { derived, digest } from '../cipher/algorithms'
import type { Vault } from '../cipher/vault'
import type { Names } from './fileSet'

export const arrivalsFolder: Names = [folderNames.quarantine, 'arrivals']

const markLength = 12

export function arrivalPlace(vault: Vault, names: Names, bytes: Uint8Array): Names {
  const salt = digest(Buffer.concat([Buffer.from(`${names.join('/')}\0`), bytes]))
  const mark = vault.withKey((key) => derived(key, salt, 'arrival')).subarray(0, markLength)
  return [...arrivalsFolder, mark.toString('hex'), ...names]
}

export function isArrivalPlace(names: Names): boolean {
  return names.length > arrivalsFolder.length + 1 && arrivalsFolder.every((name, at) => names[at] === name)
}

/** The path that it lay at, of a file that waits; of any other its own. */
export function asItLay(names: Names): Names {
  return isArrivalPlace(names) ? names.slice(arrivalsFolder.length + 1) : names
}
