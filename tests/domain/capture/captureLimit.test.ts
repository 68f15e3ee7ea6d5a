import { expect, test } from 'vitest'
import { captureTextSchema, maxCaptureLength } from '#shared/domain/capture/capture'
import { asMuchAsFits } from '#shared/domain/capture/captureLimit'

const a = (count: number) => 'a'.repeat(count)

test.each([
  ['emoji', '😀'.repeat(maxCaptureLength)],
  ['letters', a(maxCaptureLength)],
])('as many %s as a thought may have', (_, text) => {
  expect(asMuchAsFits('', text)).toBe(text)
  expect(captureTextSchema.safeParse(asMuchAsFits('', `${text}😀`)).success).toBe(true)
  expect(asMuchAsFits('', `${text}😀`)).toBe(text)
})

test.each([
  ['typed at the end', a(maxCaptureLength), `${a(maxCaptureLength)}b`, a(maxCaptureLength)],
  ['put in between', `x${a(maxCaptureLength - 2)}`, `xbc${a(maxCaptureLength - 2)}`, `xb${a(maxCaptureLength - 2)}`],
  [
    'in place of others',
    `xy${a(maxCaptureLength - 3)}z`,
    `xbcd${a(maxCaptureLength - 3)}z`,
    `xb${a(maxCaptureLength - 3)}z`,
  ],
  [
    'halves of one sign',
    '😀'.repeat(maxCaptureLength),
    `${'😀'.repeat(maxCaptureLength)}😁`,
    '😀'.repeat(maxCaptureLength),
  ],
  ['taken away', 'ab', '', ''],
])('what stood there stays, of what was put in what there is room for: %s', (_, before, typed, fits) => {
  expect(asMuchAsFits(before, typed)).toBe(fits)
})
