import { describe, expect, test } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { defaultSettings } from '#shared/domain/settings/settings'
import { createJournal, type OpenJournal } from '../../../src/main/services/journal/journal'
import { fakeJournal, gate } from '../made'

/** Opens what comes next in `results`, the last one for ever; counts the attempts. */
function opener(...results: (OpenJournal | Error)[]) {
  let attempts = 0
  const open = async () => {
    const result = results[Math.min(attempts, results.length - 1)]
    attempts += 1
    if (!result || result instanceof Error) throw result ?? new Error('nothing to open')
    return result
  }
  return { open, attempts: () => attempts }
}

describe('opening', () => {
  test('happens once, also for many who ask at once', async () => {
    const { open, attempts } = opener(fakeJournal())
    const journal = createJournal(open)
    await Promise.all([journal.tryOpen(), journal.forWriting(), journal.tryOpen()])
    expect(attempts()).toBe(1)
    expect(journal.trouble).toBeNull()
  })

  test('that fails leaves why, the default settings, and nothing to read from', async () => {
    const journal = createJournal(opener(new Failure('in-use', 'made up')).open)
    await journal.tryOpen()
    expect(journal.trouble).toBe('in-use')
    expect(journal.settings).toEqual(defaultSettings)
    expect(() => journal.forReading()).toThrow(expect.objectContaining({ code: 'in-use' }))
    await expect(journal.forWriting()).rejects.toMatchObject({ code: 'in-use' })
  })

  test('that fails for a reason nobody foresaw is "unexpected", with the reason for the log', async () => {
    const journal = createJournal(opener(new TypeError('a fault of ours')).open)
    await journal.tryOpen()
    expect(journal.trouble).toBe('unexpected')
    expect(() => journal.forReading()).toThrow(expect.objectContaining({ cause: expect.any(TypeError) }))
  })

  test('is tried again by the next who writes: a disk that came back is used at once', async () => {
    const back = fakeJournal([], { ...defaultSettings, theme: 'dark' })
    const journal = createJournal(opener(new Failure('folder-missing', 'made up'), back).open)
    await journal.tryOpen()
    await expect(journal.forWriting()).resolves.toBe(back)
    expect(journal.trouble).toBeNull()
    expect(journal.settings.theme).toBe('dark')
  })

  test('nothing can be read before the first attempt', () => {
    const journal = createJournal(opener(fakeJournal()).open)
    expect(() => journal.forReading()).toThrow(Failure)
  })
})

describe('closing', () => {
  test('closes one that is just being opened', async () => {
    const opened = fakeJournal()
    const slow = gate()
    const journal = createJournal(async () => {
      await slow.opened
      return opened
    })
    const opening = journal.tryOpen()
    const closing = journal.close()
    slow.open()
    await Promise.all([opening, closing])
    expect(opened.closed()).toBe(1)
    expect(() => journal.forReading()).toThrow(Failure)
  })

  test('one that was never opened is nothing', async () => {
    await expect(createJournal(opener(fakeJournal()).open).close()).resolves.toBeUndefined()
  })

  test('is over also when letting go of the lock fails', async () => {
    const opened = { ...fakeJournal(), close: () => Promise.reject(new Failure('disk-error', 'made up')) }
    const journal = createJournal(opener(opened).open)
    await journal.tryOpen()
    await expect(journal.close()).rejects.toMatchObject({ code: 'disk-error' })
    expect(() => journal.forReading()).toThrow(Failure)
  })
})

describe('while it has to stay closed', () => {
  test('whoever writes waits, and gets the journal that is there afterwards', async () => {
    const [before, after] = [fakeJournal(), fakeJournal()]
    const { open, attempts } = opener(before, after)
    const journal = createJournal(open)
    await journal.tryOpen()
    const work = gate()
    const moving = journal.whileClosed(() => work.opened)
    let written: OpenJournal | null = null
    const writing = journal.forWriting().then((opened) => {
      written = opened
    })
    await Promise.resolve()
    expect(written).toBeNull()
    expect(attempts()).toBe(1)
    work.open()
    await Promise.all([moving, writing])
    expect(written).toBe(after)
    expect(before.closed()).toBe(1)
  })

  test('work that fails says so, and the journal opens again', async () => {
    const [before, again] = [fakeJournal(), fakeJournal()]
    const journal = createJournal(opener(before, again).open)
    await journal.tryOpen()
    const failing = journal.whileClosed(() => Promise.reject(new Failure('not-empty', 'made up')))
    await expect(failing).rejects.toMatchObject({ code: 'not-empty' })
    await expect(journal.forWriting()).resolves.toBe(again)
  })
})
