import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { captureKinds } from '#shared/domain/capture/capture'
import { isDay } from '#shared/domain/day'
import { builtInTemplates, findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { messages } from '#shared/messages/messages'
import { parseCommandLine } from '../../../src/main/cli/commandLine'
import { isCommand, switches } from '../../../src/main/cli/switches'
import type { LaunchAction } from '../../../src/main/services/app/appAction'
import { launchItems } from '../../../src/main/services/app/launchItems'
import { runs } from '../../effort'

const verbOf = (...argv: string[]) => parseCommandLine(argv).verb
const words = messages.commandLine
const nothing = { kind: 'open', page: null, command: null, capture: false, hidden: false }

describe('what can be asked', () => {
  test('nothing opens the app', () => {
    expect(parseCommandLine([])).toEqual({ verb: nothing, userDataDir: null })
  })

  test.each(['help', 'version'] as const)('--%s', (kind) => {
    expect(verbOf(`--${kind}`)).toEqual({ kind })
  })

  test('--user-data-dir goes with every verb', () => {
    for (const verb of ['--help', '--version', '--export=x', '--from=2026-01-01'])
      expect(parseCommandLine(['--user-data-dir=/tmp/a b', verb]).userDataDir).toBe('/tmp/a b')
  })

  test('--export with and without its days', () => {
    expect(verbOf('--export=out')).toEqual({
      kind: 'export',
      folder: 'out',
      from: null,
      to: null,
      hasPassphrase: false,
    })
    expect(verbOf('--to=2026-02-01', '--export=a=b', '--from=2026-01-01', '--passphrase-stdin')).toEqual({
      kind: 'export',
      folder: 'a=b',
      from: '2026-01-01',
      to: '2026-02-01',
      hasPassphrase: true,
    })
  })

  test('a backup, a restore and a check', () => {
    expect(verbOf('--backup=a.zip')).toEqual({ kind: 'backup', file: 'a.zip' })
    expect(verbOf('--restore=a.zip', '--to=new')).toEqual({ kind: 'restore', file: 'a.zip', folder: 'new' })
    expect(verbOf('--check')).toEqual({ kind: 'check', hasPassphrase: false })
    expect(parseCommandLine(['--check', '--user-data-dir=x'])).toEqual({
      verb: { kind: 'check', hasPassphrase: false },
      userDataDir: 'x',
    })
  })

  test('what a search finds, and the names that are used', () => {
    const all = { from: null, to: null, only: null, isJson: false, hasPassphrase: false }
    expect(verbOf('--find=a b')).toEqual({ kind: 'find', query: 'a b', ...all })
    const asked = ['--json', '--from=2026-01-01', '--to=2026-02-01', '--kind=capture', '--passphrase-stdin']
    const some = { from: '2026-01-01', to: '2026-02-01', only: 'capture', isJson: true, hasPassphrase: true }
    expect(verbOf('--find=-x', ...asked)).toEqual({ kind: 'find', query: '-x', ...some })
    expect(verbOf('--list=people', ...asked)).toEqual({ kind: 'list', names: 'person', ...some })
    expect(verbOf('--list=tags')).toEqual({ kind: 'list', names: 'tag', ...all })
    expect(verbOf('--list=projects')).toEqual({ kind: 'list', names: 'project', ...all })
  })

  test.each([
    [['--find'], words.needsValue('find')],
    [['--find='], words.needsValue('find')],
    [[`--find=${'x'.repeat(501)}`], words.queryTooLong],
    [['--find=x', '--list=tags'], words.alone('find')],
    [['--find=x', '--today'], words.alone('find')],
    [['--find=x', '--kind=win'], words.noRecord('win')],
    [['--find=x', '--from=tomorrow'], words.notADay('tomorrow')],
    [['--list=tags', '--from=2026-02-01', '--to=2026-01-01'], words.fromAfterTo],
    [['--list=tag'], words.noList('tag')],
    [['--json'], words.belongs.json],
    [['--json', '--show'], words.belongs.json],
    [['--find=x', '--day=2026-01-01'], words.belongs.day],
    [['--backup=a', '--passphrase-stdin'], words.belongs['passphrase-stdin']],
  ])('%j is refused', (argv, sentence) => {
    expect(verbOf(...argv)).toEqual({ kind: 'refused', sentence })
  })

  test('a page in the terminal, and the pages of a day', () => {
    const today = { template: null, day: null, hasPassphrase: false }
    expect(verbOf('--write')).toEqual({ kind: 'write', ...today })
    expect(verbOf('--write=weekly', '--day=2026-02-01', '--passphrase-stdin')).toEqual({
      kind: 'write',
      template: 'weekly',
      day: '2026-02-01',
      hasPassphrase: true,
    })
    expect(verbOf('--show')).toEqual({ kind: 'show', day: null, hasPassphrase: false })
    expect(verbOf('--show=2026-02-01', '--passphrase-stdin')).toEqual({
      kind: 'show',
      day: '2026-02-01',
      hasPassphrase: true,
    })
  })

  test.each([
    [['--write=poem'], words.noTemplate('poem')],
    [['--write='], words.needsValue('write')],
    [['--write', '--day=tomorrow'], words.notADay('tomorrow')],
    [['--write', '--day'], words.needsValue('day')],
    [['--write', '--show'], words.alone('write')],
    [['--write', '--new=daily'], words.alone('write')],
    [['--show=2026-02-30'], words.notADay('2026-02-30')],
    [['--show', '--today'], words.alone('show')],
    [['--show', '--day=2026-02-01'], words.belongs.day],
    [['--passphrase-stdin'], words.belongs['passphrase-stdin']],
    [['--passphrase-stdin=x', '--show'], words.noValue('passphrase-stdin')],
    [['--backup=a', '--export=b'], words.alone('backup')],
    [['--backup=a', '--check'], words.alone('backup')],
    [['--backup=a', '--to=b'], words.belongs.to],
    [['--restore=a'], words.restoreNeedsTo],
    [['--restore=a', '--to=b', '--from=c'], words.belongs.from],
    [['--restore=a', '--to=b', '--today'], words.alone('restore')],
    [['--check', '--hidden'], words.alone('check')],
    [['--backup='], words.needsValue('backup')],
    [['--backup'], words.needsValue('backup')],
    [['--check=all'], words.noValue('check')],
  ])('%s is refused', (argv, sentence) => {
    expect(verbOf(...argv)).toEqual({ kind: 'refused', sentence })
  })

  test('a page: today’s, or a new one from a template', () => {
    expect(verbOf('--today')).toEqual({ ...nothing, page: { template: null, isNew: false } })
    for (const { id } of builtInTemplates)
      expect(verbOf(`--new=${id}`)).toEqual({ ...nothing, page: { template: id, isNew: true } })
  })

  test('the field of quick capture', () => {
    expect(verbOf('--capture')).toEqual({ ...nothing, capture: true })
  })

  test('no window, the reminders, the end of the one that runs', () => {
    expect(verbOf('--hidden')).toEqual({ ...nothing, hidden: true })
    expect(verbOf('--reminders')).toEqual({ ...nothing, command: 'reminders' })
    expect(verbOf('--quit')).toEqual({ kind: 'quit' })
  })

  test('a capture, of a kind', () => {
    expect(verbOf('--capture=Dana: "ship it" = yes')).toEqual({
      kind: 'capture',
      text: 'Dana: "ship it" = yes',
      as: 'note',
    })
    for (const kind of captureKinds)
      expect(verbOf('--capture=x', `--kind=${kind}`)).toEqual({ kind: 'capture', text: 'x', as: kind })
  })

  test('a capture of 10,000 characters of any script, however many bytes they are', () => {
    for (const character of ['x', 'é', '語', '😀', '𠮷']) {
      const text = character.repeat(10_000)
      expect(verbOf(`--capture=${text}`)).toEqual({ kind: 'capture', text, as: 'note' })
      expect(verbOf(`--capture=${text}${character}`)).toEqual({ kind: 'refused', sentence: words.captureTooLong })
    }
  })

  test('its lines end in one way', () => {
    expect(verbOf('--capture=a\r\nb\rc\nd\r\n')).toEqual({ kind: 'capture', text: 'a\nb\nc\nd', as: 'note' })
    expect(verbOf(`--capture=${'x\r\n'.repeat(5_000)}`).kind).toBe('capture')
  })

  test('every entry point is understood, and asks for what it says', () => {
    const verbs = {
      open: (action: LaunchAction) => ({ ...nothing, page: action.kind === 'open' ? action.page : null }),
      capture: () => ({ ...nothing, capture: true }),
      reminders: () => ({ ...nothing, command: 'reminders' }),
      quit: () => ({ kind: 'quit' }),
    }
    for (const { argument, action } of launchItems) expect(verbOf(argument)).toEqual(verbs[action.kind](action))
  })

  test('a day alone is a period', () => {
    expect(verbOf('--export=x', '--from=2026-01-01', '--to=2026-01-01').kind).toBe('export')
  })

  test("Chromium's switches, file names and the app's folder are left alone", () => {
    expect(verbOf('.', '--no-sandbox', '--remote-debugging-port=0', '-v', '--', '--Exports=x', 'help').kind).toBe(
      'open',
    )
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
    [['--Capture=x'], words.smallLetters('Capture')],
    [['--help', '--USER-DATA-DIR=a'], words.smallLetters('USER-DATA-DIR')],
    [['--user-data-dir=a', '--user-data-dir=b'], words.twice('user-data-dir')],
    [['--from=2026-01-01'], words.belongs.from],
    [['--to=2026-01-01'], words.belongs.from],
    [['--capture', '--today'], words.captureAlone],
    [['--capture', '--kind=win'], words.belongs.kind],
    [['--capture', '--capture=x'], words.captureAlone],
    [['--capture='], words.needsValue('capture')],
    [['--capture', 'Thanks to Dana'], words.apart('capture')],
    [['--capture', 'Thanks', 'to', 'Dana'], words.apart('capture')],
    [['--capture', ''], words.apart('capture')],
    [['--write', 'weekly'], words.apart('write')],
    [['--show', '2026-03-02'], words.apart('show')],
    [['--kind=win', '--capture', 'Thanks'], words.apart('capture')],
    [['--capture', 'Thanks', '--kind=win'], words.apart('capture')],
    [['--capture', 'Thanks', 'throughline://capture?text=a'], words.apart('capture')],
    [['--capture= \n '], words.needsValue('capture')],
    [[`--capture=${'x'.repeat(10_001)}`], words.captureTooLong],
    [['--capture=x', '--kind=dream'], words.noKind('dream')],
    [['--capture=x', '--today'], words.captureAlone],
    [['--capture=x', '--export=y'], words.captureAlone],
    [['--kind=win'], words.belongs.kind],
    [['--hidden', '--today'], words.hiddenAlone],
    [['--capture', '--hidden'], words.captureAlone],
    [['--reminders=1'], words.noValue('reminders')],
    [['--reminders', '--today'], words.remindersAlone],
    [['--reminders', '--hidden'], words.remindersAlone],
    [['--capture=x', '--reminders'], words.captureAlone],
    [['--quit=now'], words.noValue('quit')],
    [['--quit', '--hidden'], words.quitAlone],
    [['--export=x', '--quit'], words.quitAlone],
    [['throughline://erase?all'], words.noLink],
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

  test('16 KB of arguments are the most that the running app is handed, in bytes', () => {
    const argv = (letters: string) => ['--today', letters.repeat(8_187)]
    expect(verbOf(...argv('ä')).kind).toBe('open')
    expect(verbOf(...argv('ä'), 'x')).toEqual({ kind: 'refused', sentence: words.tooLong })
    expect(verbOf('--quit', ...Array(20_000).fill('-'))).toEqual({ kind: 'refused', sentence: words.tooLong })
    expect(verbOf(`throughline://capture?text=${'%C3%A4'.repeat(3_000)}`)).toMatchObject({ sentence: words.tooLong })
    // Nobody is handed these.
    for (const verb of ['--export=x', '--backup=x', '--check', '--help', '--version'])
      expect(verbOf(verb, ...Array(20_000).fill('-'))).toMatchObject({ kind: verb.slice(2).replace('=x', '') })
    // Each takes its place on the way to the first instance, also when nothing is in it.
    expect(verbOf(...Array(16_384).fill('')).kind).toBe('open')
    expect(verbOf(...Array(16_385).fill(''))).toEqual({ kind: 'refused', sentence: words.tooLong })
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
    'hidden',
    'reminders',
    'quit',
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
  const link = fc
    .tuple(
      fc.constantFrom(
        'throughline://capture',
        'ThroughLine://capture',
        'throughline:capture',
        'throughline://',
        'throughline://CAPTURE/',
        'x:',
      ),
      fc.constantFrom('?text=', '?kind=win&text=', '?kind=dream&text=', '?', '#', '/../?text='),
      value,
    )
    .map((parts) => parts.join(''))
  const argument = fc.oneof(
    link,
    fc.tuple(name, value).map(([known, given]) => `--${known}=${given}`),
    name.map((known) => `--${known}`),
    value,
    fc.string({ unit: 'binary', maxLength: 40 }),
  )

  /** A few, in which each may matter; and as many as a system lets through. */
  const some = fc.oneof(
    { weight: 30, arbitrary: fc.array(argument, { maxLength: 8 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 9, max: 4_000 }), fc.array(argument, { minLength: 1, maxLength: 8 }))
        .map(([count, few]) => Array.from({ length: count }, (_, at) => few[at % few.length] ?? '')),
    },
    // One that is asked for, buried in many that mean nothing.
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 4_000 }), argument)
        .map(([before, after, one]) => [...Array(before).fill('-'), one, ...Array(after).fill('--x')]),
    },
  )

  test('never throw; a period is of real days in order, a sentence is one short line', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(some, (argv) => {
        const { verb, userDataDir } = parseCommandLine(argv)
        if (userDataDir !== null) expect(argv).toContain(`--user-data-dir=${userDataDir}`)
        if (verb.kind === 'export') {
          expect(argv).toContain(`--export=${verb.folder}`)
          for (const day of [verb.from, verb.to]) expect(day === null || isDay(day)).toBe(true)
          if (verb.from !== null && verb.to !== null) expect(verb.from <= verb.to).toBe(true)
        }
        if (argv.reduce((sum, one) => sum + Buffer.byteLength(one) + 1, 0) > 16_384)
          expect(['open', 'quit']).not.toContain(verb.kind)
        if (verb.kind === 'open') {
          if (verb.page?.template) expect(findTemplate(verb.page.template)).toBeDefined()
          // Only one thing at once.
          const { page, command, capture, hidden } = verb
          expect([page !== null, command !== null, capture !== false, hidden].filter(Boolean).length).toBeLessThan(2)
          if (typeof capture === 'object') {
            expect(argv.some((one) => one.toLowerCase().startsWith('throughline:'))).toBe(true)
            expect(capture.text.trim()).not.toBe('')
            expect(capture.text).not.toMatch(/[^\P{Cc}\n\t]/u)
            expect(captureKinds).toContain(capture.kind)
          }
        }
        if (verb.kind === 'quit') expect(argv).toContain('--quit')
        if (verb.kind === 'refused') {
          expect(verb.sentence.length).toBeLessThan(200)
          expect(verb.sentence).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        }
      }),
      { numRuns: runs({ all: 1_000, deep: 50_000 }) },
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
            verb: { kind: 'export', folder: 'x', from: '2026-01-01', to: '2026-02-01', hasPassphrase: false },
            userDataDir: 'd',
          })
        },
      ),
    )
  })
})

describe('what needs no display', () => {
  test('is every command, as the command line is understood', () => {
    const value = {
      kind: 'note',
      new: 'daily',
      from: '2026-01-01',
      to: '2026-01-02',
      day: '2026-01-01',
      write: 'daily',
      show: '2026-01-01',
    }
    const given: Readonly<Record<string, string>> = {
      ...Object.fromEntries(Object.keys(switches).map((name) => [name, 'x'])),
      ...value,
    }
    for (const [name, { takes }] of Object.entries(switches)) {
      const forms = [
        ...(takes === 'value' ? [] : [`--${name}`]),
        ...(takes === 'nothing' ? [] : [`--${name}=${given[name]}`]),
      ]
      for (const form of forms) {
        const { kind } = verbOf(form, ...(name === 'restore' ? ['--to=y'] : []))
        if (kind !== 'refused') expect(isCommand([form]), form).toBe(kind !== 'open')
      }
    }
  })

  test('is not what opens a window, nor a switch of Chromium', () => {
    for (const args of [
      [],
      ['--capture'],
      ['--today'],
      ['--hidden'],
      ['--user-data-dir=/--check'],
      ['--checkers', 'check'],
    ])
      expect(isCommand(args), args.join(' ')).toBe(false)
    for (const args of [
      ['--capture=a'],
      ['.', '--user-data-dir=x', '--check'],
      ['--write'],
      ['--show=2026-01-01'],
      ['--quit'],
    ])
      expect(isCommand(args), args.join(' ')).toBe(true)
  })
})
