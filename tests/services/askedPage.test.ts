import { expect, test, vi } from 'vitest'
import { createAsked } from '../../src/main/services/askedPage'

test('what is asked before there is a page is shown by the first one, once', () => {
  const tell = vi.fn()
  const asked = createAsked(tell)
  asked.ask({ template: 'weekly', isNew: true })
  asked.ask({ template: 'daily', isNew: true })
  expect(asked.pageBegan()).toEqual({ template: 'daily', isNew: true })
  asked.pageEnded()
  expect(asked.pageBegan()).toBeNull()
  expect(tell).not.toHaveBeenCalled()
})

test('a page that is there is told', () => {
  const tell = vi.fn()
  const asked = createAsked(tell)
  expect(asked.pageBegan()).toBeNull()
  asked.ask({ template: null, isNew: false })
  expect(tell).toHaveBeenCalledExactlyOnceWith({ template: null, isNew: false })
})

test('between two pages it waits for the next', () => {
  const tell = vi.fn()
  const asked = createAsked(tell)
  asked.pageBegan()
  asked.pageEnded()
  asked.ask({ template: 'decision', isNew: false })
  expect(tell).not.toHaveBeenCalled()
  expect(asked.pageBegan()).toEqual({ template: 'decision', isNew: false })
})
