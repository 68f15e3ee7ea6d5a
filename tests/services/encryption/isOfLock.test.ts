/** What stops a save, and words can be left for the journal all the same. */
import { expect, test } from 'vitest'
import { Failure, failureCodes } from '#shared/domain/failure'
import { isOfLock } from '../../../src/main/services/encryption/isOfLock'

test('a lock that is closed, gone, damaged, half there, of another device or of a newer version stops no capture; a full disk does', () => {
  expect(failureCodes.filter((code) => isOfLock(new Failure(code, 'a test')))).toEqual([
    'newer-schema',
    'being-written',
    'locked',
    'lock-changed',
    'lock-gone',
    'key-damaged',
    'key-missing',
  ])
  expect(isOfLock(new Error('locked'))).toBe(false)
})
