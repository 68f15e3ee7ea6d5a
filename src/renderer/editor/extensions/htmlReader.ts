/** Reads pasted HTML, and says so where only its words could be read. Its parser is large and seldom needed at once: it is loaded after the first paint. */
import type { AnswerDocument } from '#shared/document/document'
import { messages } from '#shared/messages/messages'
import { showToast } from '../../state/toastStore'

export type HtmlReader = (html: string) => AnswerDocument

let reader: HtmlReader | undefined

export function loadedHtmlReader(): HtmlReader | undefined {
  return reader
}

export async function loadHtmlReader(): Promise<HtmlReader> {
  const { fromHtml } = await import('#shared/document/html/fromHtml')
  reader = (html) => {
    const { document, wordsOnly } = fromHtml(html)
    if (wordsOnly) showToast(messages.writing.pastedAsText)
    return document
  }
  return reader
}
