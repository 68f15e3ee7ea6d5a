/** Where what can't be read goes when a lock is turned off: what can't be opened keeps its bytes, and what is sealed for another place is opened. */
import { basename } from 'node:path'
import { v4 as uuid } from 'uuid'
import type { Instant } from '#shared/domain/day'
import { instantName } from '../../../disk/instantName'
import { folderNames } from '../../layout/journalFolder'
import type { Names } from './fileSet'

export function damagedPlace(names: Names, now: Instant): Names {
  if (names[0] === folderNames.quarantine) return names
  const name = basename(names.at(-1) ?? '').replace(/\.json$/, '')
  return [folderNames.quarantine, `${name}.${instantName(now)}-${uuid().slice(0, 8)}.json`]
}
