/** Shows the page that a start of the app, the Dock or a jump list asked for, once the open one is saved. */
import { listen } from '../state/bridge'
import { showPanel } from '../state/layout/layoutStore'
import { openNew, openToday, openTodayFrom } from '../state/layout/openPageStore'
import { sayFailure } from '../state/sayFailure'

export function followPageRequests(): () => void {
  return listen('pageAsked', ({ template, isNew }) => {
    showPanel(null)
    const opening = template === null ? openToday() : isNew ? openNew(template) : openTodayFrom(template)
    void opening.catch(sayFailure)
  })
}
