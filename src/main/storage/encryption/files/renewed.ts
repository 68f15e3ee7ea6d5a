/**
 * A plain file that comes out of a lock gets other bytes of the same text than it went in with. A sync program that goes by bytes would take it for the one
 * that it knows, and another device’s sealing takes that one away; the sealed one goes here: with both removals nothing would be left anywhere.
 */
import { maxDocumentBytes } from '../../format/fileFormat'
import { folderNames } from '../../layout/journalFolder'
import type { Names } from './fileSet'
import { isWholePlain } from './halfWritten'

const lineFeed = 0x0a

/** One more line break at its end: the same on each device. What lies in quarantine stays as it is, and so does what is no JSON, or as long as may be. */
export function renewed(names: Names, text: Uint8Array): Uint8Array {
  const isJson = names.at(-1)?.endsWith('.json') && isWholePlain(names, text)
  if (!isJson || names[0] === folderNames.quarantine || text.length >= maxDocumentBytes) return text
  return Buffer.concat([text, Buffer.from([lineFeed])])
}

/** Whether two files of that name say the same, as often as one of them has been renewed. */
export function isSameText(names: Names, a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(trimmed(names, a), trimmed(names, b)) === 0
}

function trimmed(names: Names, text: Uint8Array): Uint8Array {
  if (!names.at(-1)?.endsWith('.json')) return text
  let end = text.length
  while (end > 0 && text[end - 1] === lineFeed) end--
  return text.subarray(0, end)
}
