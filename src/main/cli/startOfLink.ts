/** What a link asks of the app. */
import type { StartRequest } from '../services/app/startRequest'
import type { AppLink } from './appLink'

export const nothingAsked: StartRequest = { page: null, command: null, capture: false, hidden: false }

export function startOfLink(link: AppLink): StartRequest {
  switch (link.kind) {
    case 'today':
      return { ...nothingAsked, page: { template: null, isNew: false } }
    case 'capture':
      return { ...nothingAsked, capture: link.draft }
    default:
      return { ...nothingAsked, link }
  }
}
