/** What a file that waits is called, by the path at which it lay. */
import { expect, test } from 'vitest'
import { arrivedName } from '../../../src/renderer/features/health/arrivedName'
import { messages } from '../../../src/shared/messages/messages'
import { idOf } from '../../services/made'

const words = messages.health

test.each([
  [`entries/2026/2026-03-02-${idOf(1)}.json`, words.arrivedPage('Monday, March 2')],
  [`entries/2026/2026-03-02-${idOf(1)} (1).json`, words.arrivedPage('Monday, March 2')],
  ['captures/2026/2026-03-02.json', words.arrivedCaptures('Monday, March 2')],
  [`captures/inbox/${idOf(1)}.json`, words.arrivedCapture],
  [`entries/inbox/${idOf(1)}.json`, words.arrivedAnswer],
  ['settings.json', words.arrivedSettings],
  [`versions/${idOf(1)}/1-x.json`, words.sentences.arrived],
  ['entries/2026/2026-99-99-x.json', words.sentences.arrived],
])('%s', (path, name) => {
  expect(arrivedName(path, '2026-03-12', 'en')).toBe(name)
})
