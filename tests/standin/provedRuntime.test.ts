/** Which runtime journeys get: the one that has proved them, and no other is looked for or fetched. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseProvedRuntime } from '../../scripts/runtime/chooseProvedRuntime'
import { findRuntime } from '../../scripts/runtime/runtime'

let dist: string
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'throughline-dist-'))
  writeFileSync(join(dist, 'electron'), '')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dist)
  vi.stubEnv('THROUGHLINE_RUNTIME', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dist, { recursive: true })
})

test('the stand-in, also where Electron is there', async () => {
  expect((await findRuntime()).kind).toBe('electron')
  chooseProvedRuntime()
  expect((await findRuntime()).kind).toBe('stand-in')
})

test('Electron, where it is asked for', async () => {
  vi.stubEnv('THROUGHLINE_RUNTIME', 'electron')
  chooseProvedRuntime()
  expect((await findRuntime()).kind).toBe('electron')
})
