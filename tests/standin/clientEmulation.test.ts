import { expect, test } from 'vitest'
import { ClientEmulation } from './clientEmulation'

const asked = {
  id: 7,
  method: 'Emulation.setEmulatedMedia',
  sessionId: 'a session',
  params: { media: '', features: [{ name: 'prefers-color-scheme', value: '' }] },
}

test('its own answers are kept from the client, whatever they look like; all others reach it', () => {
  const sent: { id: number }[] = []
  const emulation = new ClientEmulation((message) => void sent.push(JSON.parse(message)))
  emulation.outgoing(JSON.stringify(asked))
  emulation.outgoing(JSON.stringify({ ...asked, id: 8, sessionId: 'one that goes' }))
  emulation.refresh()
  const [first, second] = sent.map(({ id }) => id)
  expect(emulation.isOwnAnswer('{"id":7,"result":{},"sessionId":"a session"}')).toBe(false)
  expect(emulation.isOwnAnswer('{"method":"Page.loadEventFired","params":{},"sessionId":"a session"}')).toBe(false)
  expect(emulation.isOwnAnswer(`{"id":${first},"result":{},"sessionId":"a session"}`)).toBe(true)
  const gone = `{"error":{"code":-32001,"message":"Session with given id not found."},"id":${second}}`
  expect(emulation.isOwnAnswer(gone)).toBe(true)
  expect(emulation.isOwnAnswer(gone)).toBe(false)
})
