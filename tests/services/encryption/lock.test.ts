/** The lock's rules: what comes before what, and that nothing is changed when a step before it fails. */
import { beforeEach, describe, expect, test } from 'vitest'
import { Failure } from '#shared/domain/failure'
import type { KeychainKey } from '../../../src/main/services/encryption/keychainKey'
import { createLock } from '../../../src/main/services/encryption/lock'
import type { LockNeeds } from '../../../src/main/services/encryption/lockNeeds'
import type { Seal } from '../../../src/main/services/ports/seal'

const code = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV'

/** Every step in the order in which it was taken; those named in `fails` fail. */
function made(state: 'none' | 'locked' | 'unlocked' = 'none') {
  const steps: string[] = []
  const fails = new Map<string, Failure>()
  const now = {
    state,
    isKnownHere: false,
    unsaved: 0,
    holdsWords: false,
    isLastKey: false,
    isOverwritten: false,
    isOld: false,
    isOther: false,
    hasOtherLock: false,
    former: '',
    backedUp: null as string | null,
    refusal: null as string | null,
  }
  /** Resolves when the keychain, or the person it asks, does. */
  const answers = { keychain: Promise.resolve() }
  const step = async (name: string) => {
    steps.push(name)
    const failure = fails.get(name)
    if (failure) throw failure
  }
  const seal: Seal = {
    async look() {
      const failure = fails.get('look')
      if (failure) throw failure
      if (now.state !== 'unlocked') now.isKnownHere = false
      return now.state
    },
    prepare: async (passphrase) => ({
      code,
      isCode: (typed) => typed === code,
      async turnOn() {
        await step(`turn on ${passphrase}`)
        now.state = 'unlocked'
        return { left: 3 }
      },
      forget: () => void steps.push('forget the prepared'),
    }),
    verify: (passphrase) => step(`verify ${passphrase}`),
    async turnOff(passphrase) {
      await step(`turn off ${passphrase}`)
      now.state = 'none'
    },
    async unlock(passphrase) {
      await step(`unlock ${passphrase}`)
      now.state = 'unlocked'
    },
    async recover(typed, passphrase) {
      await step(`recover ${typed} ${passphrase}`)
      now.state = 'unlocked'
    },
    changePassphrase: (old, next) => step(`change ${old} ${next}`),
    newCode: async () => ({ code, isCode: (typed) => typed === code, keep: () => step('keep the code') }),
    verifyWaiting: (typed) => step(`verify ${typed}`),
    async openWaiting(typed) {
      await step(`open with ${typed}`)
      return { opened: 2, left: 0 }
    },
    holdsKey: () => now.isKnownHere || now.state === 'unlocked',
    id: async () => 'lock 1',
    isOther: async () => now.isOther,
    copyKey: () => 'the key',
    async unlockWithKey(key) {
      await step(`unlock with ${key}`)
      now.state = 'unlocked'
    },
    forget() {
      steps.push('forget')
      now.state = 'locked'
    },
    overwriteKey() {
      if (now.isLastKey || now.isOverwritten) return
      steps.push('overwrite')
      now.isOverwritten = true
    },
    isKeyOverwritten: () => now.isOverwritten,
    needsMigration: () => now.isOld,
    async migrate() {
      await step('migrate')
      now.isOld = false
    },
  }
  const keychainKey: KeychainKey = {
    isOf: () => false,
    canKeep: async () => true,
    async keep(id, key) {
      await step(`keep ${key} of ${id}`)
      await answers.keychain
    },
    async read(id) {
      await step(`read the key of ${id}`)
      await answers.keychain
      return 'the kept key'
    },
    forget: () => step('forget the kept key'),
  }
  const needs: LockNeeds = {
    seal,
    keychainKey,
    isOpen: () => now.state !== 'locked',
    hasOtherLock: async () => now.hasOtherLock,
    holdsWords: () => now.holdsWords,
    async withoutBackups(work) {
      steps.push('hold backups')
      try {
        return await work()
      } finally {
        steps.push('back up again')
      }
    },
    async closedFor(work) {
      await step('close')
      await work()
      steps.push('open')
    },
    async flush() {
      await step('flush')
      return now.unsaved
    },
    backUp: (reason) => step(reason === 'lock' ? 'back up' : `back up for the ${reason}`),
    forgetIndex() {
      steps.push('forget the index')
      const failure = fails.get('forget the index')
      if (failure) throw failure
    },
    keepShown: () => step('keep what is shown'),
    locking: () => step('locking'),
    locked: () => void steps.push('locked'),
    unsealing: () => step('unsealing'),
    unlocked: () => step('unlocked'),
    beginAnew: () => step('begin anew'),
    migration: {
      isBackedUp: (lock) => now.backedUp === lock,
      async backedUp(lock) {
        now.backedUp = lock
      },
      refused: (code) => {
        now.refusal = code
      },
    },
    giveKnown: () => step('the known lock is over'),
    former: {
      waits: async () => now.former !== '',
      async open(passphrase) {
        await step(`open what waits with ${passphrase}`)
        if (passphrase !== now.former) throw new Failure('wrong-passphrase', 'made up')
        now.former = ''
      },
    },
    progressed: () => undefined,
    failed: (error) => void steps.push(`failed ${error instanceof Failure ? error.code : error}`),
  }
  return { lock: createLock(needs), steps, fails, now, answers }
}

describe('unlocking a journal in the form of before', () => {
  test.each(['unlock', 'recover', 'unlock here'] as const)('migrates it behind a backup: %s', async (way) => {
    const { lock, steps, now } = made('locked')
    now.isOld = true
    if (way === 'unlock') await lock.unlock('secret')
    else if (way === 'recover') await lock.recover(code, 'secret')
    else await lock.unlockHere()
    const begin = steps.indexOf('unlocked') + 1
    const held = ['hold backups', 'close', 'migrate', 'open', 'back up again']
    expect(steps.slice(begin)).toEqual(['flush', 'back up for the migration', ...held])
    const length = steps.length
    await lock.unlock('secret')
    expect(steps.slice(length)).not.toContain('migrate')
  })

  test('leaves it as it is without a backup, and opens it all the same', async () => {
    const { lock, steps, fails, now } = made('locked')
    now.isOld = true
    fails.set('back up for the migration', new Failure('no-room', 'full'))
    expect(await lock.unlock('secret')).toBe(null)
    expect(steps).not.toContain('migrate')
    expect(steps.at(-1)).toBe('failed no-room')
    expect(await lock.read()).toMatchObject({ isLocked: false })
  })

  test('leaves it open when its disk refuses', async () => {
    const { lock, steps, fails, now } = made('locked')
    now.isOld = true
    fails.set('migrate', new Failure('disk-error', 'EIO'))
    expect(await lock.unlock('secret')).toBe(null)
    expect(steps.at(-1)).toBe('failed disk-error')
    // Until the next start it is not tried again, and said again.
    const length = steps.length
    now.refusal = null
    await lock.unlock('secret')
    expect(steps.slice(length)).not.toContain('migrate')
    expect(now.refusal).toBe('disk-error')
  })

  test('is refused behind one backup, however often it is tried, and said until it is done', async () => {
    const { lock, steps, fails, now } = made('locked')
    now.isOld = true
    fails.set('migrate', new Failure('disk-error', 'EIO'))
    await lock.unlock('secret')
    expect([now.backedUp, now.refusal]).toEqual(['lock 1', 'disk-error'])
    await expect(lock.migrate()).rejects.toMatchObject({ code: 'disk-error' })
    expect(steps.filter((step) => step === 'back up for the migration')).toHaveLength(1)
    fails.clear()
    await lock.migrate()
    expect(steps.filter((step) => step === 'back up for the migration')).toHaveLength(1)
    expect([now.isOld, now.backedUp, now.refusal]).toEqual([false, null, null])
    const length = steps.length
    await lock.migrate()
    expect(steps.slice(length)).toEqual([])
  })
})

describe('turning it on', () => {
  test('is after words are saved and a backup is made, with the code typed back', async () => {
    const { lock, steps } = made()
    expect(await lock.prepare('secret')).toEqual({ code })
    expect(await lock.turnOn(code)).toEqual({ left: 3 })
    expect(steps).toEqual([
      'flush',
      'back up',
      'hold backups',
      'close',
      'forget the index',
      'turn on secret',
      'open',
      'back up again',
      'keep what is shown',
      'unlocked',
    ])
    expect(await lock.read()).toEqual({ isOn: true, isLocked: false, isKept: false, isOther: false })
  })

  test('with another code changes nothing, and can be tried again', async () => {
    const { lock, steps } = made()
    await lock.prepare('secret')
    await expect(lock.turnOn('0123')).rejects.toMatchObject({ code: 'mistyped-code' })
    expect(steps).toEqual([])
    expect(await lock.turnOn(code)).toEqual({ left: 3 })
  })

  test('without a prepared lock is refused', async () => {
    const { lock, steps } = made()
    await expect(lock.turnOn(code)).rejects.toMatchObject({ code: 'not-found' })
    expect(steps).toEqual([])
  })

  test.each(['flush', 'back up', 'close'])('is not begun when this fails: %s', async (name) => {
    const { lock, steps, fails } = made()
    fails.set(name, new Failure('disk-full', 'made up'))
    await lock.prepare('secret')
    await expect(lock.turnOn(code)).rejects.toMatchObject({ code: 'disk-full' })
    expect(steps).not.toContain('turn on secret')
    expect(await lock.read()).toEqual({ isOn: false, isLocked: false, isKept: false, isOther: false })
  })

  test('is not begun while words are not saved', async () => {
    const { lock, steps, now } = made()
    now.unsaved = 1
    await lock.prepare('secret')
    await expect(lock.turnOn(code)).rejects.toMatchObject({ code: 'conflict' })
    expect(steps).toEqual(['flush'])
  })

  test('is done also when the device can’t keep what is shown', async () => {
    const { lock, steps, fails } = made()
    fails.set('keep what is shown', new Failure('disk-full', 'made up'))
    await lock.prepare('secret')
    expect(await lock.turnOn(code)).toEqual({ left: 3 })
    expect(steps).toContain('failed disk-full')
  })

  test('a lock that was prepared before is forgotten', async () => {
    const { lock, steps } = made()
    await lock.prepare('first')
    await lock.prepare('second')
    expect(steps).toEqual(['forget the prepared'])
    await lock.turnOn(code)
    expect(steps).toContain('turn on second')
  })
})

describe('locking', () => {
  test('saves, keeps what is shown, empties the windows, and only then forgets the key', async () => {
    const { lock, steps } = made('unlocked')
    await lock.lockNow()
    expect(steps).toEqual(['flush', 'keep what is shown', 'begin anew', 'locking', 'close', 'forget', 'open', 'locked'])
    expect(await lock.read()).toEqual({ isOn: true, isLocked: true, isKept: false, isOther: false })
  })

  test.each(['none', 'locked'] as const)('does nothing where it is %s', async (state) => {
    const { lock, steps } = made(state)
    await lock.lockNow()
    expect(steps).toEqual([])
  })

  test('with words that are not saved leaves all as it is; unasked it says nothing', async () => {
    const { lock, steps, now } = made('unlocked')
    now.unsaved = 2
    await expect(lock.lockNow()).rejects.toMatchObject({ code: 'conflict' })
    await lock.lockSoon()
    expect(steps).toEqual(['flush', 'flush'])
  })

  test('unasked never throws, and its failure is heard', async () => {
    const { lock, steps, fails } = made('unlocked')
    fails.set('begin anew', new Failure('unexpected', 'made up'))
    await lock.lockSoon()
    expect(steps).toEqual(['flush', 'keep what is shown', 'begin anew', 'failed unexpected'])
  })

  test('is done also when the device can’t keep what is shown', async () => {
    const { lock, steps, fails } = made('unlocked')
    fails.set('keep what is shown', new Failure('disk-full', 'made up'))
    await lock.lockNow()
    expect(steps).toContain('failed disk-full')
    expect(steps).toContain('forget')
  })

  test('is done also while the disk is away', async () => {
    const { lock, steps, fails } = made('unlocked')
    fails.set('look', new Failure('folder-missing', 'made up'))
    await lock.lockSoon()
    expect(steps).toContain('forget')
  })

  test('not where there is no key to forget', async () => {
    const { lock, steps, fails } = made('none')
    fails.set('look', new Failure('disk-error', 'made up'))
    await expect(lock.lockNow()).rejects.toMatchObject({ code: 'disk-error' })
    expect(steps).toEqual([])
  })

  test.each(['key-damaged', 'key-missing', 'being-written'] as const)(
    'not while the key held may be the last: %s',
    async (code) => {
      const { lock, steps, fails } = made('unlocked')
      fails.set('look', new Failure(code, 'made up'))
      await expect(lock.lockNow()).rejects.toMatchObject({ code })
      expect(steps).toEqual([])
    },
  )

  describe('before the machine sleeps', () => {
    test('overwrites the key before it returns, and does the rest after', async () => {
      const { lock, steps } = made('unlocked')
      const locked = lock.lockAtOnce()
      expect(steps).toEqual(['overwrite'])
      await locked
      expect(steps).toEqual([
        'overwrite',
        ...['flush', 'keep what is shown', 'begin anew', 'locking', 'close', 'forget', 'open', 'locked'],
      ])
    })

    test('overwrites it also while an earlier locking is under way', async () => {
      const { lock, steps } = made('unlocked')
      const earlier = lock.lockSoon()
      await Promise.resolve()
      const locked = lock.lockAtOnce()
      expect(steps).toContain('overwrite')
      expect(steps).not.toContain('forget')
      await Promise.all([earlier, locked])
      expect(steps.filter((step) => step === 'forget')).toHaveLength(1)
    })

    test('keeps it for words that are not on the disk, and overwrites it as soon as they are', async () => {
      const { lock, steps, now } = made('unlocked')
      now.holdsWords = true
      const locked = lock.lockAtOnce()
      expect(steps).toEqual([])
      now.holdsWords = false
      await locked
      expect(steps.slice(0, 3)).toEqual(['flush', 'overwrite', 'keep what is shown'])
    })

    test('keeps it where it may be the last, and all stays open', async () => {
      const { lock, steps, now, fails } = made('unlocked')
      now.isLastKey = true
      fails.set('look', new Failure('key-damaged', 'made up'))
      await lock.lockAtOnce()
      expect(steps).toEqual(['failed key-damaged'])
    })

    test('goes on without a key file once the key is gone: nothing is held back for it any more', async () => {
      const { lock, steps, fails } = made('unlocked')
      const locked = lock.lockAtOnce()
      fails.set('look', new Failure('key-missing', 'made up'))
      await locked
      expect(steps).toContain('forget')
    })

    test('keeps it while the lock is being changed', async () => {
      const { lock, steps } = made('unlocked')
      const changed = lock.turnOff('secret')
      await Promise.resolve()
      expect(steps).toEqual(['verify secret'])
      const locked = lock.lockAtOnce()
      await Promise.all([changed, locked])
      expect(steps).not.toContain('overwrite')
    })

    test('shows no lock over words that could not even be kept as a draft', async () => {
      const { lock, steps, now } = made('unlocked')
      now.unsaved = 1
      await lock.lockAtOnce()
      expect(steps).toEqual(['overwrite', 'flush'])
    })
  })

  test('a page that asks meanwhile waits until it is over', async () => {
    const { lock, steps } = made('unlocked')
    const locked = lock.lockNow()
    await lock.settled()
    expect(steps).toContain('forget')
    await locked
  })
})

describe('the ways in and out', () => {
  let given: ReturnType<typeof made>
  beforeEach(() => {
    given = made('locked')
  })

  test('unlocking', async () => {
    await given.lock.unlock('secret')
    expect(given.steps).toEqual(['close', 'unlock secret', 'open', 'keep what is shown', 'unlocked'])
  })

  test('a wrong passphrase is told and changes nothing', async () => {
    given.fails.set('unlock secret', new Failure('wrong-passphrase', 'made up'))
    await expect(given.lock.unlock('secret')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(await given.lock.read()).toEqual({ isOn: true, isLocked: true, isKept: false, isOther: false })
  })

  test('the recovery code', async () => {
    await given.lock.recover(code, 'next')
    expect(given.steps).toContain(`recover ${code} next`)
  })

  test('turning it off is after a backup', async () => {
    const { lock, steps } = made('unlocked')
    await lock.turnOff('secret')
    expect(steps.slice(0, 10)).toEqual([
      'verify secret',
      'flush',
      'back up',
      'unsealing',
      'hold backups',
      'close',
      'forget the index',
      'turn off secret',
      'open',
      'back up again',
    ])
    expect(steps).toContain('unlocked')
  })

  test.each(['unsealing', 'close', 'turn off secret'])(
    'what lay open for it is sealed again when it fails: %s',
    async (name) => {
      const { lock, steps, fails } = made('unlocked')
      fails.set(name, new Failure('disk-full', 'made up'))
      await expect(lock.turnOff('secret')).rejects.toMatchObject({ code: 'disk-full' })
      expect(steps.indexOf('unlocked')).toBeGreaterThan(steps.indexOf(name))
      expect(await lock.read()).toMatchObject({ isOn: true })
    },
  )

  test('it is not turned off when there is no backup', async () => {
    const { lock, steps, fails } = made('unlocked')
    fails.set('back up', new Failure('disk-full', 'made up'))
    await expect(lock.turnOff('secret')).rejects.toMatchObject({ code: 'disk-full' })
    expect(steps).toEqual(['verify secret', 'flush', 'back up'])
  })

  test('a wrong passphrase makes no backup and closes nothing', async () => {
    const { lock, steps, fails } = made('unlocked')
    fails.set('verify guessed', new Failure('wrong-passphrase', 'made up'))
    await expect(lock.turnOff('guessed')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    await expect(lock.changePassphrase('guessed', 'next')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(steps).toEqual(['verify guessed', 'verify guessed'])
  })

  test('another passphrase counts also when there is no backup', async () => {
    const { lock, steps, fails } = made('unlocked')
    fails.set('back up', new Failure('no-room', 'made up'))
    await lock.changePassphrase('secret', 'next')
    expect(steps).toEqual([
      'verify secret',
      'flush',
      'back up',
      'failed no-room',
      'close',
      'change secret next',
      'open',
    ])
  })

  test('a new code counts once it is typed back', async () => {
    const { lock, steps } = made('unlocked')
    await expect(lock.keepCode(code)).rejects.toMatchObject({ code: 'not-found' })
    await lock.newCode('secret')
    await expect(lock.keepCode('0123')).rejects.toMatchObject({ code: 'mistyped-code' })
    expect(steps).toEqual([])
    await lock.keepCode(code)
    expect(steps).toEqual(['flush', 'back up', 'close', 'keep the code', 'open'])
  })
})

describe('the key that this computer keeps', () => {
  test('is kept with the passphrase only', async () => {
    const { lock, steps, fails } = made('unlocked')
    await lock.keepKey('secret')
    expect(steps).toEqual(['verify secret', 'keep the key of lock 1'])
    fails.set('verify guessed', new Failure('wrong-passphrase', 'made up'))
    await expect(lock.keepKey('guessed')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(steps.slice(2)).toEqual(['verify guessed'])
  })

  test('unlocks, when somebody asks for it', async () => {
    const { lock, steps } = made('locked')
    await lock.unlockHere()
    expect(steps).toEqual([
      'read the key of lock 1',
      'close',
      'unlock with the kept key',
      'open',
      'keep what is shown',
      'unlocked',
    ])
  })

  test('is thrown away when it does not fit, and only then', async () => {
    const { lock, steps, fails } = made('locked')
    fails.set('unlock with the kept key', new Failure('in-use', 'made up'))
    await expect(lock.unlockHere()).rejects.toMatchObject({ code: 'in-use' })
    expect(steps).not.toContain('forget the kept key')
    fails.set('unlock with the kept key', new Failure('wrong-kept-key', 'made up'))
    await expect(lock.unlockHere()).rejects.toMatchObject({ code: 'wrong-kept-key' })
    expect(steps).toContain('forget the kept key')
  })

  test('is waited for by nothing else: locking and the passphrase go on while the keychain is asked', async () => {
    const { lock, steps, answers } = made('unlocked')
    let answer = () => {}
    answers.keychain = new Promise((resolve) => {
      answer = resolve
    })
    const kept = lock.keepKey('secret')
    await lock.lockNow()
    expect(steps).toContain('forget')
    const opened = lock.unlockHere()
    await lock.unlock('secret')
    expect(await lock.read()).toMatchObject({ isLocked: false })
    answer()
    await Promise.all([kept, opened])
    // It was open by then.
    expect(steps).not.toContain('unlock with the kept key')
  })

  test('does not outlast a lock that is taken away while the keychain is asked', async () => {
    const { lock, steps, answers } = made('unlocked')
    let answer = () => {}
    answers.keychain = new Promise((resolve) => {
      answer = resolve
    })
    const kept = lock.keepKey('secret')
    await lock.turnOff('secret')
    answer()
    await kept
    expect(steps.filter((name) => name === 'forget the kept key')).toHaveLength(2)
  })

  test('goes with the lock', async () => {
    const { lock, steps } = made('unlocked')
    await lock.turnOff('secret')
    expect(steps).toContain('forget the kept key')
  })
})

describe('what another lock sealed', () => {
  test('is opened with the journal closed, and the index is made anew', async () => {
    const { lock, steps } = made('unlocked')
    expect(await lock.openWaiting('the other one')).toEqual({ opened: 2, left: 0 })
    expect(steps).toEqual([
      'verify the other one',
      'flush',
      'hold backups',
      'close',
      'open with the other one',
      'forget the index',
      'open',
      'back up again',
      'keep what is shown',
      'unlocked',
    ])
  })

  test('is opened with what waits on this device, where one passphrase serves both', async () => {
    const { lock, steps, now } = made('unlocked')
    now.former = 'the other one'
    await lock.openWaiting('the other one')
    expect(steps.at(-1)).toBe('open what waits with the other one')
  })

  test('with a wrong passphrase it waits, with the journal open; words that are not saved keep it from being tried', async () => {
    const { lock, steps, fails, now } = made('unlocked')
    fails.set('verify guessed', new Failure('wrong-passphrase', 'made up'))
    await expect(lock.openWaiting('guessed')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(steps).toEqual(['verify guessed'])
    now.unsaved = 1
    await expect(lock.openWaiting('the other one')).rejects.toMatchObject({ code: 'conflict' })
    expect(steps).not.toContain('open with the other one')
  })
})

describe('a lock that another device turned on or off', () => {
  const reopening = ['flush', 'begin anew', 'close', 'forget the index', 'open']

  test('is met by opening the journal again, its pages first', async () => {
    const { lock, steps, now } = made('none')
    now.state = 'locked'
    await lock.reopen()
    expect(steps).toEqual([...reopening, 'locked'])
  })

  test('is met also when the index can’t be taken away', async () => {
    const { lock, steps, fails, now } = made('none')
    now.state = 'locked'
    fails.set('forget the index', new Failure('disk-error', 'made up'))
    await lock.reopen()
    expect(steps).toEqual([...reopening.slice(0, -1), 'failed disk-error', 'open', 'locked'])
  })

  test('begins nothing anew where the files have the lock that they had', async () => {
    const { lock, steps } = made('none')
    await lock.reopen()
    expect(steps).toEqual([])
  })

  test('keeps the page that holds words nowhere else', async () => {
    const { lock, steps, now } = made('none')
    now.hasOtherLock = true
    now.unsaved = 1
    await expect(lock.reopen()).rejects.toMatchObject({ code: 'conflict' })
    expect(steps).toEqual(['flush'])
  })

  test('is looked for, and interrupts nobody who writes', async () => {
    const { lock, steps, now } = made('unlocked')
    await lock.reopenIfChanged()
    now.isKnownHere = true
    now.state = 'none'
    now.holdsWords = true
    await lock.reopenIfChanged()
    expect(steps).toEqual([])
    now.holdsWords = false
    await lock.reopenIfChanged()
    expect(steps).toEqual([...reopening, 'keep what is shown', 'unlocked'])
  })

  test('is found also after another look at it, which has forgotten the key', async () => {
    const { lock, steps, now } = made('none')
    now.isKnownHere = true
    now.hasOtherLock = true
    await lock.read()
    await lock.reopenIfChanged()
    expect(steps).toEqual([...reopening, 'keep what is shown', 'unlocked'])
  })
})

describe('another lock than the one that is known', () => {
  test('is told, and opens with its passphrase, with which what waits is opened as well', async () => {
    const { lock, steps, now } = made('locked')
    now.isOther = true
    now.former = 'secret'
    expect(await lock.read()).toMatchObject({ isLocked: true, isOther: true })
    await lock.unlock('secret')
    expect(steps.at(-1)).toBe('open what waits with secret')
  })

  test('opens also when what waits has another passphrase, which is asked for', async () => {
    const { lock, steps, now } = made('locked')
    now.former = 'the one of before'
    await lock.unlock('secret')
    await expect(lock.openFormer('guessed')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    await lock.openFormer('the one of before')
    expect(steps.slice(-2)).toEqual(['open what waits with guessed', 'open what waits with the one of before'])
  })

  test('that is gone on purpose is over while the journal is closed, and then it opens', async () => {
    const { lock, steps } = made('none')
    await lock.acceptGone()
    expect(steps).toEqual(['close', 'the known lock is over', 'open', 'keep what is shown', 'unlocked'])
  })
})
