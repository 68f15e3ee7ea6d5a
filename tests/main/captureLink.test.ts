import { describe, expect, test } from 'vitest'
import { parseCaptureLink } from '../../src/main/captureLink'
import { parseCommandLine } from '../../src/main/commandLine'

describe('a link offers a thought', () => {
  test('with its words, as they are, and a kind', () => {
    expect(parseCaptureLink('throughline://capture?text=Hello%20%3Cb%3E%0A%23x&kind=win')).toEqual({
      text: 'Hello <b>\n#x',
      kind: 'win',
    })
    expect(parseCaptureLink('throughline://capture/?text=a')).toEqual({ text: 'a', kind: 'note' })
  })

  test.each([
    'throughline://capture',
    'throughline://capture?text=%20%0A',
    'throughline://capture?text=a&kind=dream',
    'throughline://export?text=a',
    'throughline://capture/../x?text=a',
    'throughline:capture?text=a',
    'https://capture?text=a',
    'throughline://',
    `throughline://capture?text=${'a'.repeat(10_001)}`,
    'not a link',
  ])('and nothing else: %s', (link) => {
    expect(parseCaptureLink(link)).toBeNull()
  })

  test('without signs that a terminal or a file would obey', () => {
    expect(parseCaptureLink('throughline://capture?text=a%1B%5B31m%00b%7F')?.text).toBe('a[31mb')
  })
})

describe('on the command line', () => {
  const verbOf = (...argv: string[]) => parseCommandLine(argv).verb

  test('it opens the field with what it offers', () => {
    expect(verbOf('--allow-file-access-from-files', 'throughline://capture?text=a')).toEqual({
      kind: 'open',
      page: null,
      command: null,
      capture: { text: 'a', kind: 'note' },
      hidden: false,
    })
  })

  test('what stands behind it is not read', () => {
    const { verb, userDataDir } = parseCommandLine([
      'throughline://capture?text=a',
      '--user-data-dir=/tmp/x',
      '--export=/',
    ])
    expect(verb.kind).toBe('open')
    expect(userDataDir).toBeNull()
  })

  test('a link for nothing we know is refused in one sentence', () => {
    expect(verbOf('throughline://delete-everything')).toMatchObject({ kind: 'refused' })
  })
})
