import { expect, test } from 'vitest'
import { isOwnPage, pageAddress } from '../../../src/main/windows/pageOrigin'

test.each([pageAddress, 'app://journal/', 'app://journal/assets/index.js', 'app://journal/index.html?x#y'])(
  '%s is ours',
  (address) => {
    expect(isOwnPage(address)).toBe(true)
  },
)

test.each([
  '',
  'app:',
  'app:journal',
  'app:///journal/index.html',
  'app://journal.evil/index.html',
  'app://evil/journal',
  'app://journal:80/',
  'app://me@journal/',
  'app://me:secret@journal/',
  'app://evil@journal.evil/',
  'app://journal@evil/',
  'app://evil#@journal/',
  'app://evil\\@journal/',
  'apps://journal/',
  'xapp://journal/',
  'https://journal/',
  'https://journal.localhost/',
  'http://app/journal',
  'file:///journal/index.html',
  'data:text/html,app://journal/',
  'blob:app://journal/0190',
  'about:blank',
  'javascript:location="app://journal/"',
  ' javascript:app://journal/',
])('%j is not ours', (address) => {
  expect(isOwnPage(address)).toBe(false)
})
