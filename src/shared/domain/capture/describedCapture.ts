/** What a search has to know of a capture: a text without title or question. */

import { factsOfText } from '../search/facets'
import type { Searchable } from '../search/search'
import type { Capture } from './capture'
import { captureRow } from './captureRow'

export function describedCapture(capture: Capture): Searchable {
  return {
    row: captureRow(capture),
    sections: [{ question: null, text: capture.text }],
    facts: factsOfText(capture.text),
  }
}
