/** Searches for what something on the page stands for: a name, a link’s words. */
import { flushSync } from 'react-dom'
import { sayFailure } from '../sayFailure'
import { focusSearch } from './focusSearch'
import { useLayout } from './layoutStore'
import { setQuery } from './railStore'

/** Puts a query into the search, and the caret behind it. */
export function searchFor(query: string): void {
  flushSync(() => {
    useLayout.setState({ rail: true, focusMode: false })
    setQuery(query)
  })
  void focusSearch().catch(sayFailure)
}
