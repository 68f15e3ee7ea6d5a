import type { OverviewAnswers } from '#shared/contract/overview'
import type { Overview } from '../../services/search/overview'
import type { HandlersOf } from '../serve'

export function overviewHandlers({ overview }: { readonly overview: Overview }): HandlersOf<keyof OverviewAnswers> {
  return {
    'overview.year': ({ year }) => overview.year(year),
    'overview.statistics': () => overview.statistics(),
  }
}
