/** Looks at the files of captures: each day's, and what lies beside it. */
import type { Finding } from '#shared/domain/health/finding'
import { allCaptureFiles, captureDayFormat, captureDayPath } from '../dayLogs/captureFiles'
import { readCopy } from '../dayLogs/mergeCopies'
import { finding, type Look, troubleOf } from './look'

export async function* captureFindings(look: Look): AsyncGenerator<Finding> {
  const { folder } = look
  for (const { day, own, copies } of await allCaptureFiles(folder)) {
    const path = captureDayPath(folder, day)
    const trouble = own ? await troubleOf(look, path, captureDayFormat) : undefined
    if (trouble) yield finding(look, trouble, path, { day })
    for (const copy of copies) {
      look.looked()
      const isCopy = await readCopy(folder.disk, copy).then(
        (found) => found?.day === day,
        () => false,
      )
      yield finding(look, isCopy ? 'copy' : 'foreign', copy, { day })
    }
  }
}
