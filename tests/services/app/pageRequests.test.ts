import { expect, test, vi } from 'vitest'
import { createPageRequests } from '../../../src/main/services/app/pageRequests'

function made() {
  const tell = { page: vi.fn(), command: vi.fn() }
  return { tell, asked: createPageRequests(tell) }
}

const nothing = { page: null, command: null }

test('what is asked before there is a page is shown by the first one, once', () => {
  const { tell, asked } = made()
  asked.ask({ page: { template: 'weekly', isNew: true } })
  asked.ask({ page: { template: 'daily', isNew: true } })
  asked.ask({ command: 'reminders' })
  asked.ask({})
  expect(asked.pageBegan()).toEqual({ page: { template: 'daily', isNew: true }, command: 'reminders' })
  asked.pageEnded()
  expect(asked.pageBegan()).toEqual(nothing)
  expect(tell.page).not.toHaveBeenCalled()
  expect(tell.command).not.toHaveBeenCalled()
})

test('a page that is there is told', () => {
  const { tell, asked } = made()
  expect(asked.pageBegan()).toEqual(nothing)
  asked.ask({ page: { template: null, isNew: false } })
  expect(tell.page).toHaveBeenCalledExactlyOnceWith({ template: null, isNew: false })
  expect(tell.command).not.toHaveBeenCalled()
  asked.ask({ command: 'reminders' })
  expect(tell.command).toHaveBeenCalledExactlyOnceWith('reminders')
  expect(tell.page).toHaveBeenCalledOnce()
})

test('between two pages it waits for the next', () => {
  const { tell, asked } = made()
  asked.pageBegan()
  asked.pageEnded()
  asked.ask({ page: { template: 'decision', isNew: false }, command: 'reminders' })
  expect(tell.page).not.toHaveBeenCalled()
  expect(asked.pageBegan()).toEqual({ page: { template: 'decision', isNew: false }, command: 'reminders' })
})
