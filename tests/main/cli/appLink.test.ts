import { describe, expect, test } from 'vitest'
import { parseAppLink } from '../../../src/main/cli/appLink'
import { parseCommandLine } from '../../../src/main/cli/commandLine'

const thoughtIn = (link: string) => {
  const asked = parseAppLink(link)
  return asked?.kind === 'capture' ? asked.draft : null
}

describe('a link shows what is there', () => {
  const id = '01890000-0000-7000-8000-000000000001'
  test.each([
    ['throughline://today', { kind: 'today' }],
    ['Throughline://Today/', { kind: 'today' }],
    [`throughline://entry/${id}`, { kind: 'entry', id }],
    [`throughline://entry/${id.toUpperCase()}`, { kind: 'entry', id }],
    ['throughline://search?q=%2Bapollo%20ledger%0A%00x', { kind: 'search', query: '+apollo ledger x' }],
    ['throughline://search/?q=a', { kind: 'search', query: 'a' }],
  ])('%s', (link, asked) => {
    expect(parseAppLink(link)).toEqual(asked)
  })

  test.each([
    'throughline://entry',
    'throughline://entry/',
    'throughline://entry/../../etc',
    `throughline://entry/${id}/x`,
    'throughline://entry/nonsense',
    'throughline://today/x',
    'throughline://search',
    'throughline://search?q=%20%0A',
    `throughline://search?q=${'a'.repeat(501)}`,
    'throughline://toString',
  ])('and nothing else: %s', (link) => {
    expect(parseAppLink(link)).toBeNull()
  })
})

describe('a link offers a thought', () => {
  test('with its words, as they are, and a kind', () => {
    expect(thoughtIn('throughline://capture?text=Hello%20%3Cb%3E%0A%23x&kind=win')).toEqual({
      text: 'Hello <b>\n#x',
      kind: 'win',
    })
    expect(thoughtIn('throughline://capture/?text=a')).toEqual({ text: 'a', kind: 'note' })
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
    expect(thoughtIn(link)).toBeNull()
  })

  test('whatever the case of what a URL compares without it', () => {
    for (const link of ['THROUGHLINE://capture?text=a', 'Throughline://Capture/?text=a'])
      expect(thoughtIn(link)).toEqual({ text: 'a', kind: 'note' })
  })

  test('with lines that end in one way', () => {
    expect(thoughtIn('throughline://capture?text=a%0D%0Ab%0Dc%0Ad%0D')?.text).toBe('a\nb\nc\nd')
  })

  test('of 10,000 characters, whatever they take in UTF-16', () => {
    const link = (characters: number) => `throughline://capture?text=${'😀'.repeat(characters)}`
    expect(thoughtIn(link(10_000))?.text).toBe('😀'.repeat(10_000))
    expect(thoughtIn(link(10_001))).toBeNull()
  })

  test('without signs that a terminal or a file would obey', () => {
    expect(thoughtIn('throughline://capture?text=a%1B%5B31m%00b%7F')?.text).toBe('a[31mb')
  })
})

describe('on the command line', () => {
  const verbOf = (...argv: string[]) => parseCommandLine(argv).verb

  test('it shows the page, the search or today', () => {
    const plain = { kind: 'open', page: null, command: null, capture: false, hidden: false }
    expect(verbOf('throughline://search?q=a')).toEqual({ ...plain, link: { kind: 'search', query: 'a' } })
    expect(verbOf('throughline://today')).toEqual({ ...plain, page: { template: null, isNew: false } })
  })

  test('it opens the field with what it offers', () => {
    expect(verbOf('--allow-file-access-from-files', 'throughline://capture?text=a')).toEqual({
      kind: 'open',
      page: null,
      command: null,
      capture: { text: 'a', kind: 'note' },
      hidden: false,
    })
  })

  test.each(['throughline', 'THROUGHLINE'])('what stands behind it is not read: %s', (scheme) => {
    const { verb, userDataDir } = parseCommandLine([
      `${scheme}://capture?text=a`,
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
