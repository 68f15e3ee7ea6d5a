/** Reads pasted HTML. Its parser is large and seldom needed at once: it is loaded after the first paint. */
import type { AnswerDocument } from '#shared/document/document'

export type HtmlReader = (html: string) => AnswerDocument

let reader: HtmlReader | undefined

export function loadedHtmlReader(): HtmlReader | undefined {
  return reader
}

export async function loadHtmlReader(): Promise<HtmlReader> {
  const { fromHtml } = await import('#shared/document/fromHtml')
  reader = fromHtml
  return fromHtml
}
