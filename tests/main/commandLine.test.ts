import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtInTemplates, findTemplate } from '#shared/domain/builtInTemplates'
import { captureKinds } from '#shared/domain/capture'
import { isDay } from '#shared/domain/day'
import { messages } from '#shared/messages/messages'
import { parseCommandLine } from '../../src/main/commandLine'
import { entryPoints } from '../../src/main/services/entryPoints'

const verbOf = (...argv: string[]) => parseCommandLine(argv).verb
const words = messages.commandLine

describe('what can be asked', () => {
  test('nothing opens the app', () => {
    expect(parseCommandLine([])).toEqual({
      verb: { kind: 'open', page: null, capture: false, hidden: false },
      userDataDir: null,
    })
  })

  test.each(['help', 'version'] as const)('--%s', (kind) => {
    expect(verbOf(`--${kind}`)).toEqual({ kind })
  })

  test('--user-data-dir goes with every verb', () => {
    for (const verb of ['--help', '--version', '--export=x', '--from=2026-01-01'])
      expect(parseCommandLine(['--user-data-dir=/tmp/a b', verb]).userDataDir).toBe('/tmp/a b')
  })

  test('--export with and without its days', () => {
    expect(verbOf('--export=out')).toEqual({ kind: 'export', folder: 'out', from: null, to: null })
    expect(verbOf('--to=2026-02-01', '--export=a=b', '--from=2026-01-01')).toEqual({
      kind: 'export',
      folder: 'a=b',
      from: '2026-01-01',
      to: '2026-02-01',
    })
  })

  test('a page: today’s, or a new one from a template', () => {
    expect(verbOf('--today')).toEqual({
      kind: 'open',
      page: { template: null, isNew: false },
      capture: false,
      hidden: false,
    })
    for (const { id } of builtInTemplates)
      expect(verbOf(`--new=${id}`)).toEqual({
        kind: 'open',
        page: { template: id, isNew: true },
        capture: false,
        hidden: false,
      })
  })

  test('the field of quick capture', () => {
    expect(verbOf('--capture')).toEqual({ kind: 'open', page: null, capture: true, hidden: false })
  })

  test('a capture, of a kind', () => {
    expect(verbOf('--capture=Dana: "ship it" = yes')).toEqual({
      kind: 'capture',
      text: 'Dana: "ship it" = yes',
      as: 'note',
    })
    for (const kind of captureKinds)
      expect(verbOf('--capture=x', `--kind=${kind}`)).toEqual({ kind: 'capture', text: 'x', as: kind })
    expect(verbOf(`--capture=${'x'.repeat(10_000)}`).kind).toBe('capture')
  })

  test('every entry point is understood, and asks for what it says', () => {
    for (const { argument, asks } of entryPoints) {
      const isCapture = asks === 'capture'
      expect(verbOf(argument)).toEqual({
        kind: 'open',
        page: isCapture ? null : asks,
        capture: isCapture,
        hidden: false,
      })
    }
  })

  test('a day alone is a period', () => {
    expect(verbOf('--export=x', '--from=2026-01-01', '--to=2026-01-01').kind).toBe('export')
  })

  test("Chromium's switches, file names and the app's folder are left alone", () => {
    expect(verbOf('.', '--no-sandbox', '--remote-debugging-port=0', '-v', '--', '--Export=x', 'help').kind).toBe('open')
  })
})

describe('what makes no sense is refused with why', () => {
  test.each([
    [['--export'], words.needsValue('export')],
    [['--export='], words.needsValue('export')],
    [['--export=x', '--from'], words.needsValue('from')],
    [['--help=1'], words.noValue('help')],
    [['--version='], words.noValue('version')],
    [['--export=a', '--export=b'], words.twice('export')],
    [['--user-data-dir=a', '--user-data-dir=b'], words.twice('user-data-dir')],
    [['--from=2026-01-01'], words.onlyWithExport],
    [['--to=2026-01-01'], words.onlyWithExport],
    [['--capture', '--today'], words.captureAlone],
    [['--capture', '--kind=win'], words.onlyWithCapture],
    [['--capture', '--capture=x'], words.captureAlone],
    [['--capture='], words.needsValue('capture')],
    [['--capture= \n '], words.needsValue('capture')],
    [[`--capture=${'x'.repeat(10_001)}`], words.captureTooLong],
    [['--capture=x', '--kind=dream'], words.noKind('dream')],
    [['--capture=x', '--today'], words.captureAlone],
    [['--capture=x', '--export=y'], words.captureAlone],
    [['--kind=win'], words.onlyWithCapture],
    [['--new'], words.needsValue('new')],
    [['--new=nonsense'], words.noTemplate('nonsense')],
    [['--new=__proto__'], words.noTemplate('__proto__')],
    [['--new=daily', '--today'], words.newOrToday],
    [['--today=1'], words.noValue('today')],
    [['--export=x', '--today'], words.pageOrExport],
    [['--export=x', '--new=daily'], words.pageOrExport],
    [['--export=x', '--from=2026-02-30'], words.notADay('2026-02-30')],
    [['--export=x', '--to=../..'], words.notADay('../..')],
    [['--export=x', '--from=2026-01-02', '--to=2026-01-01'], words.fromAfterTo],
  ])('%j', (argv, sentence) => {
    expect(verbOf(...argv)).toEqual({ kind: 'refused', sentence })
  })

  test('16 KB of arguments are the most, in bytes', () => {
    const argv = (letters: string) => ['--export=x', letters.repeat(8_187)]
    expect(verbOf(...argv('ä')).kind).toBe('export')
    expect(verbOf(...argv('ä'), 'x')).toEqual({ kind: 'refused', sentence: words.tooLong })
    expect(verbOf('--export=x', ...Array(20_000).fill('-')).kind).toBe('refused')
  })
})

describe('hostile arguments', () => {
  const name = fc.constantFrom(
    'export',
    'from',
    'to',
    'user-data-dir',
    'help',
    'version',
    'new',
    'today',
    '__proto__',
    'constructor',
    'toString',
    'capture',
    'kind',
  )
  const value = fc.oneof(
    fc.constantFrom(
      '',
      '2026-01-01',
      '2026-13-01',
      '../../etc',
      '<script>',
      '\0',
      '\u202e',
      '--help',
      '%00',
      '=',
      'CON',
      'weekly',
      "'; rm -rf /",
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ maxLength: 4, unit: fc.constantFrom('\n', '\r', '=', '-', 'ÿ') }),
  )
  const argument = fc.oneof(
    fc.tuple(name, value).map(([known, given]) => `--${known}=${given}`),
    name.map((known) => `--${known}`),
    value,
    fc.string({ unit: 'binary', maxLength: 40 }),
  )

  test('never throw; a period is of real days in order, a sentence is one short line', () => {
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 8 }), (argv) => {
        const { verb, userDataDir } = parseCommandLine(argv)
        if (userDataDir !== null) expect(argv).toContain(`--user-data-dir=${userDataDir}`)
        if (verb.kind === 'export') {
          expect(argv).toContain(`--export=${verb.folder}`)
          for (const day of [verb.from, verb.to]) expect(day === null || isDay(day)).toBe(true)
          if (verb.from !== null && verb.to !== null) expect(verb.from <= verb.to).toBe(true)
        }
        if (verb.kind === 'open' && verb.page?.template) expect(findTemplate(verb.page.template)).toBeDefined()
        if (verb.kind === 'refused') {
          expect(verb.sentence.length).toBeLessThan(200)
          expect(verb.sentence).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        }
      }),
      { numRuns: process.env.DEEP === '1' ? 50_000 : 1_000 },
    )
  })

  test('in any order mean the same', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['--export=x', '--from=2026-01-01', '--to=2026-02-01', '--user-data-dir=d'], {
          minLength: 4,
        }),
        (argv) => {
          expect(parseCommandLine(argv)).toEqual({
            verb: { kind: 'export', folder: 'x', from: '2026-01-01', to: '2026-02-01' },
            userDataDir: 'd',
          })
        },
      ),
    )
  })
})
