import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { messages } from '#shared/messages/messages'
import { runCapture } from '../../../src/main/cli/runCapture'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { systemClock } from '../../../src/main/system/systemClock'

let userData = ''
beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'throughline-capture-'))
})
afterEach(() => rm(userData, { recursive: true, force: true }))

const journal = () => join(userData, 'journal')
const caught = { code: 0, sentence: messages.capturing.caught }

async function words(): Promise<string[]> {
  const found: string[] = []
  for await (const { captures } of (await openJournalForReading({ folder: journal() })).captures())
    found.push(...captures.map(({ text }) => text))
  return found.sort()
}

test('of many that come at once, before there is a journal, each is kept', async () => {
  const texts = Array.from({ length: 8 }, (_, at) => `Thought ${at}`)
  const all = texts.map((text) => runCapture({ text, as: 'note', userData }))
  expect(await Promise.all(all)).toEqual(texts.map(() => caught))
  expect(await words()).toEqual(texts)
})

test('one that comes while the app begins the journal is kept', async () => {
  const opened = openJournal({ folder: journal(), clock: systemClock, knownBefore: false })
  expect(await runCapture({ text: 'Early', as: 'win', userData })).toEqual(caught)
  expect(await words()).toEqual(['Early'])
  await (await opened).close()
})

test('the longest thought of any script is kept to the letter, its lines ended in one way', async () => {
  const text = '𠮷'.repeat(9_998)
  expect(await runCapture({ text: `${text}\r\né`, as: 'note', userData })).toEqual(caught)
  expect(await words()).toEqual([`${text}\né`])
})
