import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Autosave, createAutosave, type SaveStatus } from '../../../src/renderer/state/draft/autosave'
import type { FailureCode } from '../../../src/shared/domain/failure'

class Refused extends Error {
  constructor(readonly code: FailureCode) {
    super(code)
  }
}

/** A page whose words are a number that grows, and a disk that answers when the test says so. */
class Desk {
  words = 0
  readonly sent: number[] = []
  readonly stored: number[] = []
  readonly said: SaveStatus[] = []
  #waiting: { words: number; resolve: (stored: boolean) => void; reject: (error: Error) => void }[] = []
  /** Answers at once while set. */
  always: 'stored' | FailureCode | null = 'stored'
  readonly autosave: Autosave = createAutosave(
    {
      write: () => this.#write(),
      codeOf: (error) => (error instanceof Refused ? error.code : 'unexpected'),
      show: (status) => this.said.push(status),
    },
    { kind: 'saved' },
  )

  type(): void {
    this.words += 1
    this.autosave.changed()
  }

  get kinds(): string[] {
    return this.said.map(({ kind }) => kind)
  }

  async answer(how: 'stored' | FailureCode): Promise<void> {
    const next = this.#waiting.shift()
    if (!next) throw new Error('nothing is on its way')
    if (how === 'stored') {
      this.stored.push(next.words)
      next.resolve(true)
    } else next.reject(new Refused(how))
    await vi.advanceTimersByTimeAsync(0)
  }

  #write(): Promise<boolean> {
    this.sent.push(this.words)
    const written = new Promise<boolean>((resolve, reject) =>
      this.#waiting.push({ words: this.words, resolve, reject }),
    )
    if (this.always !== null) void this.answer(this.always)
    return written
  }
}

let desk: Desk
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
  vi.useFakeTimers()
  desk = new Desk()
})
afterEach(() => {
  desk.autosave.stop()
  vi.useRealTimers()
})

describe('when it stores', () => {
  test('300 ms after the last key, once for all keys before', async () => {
    desk.type()
    await pass(200)
    desk.type()
    await pass(299)
    expect(desk.sent).toEqual([])
    await pass(1)
    expect(desk.sent).toEqual([2])
    expect(desk.kinds).toEqual(['saving', 'saved'])
  })

  test('never later than 800 ms after the first key that is not stored', async () => {
    for (let key = 0; key < 9; key += 1) {
      desk.type()
      await pass(100)
    }
    expect(desk.sent).toEqual([8])
    for (let key = 0; key < 8; key += 1) {
      desk.type()
      await pass(100)
    }
    expect(desk.sent.length).toBe(2)
  })

  test('not at all while nothing was typed', async () => {
    await pass(10_000)
    expect(await desk.autosave.flush()).toBe(true)
    expect(desk.sent).toEqual([])
  })

  test('once, also when the idle and the longest wait end together', async () => {
    desk.type()
    await pass(500)
    desk.type()
    await pass(1_000)
    expect(desk.sent).toEqual([1, 2])
  })
})

describe('one save at a time', () => {
  beforeEach(() => {
    desk.always = null
  })

  test('the newest state waits for the one under way', async () => {
    desk.type()
    await pass(300)
    desk.type()
    await pass(300)
    desk.type()
    await pass(5_000)
    expect(desk.sent).toEqual([1])
    await desk.answer('stored')
    expect(desk.sent).toEqual([1, 3])
    await desk.answer('stored')
    expect(desk.stored).toEqual([1, 3])
    expect(desk.autosave.status).toEqual({ kind: 'saved' })
  })

  test('an answer for older words does not say "saved"', async () => {
    desk.type()
    await pass(300)
    desk.type()
    await desk.answer('stored')
    expect(desk.autosave.status.kind).toBe('saving')
    expect(desk.kinds).not.toContain('saved')
  })

  test('flush waits for the one under way and for what was typed meanwhile', async () => {
    desk.type()
    await pass(300)
    desk.type()
    let flushed: boolean | null = null
    void desk.autosave.flush().then((stored) => {
      flushed = stored
    })
    await desk.answer('stored')
    expect(flushed).toBeNull()
    await desk.answer('stored')
    expect(flushed).toBe(true)
    expect(desk.stored).toEqual([1, 2])
  })

  test('flush goes on while one types on', async () => {
    desk.type()
    let flushed: boolean | null = null
    void desk.autosave.flush().then((stored) => {
      flushed = stored
    })
    desk.type()
    await desk.answer('stored')
    expect(flushed).toBeNull()
    expect(desk.sent).toEqual([1, 2])
    await desk.answer('stored')
    expect(flushed).toBe(true)
  })

  test('two who flush at once send the words once', async () => {
    desk.type()
    const both = Promise.all([desk.autosave.flush(), desk.autosave.flush()])
    await desk.answer('stored')
    expect(await both).toEqual([true, true])
    expect(desk.sent).toEqual([1])
  })
})

describe('when a save fails', () => {
  test('says why, tries again after 5, 10, 20 and then every 30 s, and says when it worked', async () => {
    desk.always = 'disk-full'
    desk.type()
    await pass(300)
    expect(desk.autosave.status).toEqual({ kind: 'failed', code: 'disk-full' })
    for (const wait of [5_000, 10_000, 20_000, 30_000, 30_000]) {
      const before = desk.sent.length
      await pass(wait - 1)
      expect(desk.sent.length).toBe(before)
      await pass(1)
      expect(desk.sent.length).toBe(before + 1)
    }
    desk.always = 'stored'
    await pass(30_000)
    expect(desk.autosave.status).toEqual({ kind: 'saved' })
    // The pace begins anew.
    desk.always = 'disk-full'
    desk.type()
    await pass(300)
    const before = desk.sent.length
    await pass(5_000)
    expect(desk.sent.length).toBe(before + 1)
  })

  test('a failure keeps being said while one types on, and the newest words go with the next attempt', async () => {
    desk.always = 'disk-full'
    desk.type()
    await pass(300)
    desk.always = 'stored'
    desk.type()
    await pass(2_000)
    expect(desk.sent).toEqual([1])
    expect(desk.autosave.status.kind).toBe('failed')
    await pass(3_000)
    expect(desk.stored).toEqual([2])
  })

  test('what is typed during an attempt that works after failures is stored too', async () => {
    desk.always = 'disk-full'
    desk.type()
    await pass(300)
    desk.always = null
    await pass(5_000)
    desk.type()
    await desk.answer('stored')
    desk.always = 'stored'
    await pass(800)
    expect(desk.stored).toEqual([1, 2])
    expect(desk.autosave.status.kind).toBe('saved')
  })

  test('flush tries at once and says that it did not work', async () => {
    desk.always = 'read-only'
    desk.type()
    expect(await desk.autosave.flush()).toBe(false)
    desk.always = 'stored'
    expect(await desk.autosave.flush()).toBe(true)
    expect(desk.stored).toEqual([1])
    await pass(60_000)
    expect(desk.sent).toEqual([1, 1])
  })

  test('another reason is said anew', async () => {
    desk.always = 'disk-full'
    desk.type()
    await pass(300)
    desk.always = 'folder-missing'
    await pass(5_000)
    expect(desk.autosave.status).toEqual({ kind: 'failed', code: 'folder-missing' })
    expect(desk.said.at(-1)).toEqual({ kind: 'failed', code: 'folder-missing' })
  })
})

describe('when another writer changed the entry', () => {
  beforeEach(async () => {
    desk.always = 'conflict'
    desk.type()
    await pass(300)
    desk.always = 'stored'
  })

  test('nothing more is sent, by time, by keys or by flush', async () => {
    expect(desk.autosave.status).toEqual({ kind: 'conflict' })
    desk.type()
    await pass(120_000)
    expect(await desk.autosave.flush()).toBe(false)
    expect(desk.sent).toEqual([1])
  })

  test('once it is settled the newest words are stored', async () => {
    desk.type()
    expect(await desk.autosave.resume()).toBe(true)
    expect(desk.stored).toEqual([2])
    expect(desk.autosave.status).toEqual({ kind: 'saved' })
  })
})

test('after stop nothing is sent', async () => {
  desk.type()
  desk.autosave.stop()
  await pass(60_000)
  // Nothing waits for the disk any more.
  expect(await desk.autosave.flush()).toBe(true)
  expect(desk.autosave.status).toEqual({ kind: 'stopped' })
  expect(desk.sent).toEqual([])
})

test('a failure that comes in after stop starts no attempt', async () => {
  desk.always = null
  desk.type()
  await pass(300)
  desk.autosave.stop()
  await desk.answer('disk-full')
  await pass(60_000)
  expect(desk.sent).toEqual([1])
})
