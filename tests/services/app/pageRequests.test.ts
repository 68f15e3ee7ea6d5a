import { expect, test, vi } from 'vitest'
import { createPageRequests } from '../../../src/main/services/app/pageRequests'

function made() {
  const emit = { page: vi.fn(), command: vi.fn(), link: vi.fn() }
  return { emit, pageRequests: createPageRequests(emit) }
}

const nothing = { page: null, command: null, link: null }

test('what is asked before there is a page is shown by the first one, once', () => {
  const { emit, pageRequests } = made()
  pageRequests.ask({ page: { template: 'weekly', isNew: true } })
  pageRequests.ask({ page: { template: 'daily', isNew: true } })
  pageRequests.ask({ command: 'reminders' })
  pageRequests.ask({ link: { kind: 'search', query: 'ledger' } })
  pageRequests.ask({})
  expect(pageRequests.pageBegan()).toEqual({
    page: { template: 'daily', isNew: true },
    command: 'reminders',
    link: { kind: 'search', query: 'ledger' },
  })
  pageRequests.pageEnded()
  expect(pageRequests.pageBegan()).toEqual(nothing)
  expect(emit.page).not.toHaveBeenCalled()
  expect(emit.command).not.toHaveBeenCalled()
})

test('a page that is there is told', () => {
  const { emit, pageRequests } = made()
  expect(pageRequests.pageBegan()).toEqual(nothing)
  pageRequests.ask({ page: { template: null, isNew: false } })
  expect(emit.page).toHaveBeenCalledExactlyOnceWith({ template: null, isNew: false })
  expect(emit.command).not.toHaveBeenCalled()
  pageRequests.ask({ command: 'reminders' })
  expect(emit.command).toHaveBeenCalledExactlyOnceWith('reminders')
  expect(emit.page).toHaveBeenCalledOnce()
  pageRequests.ask({ link: { kind: 'search', query: 'ledger' } })
  expect(emit.link).toHaveBeenCalledExactlyOnceWith({ kind: 'search', query: 'ledger' })
})

test('between two pages it waits for the next', () => {
  const { emit, pageRequests } = made()
  pageRequests.pageBegan()
  pageRequests.pageEnded()
  pageRequests.ask({ page: { template: 'decision', isNew: false }, command: 'reminders' })
  expect(emit.page).not.toHaveBeenCalled()
  expect(pageRequests.pageBegan()).toEqual({
    page: { template: 'decision', isNew: false },
    command: 'reminders',
    link: null,
  })
})
