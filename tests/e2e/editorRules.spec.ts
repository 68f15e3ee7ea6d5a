/** What the editor keeps right by itself: code stays code, signs stay signs, an address is a link. */
import { messages } from '../../src/shared/messages/messages'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'

let page: JournalPage
test.beforeEach(async ({ app }) => {
  await app.launch()
  page = await JournalPage.of(app)
})

test('what is pasted into a code block is code, and the page is saved', async ({ app }) => {
  await page.type('``` let a')
  await page.paste({
    'text/html': '<p>b <a href="https://x.example/">c</a></p><p>d</p>',
    'text/plain': '\nb c\n\n\nd',
  })
  await expect(page.answer(0).locator('code')).toHaveCount(1)
  await expect(page.answer(0).locator('a, p')).toHaveCount(0)
  await page.saved()
  await app.relaunch()
  const again = await JournalPage.of(app)
  expect(await again.answer(0).locator('code').innerText()).toBe('let a\nb c\n\n\nd')
})

test('signs within a sum stay, and go to the disk as they were typed', async ({ app }) => {
  await page.type('2*3*4 and a*b*c, but *this*')
  await expect(page.answer(0)).toHaveText('2*3*4 and a*b*c, but this')
  await expect(page.answer(0).locator('em')).toHaveText('this')
  await page.saved()
  await app.relaunch()
  await expect((await JournalPage.of(app)).answer(0)).toHaveText('2*3*4 and a*b*c, but this')
})

test('an address becomes a link; one undo gives the text back', async () => {
  const link = page.answer(0).getByRole('link')
  await page.type('See https://x.example/Rust_(game), and')
  await expect(link).toHaveText('https://x.example/Rust_(game)')
  await expect(link).toHaveAttribute('href', 'https://x.example/Rust_(game)')
  await page.window.keyboard.press('ControlOrMeta+z')
  await page.window.keyboard.press('ControlOrMeta+z')
  await expect(link).toHaveCount(0)
  await expect(page.answer(0)).toHaveText('See https://x.example/Rust_(game), ')
  await page.type('then ')
  await expect(link).toHaveCount(0)
  await page.paste({ 'text/plain': 'https://docs.example/_id_/9' })
  await expect(link).toHaveText('https://docs.example/_id_/9')
  await page.window.keyboard.press('ControlOrMeta+z')
  await expect(link).toHaveCount(0)
  await expect(page.answer(0)).toContainText('https://docs.example/_id_/9')
  await expect(page.window.getByText(messages.writing.saved, { exact: true })).toBeVisible()
})
