/** What is asked of the words in a journal from the command line: pages, captures and what waits, as text and for other programs. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { messages } from '#shared/messages/messages'
import { runCapture } from '../../../src/main/cli/runCapture'
import { runFind } from '../../../src/main/cli/runFind'
import { runList } from '../../../src/main/cli/runList'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { defaultDeviceState } from '../../../src/main/system/deviceState'
import { systemClock } from '../../../src/main/system/systemClock'
import { idOf, madeCapture, madeEntry, madeSection } from '../../services/made'

let userData = ''
const begun = async () => {
  userData = await mkdtemp(join(tmpdir(), 'throughline-find-'))
}
const ended = () => rm(userData, { recursive: true, force: true })

const ledger = madeEntry(1, {
  day: '2026-03-02',
  title: 'The ledger',
  sections: [
    madeSection('Moved the numbers with @Dana for +Apollo #retro', { practice: 'delivery', question: 'What?' }),
    madeSection('A word on ledgers #Retro', { practice: 'focus' }),
  ],
})
const plan = madeEntry(2, {
  day: '2026-03-05',
  title: '',
  sections: [madeSection('Plan with @"Dana Smith" and @dana')],
})
const win = { ...madeCapture(3, { text: 'Ledger done #retro' }), day: '2026-03-04' }

async function written(): Promise<void> {
  await begun()
  const folder = join(userData, 'journal')
  const journal = await openJournal({ folder, clock: systemClock, knownBefore: false })
  for (const entry of [ledger, plan]) await journal.entries.save(entry, 0)
  await journal.captures.add(win)
  await journal.close()
  await writeFile(join(userData, 'device.json'), JSON.stringify(defaultDeviceState))
}

const all = { from: null, to: null, only: null, isJson: false, hasPassphrase: false } as const
const find = (query: string, asked: object = {}) => runFind({ userData, query, ...all, ...asked })
const list = (names: 'tag' | 'person' | 'project', asked: object = {}) => runList({ userData, names, ...all, ...asked })
const idsFor = async (query: string, asked: object = {}) => {
  const { sentence } = await find(query, { ...asked, isJson: true })
  return JSON.parse(sentence).map(({ id }: { id: string }) => id)
}

describe('--find', () => {
  beforeAll(written)
  afterAll(ended)

  test('gives what other programs read, newest first', async () => {
    const { code, sentence } = await find('ledger', { isJson: true })
    expect(code).toBe(0)
    expect(JSON.parse(sentence)).toEqual([
      {
        ...{ kind: 'capture', id: win.id, day: '2026-03-04', title: '', template: null, text: 'Ledger done #retro' },
        ...{ tags: ['retro'], people: [], projects: [] },
      },
      {
        ...{ kind: 'entry', id: ledger.id, day: '2026-03-02', title: 'The ledger', template: ledger.template },
        text: 'Moved the numbers with @Dana for +Apollo #retro\n\nA word on ledgers #Retro',
        ...{ tags: ['retro'], people: ['Dana'], projects: ['Apollo'] },
      },
    ])
  })

  test('asks whole words, one answer for a practice and its words, names and groups', async () => {
    expect(await idsFor('ledge')).toEqual([])
    expect(await idsFor('ledge*')).toEqual([win.id, ledger.id])
    expect(await idsFor('practice:delivery numbers')).toEqual([ledger.id])
    expect(await idsFor('practice:delivery ledgers')).toEqual([])
    expect(await idsFor('in:page practice:delivery ledgers')).toEqual([ledger.id])
    expect(await idsFor('@"dana smith"')).toEqual([plan.id])
    expect(await idsFor('(plan @dana) OR +apollo')).toEqual([plan.id, ledger.id])
    expect(await idsFor('#retro -is:capture')).toEqual([ledger.id])
  })

  test('keeps to the days and to pages or captures', async () => {
    expect(await idsFor('#retro', { from: '2026-03-03' })).toEqual([win.id])
    expect(await idsFor('#retro', { to: '2026-03-03' })).toEqual([ledger.id])
    expect(await idsFor('#retro', { only: 'capture' })).toEqual([win.id])
    expect(await idsFor('#retro', { only: 'entry' })).toEqual([ledger.id])
  })

  test('says it in lines for people', async () => {
    const { code, sentence } = await find('ledger')
    expect(code).toBe(0)
    expect(sentence.split('\n')).toEqual([
      `2026-03-04  ${messages.capturing.kinds[win.kind]}  Ledger done #retro`,
      '2026-03-02  The ledger  Moved the numbers with @Dana for +Apollo #retro',
    ])
  })

  test('finding nothing is no failure', async () => {
    expect(await find('nowhere')).toEqual({ code: 0, sentence: '' })
    expect(await find('nowhere', { isJson: true })).toEqual({ code: 0, sentence: '[]' })
  })

  test.each([
    ['practice:cooking', 'No practice is called “cooking”.'],
    ['"a b', 'The closing quote is missing.'],
    ['(a b', 'The closing parenthesis is missing.'],
    ['a OR', 'OR belongs between two words.'],
    ['a -', 'The minus sign belongs right before a word, as in -meeting.'],
    ['before:', 'Something is missing after “before:”, as in before:2026-03-01.'],
    ['in:pag', '“pag” is not a date.'],
  ])('a mistake in %j is one line', async (query, sentence) => {
    expect(await find(query)).toEqual({ code: 1, sentence: `throughline: ${sentence}` })
  })
})

describe('--list', () => {
  beforeAll(written)
  afterAll(ended)

  test('counts pages and captures, the most used first, in the spelling used most', async () => {
    const { code, sentence } = await list('person', { isJson: true })
    expect(code).toBe(0)
    expect(JSON.parse(sentence)).toEqual([
      { name: 'Dana', aliases: [], count: 2, last: '2026-03-05' },
      { name: 'Dana Smith', aliases: [], count: 1, last: '2026-03-05' },
    ])
    expect(JSON.parse((await list('tag', { isJson: true })).sentence)).toEqual([
      { name: 'retro', aliases: [], count: 2, last: '2026-03-04' },
    ])
    expect(await list('project')).toEqual({ code: 0, sentence: '+Apollo\t1\t2026-03-02' })
    expect((await list('person')).sentence.split('\n')[1]).toBe('@"Dana Smith"\t1\t2026-03-05')
  })

  test('keeps to the days and to pages or captures', async () => {
    expect(await list('tag', { only: 'capture' })).toEqual({ code: 0, sentence: '#retro\t1\t2026-03-04' })
    expect(await list('tag', { from: '2026-03-05' })).toEqual({ code: 0, sentence: '' })
  })
})

describe('in a journal that is not whole', () => {
  beforeEach(written)
  afterEach(ended)

  test('what was caught and waits is found too', async () => {
    await runCapture({ text: 'Waits for +Gemini', as: 'note', userData })
    expect(await idsFor('+gemini')).toHaveLength(1)
  })

  test('a file that can’t be read is said, and ends with 1', async () => {
    const year = join(userData, 'journal', 'entries', '2026')
    await mkdir(year, { recursive: true })
    await writeFile(join(year, `2026-03-09-${idOf(9)}.json`), '{"schema": 99}')
    const { code, sentence } = await find('nowhere')
    expect({ code, sentence }).toEqual({ code: 1, sentence: `throughline: ${messages.terminal.notAllRead(1, '1')}` })
  })
})

test('where there is no journal both say so', async () => {
  await begun()
  expect((await find('x')).code).toBe(1)
  expect((await list('tag')).code).toBe(1)
  await ended()
})
