import { expect, test, vi } from 'vitest'
import { createAsked } from '../../src/main/services/askedPage'

test('what is asked before there is a page is shown by the first one, once', () => {
  const tell = vi.fn()
  const asked = createAsked(tell)
  asked.ask({ template: 'weekly' })
  asked.ask({ template: 'daily' })
  expect(asked.pageBegan()).toEqual({ template: 'daily' })
  asked.pageEnded()
  expect(asked.pageBegan()).toBeNull()
  expect(tell).not.toHaveBeenCalled()
})

test('a page that is there is told', () => {
  const tell = vi.fn()
  const asked = createAsked(tell)
  expect(asked.pageBegan()).toBeNull()
  asked.ask({ template: null })
  expect(tell).toHaveBeenCalledExactlyOnceWith({ template: null })
})

test('between two pages it waits for the next', () => {
  const tell = vi.fn()
  const asked = createAsked(tell)
  asked.pageBegan()
  asked.pageEnded()
  asked.ask({ template: 'decision' })
  expect(tell).not.toHaveBeenCalled()
  expect(asked.pageBegan()).toEqual({ template: 'decision' })
})
