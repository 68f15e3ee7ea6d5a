/// <reference types="vite/client" />
/** All files of this room share one page and its modules: each leaves globals, clocks, stores and the document as it found them. */
import { afterAll, vi } from 'vitest'
import type { StoreApi } from 'zustand'

const modules = import.meta.glob<Record<string, unknown>>('../../src/renderer/state/**/*.ts', { eager: true })
const stores = Object.values(modules).flatMap((module) => Object.values(module).filter(isStore))

afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  for (const store of stores) store.setState(store.getInitialState(), true)
  document.getSelection()?.removeAllRanges()
  document.body.replaceChildren()
})

function isStore(value: unknown): value is StoreApi<unknown> {
  return typeof value === 'function' && 'getInitialState' in value && 'setState' in value
}
