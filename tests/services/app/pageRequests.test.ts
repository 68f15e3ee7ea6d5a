import { expect, test, vi } from 'vitest'
import { createPageRequests } from '../../../src/main/services/app/pageRequests'

function made() {
  const emit = { page: vi.fn(), command: vi.fn() }
  return { emit, asked: createPageRequests(emit) }
}

const nothing = { page: null, command: null }

test('what is asked before there is a page is shown by the first one, once', () => {
  const { emit, asked } = made()
  asked.ask({ page: { template: 'weekly', isNew: true } })
  asked.ask({ page: { template: 'daily', isNew: true } })
  asked.ask({ command: 'reminders' })
  asked.ask({})
  expect(asked.pageBegan()).toEqual({ page: { template: 'daily', isNew: true }, command: 'reminders' })
  asked.pageEnded()
  expect(asked.pageBegan()).toEqual(nothing)
  expect(emit.page).not.toHaveBeenCalled()
  expect(emit.command).not.toHaveBeenCalled()
})

test('a page that is there is told', () => {
  const { emit, asked } = made()
  expect(asked.pageBegan()).toEqual(nothing)
  asked.ask({ page: { template: null, isNew: false } })
  expect(emit.page).toHaveBeenCalledExactlyOnceWith({ template: null, isNew: false })
  expect(emit.command).not.toHaveBeenCalled()
  asked.ask({ command: 'reminders' })
  expect(emit.command).toHaveBeenCalledExactlyOnceWith('reminders')
  expect(emit.page).toHaveBeenCalledOnce()
})

test('between two pages it waits for the next', () => {
  const { emit, asked } = made()
  asked.pageBegan()
  asked.pageEnded()
  asked.ask({ page: { template: 'decision', isNew: false }, command: 'reminders' })
  expect(emit.page).not.toHaveBeenCalled()
  expect(asked.pageBegan()).toEqual({ page: { template: 'decision', isNew: false }, command: 'reminders' })
})
