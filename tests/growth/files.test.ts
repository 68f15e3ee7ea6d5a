/** Files as they are read, whatever is in them: a day of captures, two of them that become one, a damaged one of which the words are shown. */
import { emptyCaptureDay } from '#shared/domain/capture/capture'
import { mergedCaptures } from '#shared/domain/capture/mergedCaptures'
import { readableText } from '#shared/domain/health/readableText'
import { decoded, encoded } from '../../src/main/storage/format/fileFormat'
import { jsonDepth } from '../../src/main/storage/format/jsonText'
import { captureDayFormat } from '../../src/main/storage/kinds/captureKind'
import { madeCapture } from '../services/made'
import { blocksRun } from './blocksRun'
import { grows } from './grows'

const captures = (n: number) => Array.from({ length: n }, (_, at) => madeCapture(at))

grows(
  'captures of a day',
  (n) => ({ ...emptyCaptureDay('2026-03-02'), captures: captures(n) }),
  (day, count) => count(blocksRun(() => decoded(captureDayFormat, encoded(captureDayFormat, day)))),
)
grows('captures of two devices', captures, (ours, count) =>
  count(
    blocksRun(() =>
      mergedCaptures(
        ours,
        ours.map((capture) => ({ ...capture, text: 'other words' })),
        ({ id }) => `${id}+`,
      ),
    ),
  ),
)

function fileGrows(dimension: string, make: (n: number) => string): void {
  grows(dimension, make, (file, count) =>
    count(
      blocksRun(() => {
        jsonDepth(file)
        readableText(file)
      }),
    ),
  )
}

fileGrows('letters of a damaged file', (n) => `"text": "${'a'.repeat(n)}`)
fileGrows('escapes of a damaged file', (n) => `"text": "${'\\n'.repeat(n)}`)
fileGrows('slashes of a damaged file', (n) => `"text": "${'\\'.repeat(n)}"${'\\"'.repeat(n)}`)
fileGrows('brackets of a damaged file', (n) => '['.repeat(n))
fileGrows('quotes of a damaged file', (n) => '"'.repeat(n))
fileGrows('fields of a damaged file', (n) => Array.from({ length: n }, (_, at) => `"text": "words ${at}"`).join(','))
fileGrows('beginnings of fields', (n) => '"text": "'.repeat(n))
fileGrows('spaces behind a field', (n) => `"text"${' '.repeat(n)}`)
