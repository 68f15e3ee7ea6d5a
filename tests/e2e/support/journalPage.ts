/** The journal's page as a person uses it. */
import type { Locator, Page } from '@playwright/test'
import { messages } from '../../../src/shared/messages/messages'
import type { JournalApp } from './journalApp'
import { expect } from './launch'

export class JournalPage {
  constructor(readonly window: Page) {}

  /** The page of the running app, once it can be written on. */
  static async of(app: JournalApp): Promise<JournalPage> {
    const page = new JournalPage(await app.window('Throughline'))
    await expect(page.answer(0)).toBeVisible()
    await expect(page.window.locator('[contenteditable="true"]:focus')).toHaveCount(1)
    return page
  }

  get heading(): Locator {
    return this.window.getByRole('heading', { level: 1 })
  }

  get questions(): Locator {
    return this.window.locator('article').getByRole('heading', { level: 2 })
  }

  answer(at: number): Locator {
    return this.window.locator('[contenteditable="true"]').nth(at)
  }

  /** Types where the caret is. */
  async type(words: string): Promise<void> {
    await this.window.keyboard.type(words)
  }

  /** Pastes where the caret is, as another program left it on the clipboard. */
  async paste(data: Readonly<Record<string, string>>): Promise<void> {
    await this.window.evaluate((formats) => {
      const clipboardData = new DataTransfer()
      for (const [format, value] of Object.entries(formats)) clipboardData.setData(format, value)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    }, data)
  }

  /** What another program that takes plain text would get of what is selected. */
  async copiedText(): Promise<string> {
    return this.window.evaluate(() => {
      const clipboardData = new DataTransfer()
      const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
      return clipboardData.getData('text/plain')
    })
  }

  async saved(): Promise<void> {
    await expect(this.window.getByText(messages.writing.saved, { exact: true })).toBeVisible()
  }
}
