import { expect, test } from 'vitest'
import { webPreferences } from '../../../src/main/windows/webPreferences'

test.each([
  ['linux', false],
  ['win32', false],
  ['darwin', true],
] as const)(
  'on %s a page gets these and no others; it checks spelling only where that needs no network',
  (platform, spellcheck) => {
    expect(webPreferences('/app/preload.cjs', platform)).toEqual({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck,
    })
  },
)
