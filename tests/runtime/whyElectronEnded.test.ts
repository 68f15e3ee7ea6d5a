import { describe, expect, test } from 'vitest'
import { whyElectronEnded } from '../../scripts/runtime/whyElectronEnded'

const why = (code: number, line: string, lasted = 300) => whyElectronEnded({ code, lines: ['noise', line], lasted })

describe('what Electron lacks is said with the way to get it', () => {
  test.each([
    [
      127,
      'electron: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file',
      '"libnss3" (Debian',
    ],
    [127, 'error while loading shared libraries: libgtk-3.so.0: cannot open shared object file', '"gtk3" (Fedora)'],
    [127, 'error while loading shared libraries: libodd-1.so.7: cannot open shared object file', 'needs libodd-1.so.7'],
    [
      133,
      '[7:0101/120000.1:FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc:129] No usable sandbox!',
      'user namespaces',
    ],
    [
      133,
      '[7:FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found, but is not configured',
      'user namespaces',
    ],
    [139, '[7:ERROR:ui/ozone/platform/x11/ozone_platform_x11.cc:257] Missing X server or $DISPLAY', 'display'],
    [133, '[7:ERROR:base/i18n/icu_util.cc:232] Invalid file descriptor to ICU data received.', 'not whole'],
    [127, 'spawn /x/electron EACCES', 'not whole'],
    [127, 'spawn /x/electron ENOENT', 'glibc'],
    [134, 'something new', 'code 134'],
  ])('%i: %s', (code, line, part) => {
    const sentence = why(code, line) ?? ''
    expect(sentence).toContain(part)
    expect(sentence).not.toContain('\n')
  })
})

test('an end with another cause is none of these', () => {
  expect(why(0, 'Missing X server')).toBeNull()
  expect(why(1, 'throughline: Nothing was checked.')).toBeNull()
  // After a while of use.
  expect(why(139, 'something new', 60_000)).toBeNull()
})
