/** The made-up captures of the corpus: a few hundred thoughts over its newest days. */
import { Temporal } from 'temporal-polyfill'
import { type CaptureDay, captureKinds, newCapture } from '#shared/domain/capture/capture'
import { addDays } from '#shared/domain/day'
import { lastDay, zone } from './corpusEntry'
import { createRandom } from './random'
import { sentenceBy } from './writing'

const days = 150

export function corpusCaptures(seed: number, words: readonly string[]): CaptureDay[] {
  const random = createRandom(seed ^ 0x51ed270b)
  const writer = { random, words }
  const hex = (length: number) => Array.from({ length }, () => random.below(16).toString(16)).join('')
  return Array.from({ length: days }, (_, at): CaptureDay => {
    const day = addDays(lastDay, -at)
    const captures = Array.from({ length: 1 + random.below(4) }, (__, number) => {
      const then = Temporal.PlainDateTime.from(`${day}T${10 + number}:15`).toZonedDateTime(zone)
      const time = then.epochMilliseconds.toString(16).padStart(12, '0')
      return newCapture({
        id: `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`,
        now: { at: then.toInstant().toString(), zone },
        dayEnds: '00:00',
        kind: random.pick(captureKinds),
        text: `${sentenceBy(writer, 5 + random.below(15))} #${words[60 + random.below(20)]} @${random.pick(['Dana', 'Priya', 'Zoë'])}`,
      })
    })
    return { schema: 1, day, revision: 1, captures }
  })
}
