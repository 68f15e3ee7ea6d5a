/** Words come from other programs and go back to them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messages } from '../../src/shared/messages/messages'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'

const { done, open } = messages.writing.checklist
const copiedFromWord = readFileSync(
  join(import.meta.dirname, '../document/fixtures/copied/wordOnlineHeadings.html'),
  'utf8',
)
const toDos =
  '<ul><li role="checkbox" aria-checked="true" aria-level="1"><p>Ask Ana</p></li>' +
  '<li role="checkbox" aria-checked="false" aria-level="1"><p>Tell Ben</p></li></ul>'

test('what Word in the browser copies keeps headings, lists and to-dos, and leaves as plain text with their signs', {
  tag: '@quick',
}, async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  await page.paste({ 'text/html': copiedFromWord + toDos, 'text/plain': 'not this' })
  const answer = page.answer(0)
  await expect(answer.locator('h1')).toHaveText(['Weekly plan', 'A numbered heading'])
  await expect(answer.locator('h2')).toHaveText('This week')
  await expect(answer.locator('ol ol li')).toHaveText('About the budget')
  await expect(answer.locator('li[data-state]')).toHaveText(['Ask Ana', 'Tell Ben'])
  await expect(answer.locator('li[data-state]').first()).toHaveAttribute('data-state', done)
  await expect(answer.locator('li[data-state]').last()).toHaveAttribute('data-state', open)
  await page.saved()

  await page.window.keyboard.press('ControlOrMeta+a')
  const text = await page.copiedText()
  expect(text).toBe(`Weekly plan
This week
Ship it.
1. Call Ana
   1. About the budget
A numbered heading
- [x] Ask Ana
- [ ] Tell Ben`)

  await page.window.keyboard.press('Tab')
  await page.paste({ 'text/plain': text })
  await expect(page.answer(1).locator('p')).toHaveText(text.split('\n'))
  await page.saved()
})
