/** Questions to a real worker: each gets its own reply, and what it leaves unanswered fails. */
import { expect, test, vi } from 'vitest'
import { openWorkerCalls, type WorkerListener } from '../../../src/main/threads/workerCalls'

const code = `
  const { parentPort, workerData } = require('node:worker_threads')
  if (workerData) parentPort.postMessage({ number: 0, ok: true, answer: workerData })
  const held = []
  parentPort.on('message', ({ number, does }) => {
    if (does === 'hold') held.push(number)
    if (does === 'release') for (const one of [number, ...held.reverse()]) parentPort.postMessage({ number: one, ok: true, answer: one })
    if (does === 'fail') parentPort.postMessage({ number, ok: false, code: 'disk-full', reason: 'no room' })
    if (does === 'break') setImmediate(() => { throw new Error('broken') })
    if (does === 'exit') process.exit()
    if (does === 'say') {
      parentPort.postMessage({ said: 'before' })
      parentPort.postMessage({ number, ok: true, answer: null })
      parentPort.postMessage({ said: 'after' })
    }
  })
`

function opened(listener: WorkerListener<{ readonly said: string }> = {}, workerData?: string) {
  const calls = openWorkerCalls('the worker', code, { eval: true, workerData }, listener)
  let last = 0
  const ask = (does: string) => {
    last += 1
    return calls.ask(last, { number: last, does })
  }
  return { ...calls, calls, ask }
}

test('each question gets the reply with its number, in whatever order they come', async () => {
  const { calls, ask, terminate } = opened()
  const answers = [ask('hold'), ask('hold'), ask('release')]
  expect(calls.waiting).toBe(3)
  expect(await Promise.all(answers)).toEqual([1, 2, 3])
  expect(calls.waiting).toBe(0)
  await expect(ask('fail')).rejects.toMatchObject({ code: 'disk-full', message: 'no room' })
  await terminate()
})

test('a worker may be begun with its question', async () => {
  const { calls, terminate } = opened({}, 'a question')
  expect(await calls.replyTo(0)).toBe('a question')
  await terminate()
})

test('events come in their order with the replies', async () => {
  const log: string[] = []
  const { ask, terminate } = opened({
    event: ({ said }) => log.push(said),
    replied: (number) => log.push(`reply ${number}`),
  })
  await ask('say')
  await vi.waitFor(() => expect(log).toEqual(['before', 'reply 1', 'after']))
  await terminate()
})

test.each([
  ['breaks down', 'break', 'the worker broke down'],
  ['ends', 'exit', 'the worker ended before it was done'],
])('what waits fails when it %s, and so does what is asked then', async (_, does, reason) => {
  const log: string[] = []
  const { ask } = opened({ brokeDown: () => log.push('broke down'), ended: () => log.push('ended') })
  const answers = [ask('hold'), ask(does)]
  for (const { status, reason: error } of (await Promise.allSettled(answers)) as PromiseRejectedResult[]) {
    expect(status).toBe('rejected')
    expect(error).toMatchObject({ code: 'unexpected', message: reason })
  }
  await vi.waitFor(() => expect(log).toContain('ended'))
  expect(log).toEqual(does === 'break' ? ['broke down', 'ended'] : ['ended'])
  await expect(ask('hold')).rejects.toMatchObject({ code: 'unexpected' })
})

test('what waits fails when it is ended', async () => {
  const { ask, terminate } = opened()
  const held = ask('hold').catch((error: unknown) => error)
  await terminate()
  expect(await held).toMatchObject({ code: 'unexpected', message: 'the worker was ended' })
})

test('a question that can not be sent fails, and waits for nothing', async () => {
  const { calls, terminate } = opened()
  await expect(async () => calls.ask(1, { number: 1, does: () => undefined })).rejects.toThrow()
  expect(calls.waiting).toBe(0)
  await terminate()
})
