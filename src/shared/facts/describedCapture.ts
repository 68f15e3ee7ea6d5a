/** What a search has to know of a capture: a text without title or question. */
import type { Capture } from '../domain/capture/capture'
import { captureRow } from '../domain/capture/captureRow'
import type { Searchable } from '../domain/search/search'
import { factsOfText, searchFacts } from './writtenFacts'

export function describedCapture(capture: Capture): Searchable {
  return {
    row: captureRow(capture),
    sections: [{ question: null, practice: null, text: capture.text }],
    facts: searchFacts([factsOfText(''), factsOfText(capture.text)]),
  }
}
