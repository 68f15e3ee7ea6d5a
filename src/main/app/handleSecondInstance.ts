/** What is done about what other processes hand over: read as strictly as this one's own arguments. */
import { isAppLink, parseAppLink } from '../cli/appLink'
import { parseCommandLine } from '../cli/commandLine'
import { startOfLink } from '../cli/startOfLink'
import type { Lifecycle } from '../services/app/lifecycle'
import type { ExternalEvent } from '../system/externalEvents'

export function handleSecondInstance(event: ExternalEvent, life: Pick<Lifecycle, 'startedAgain' | 'run'>): void {
  if (event.kind === 'link') {
    const asked = parseAppLink(event.url)
    if (asked !== null) life.startedAgain(startOfLink(asked))
    return
  }
  // On its way Chromium puts words behind the switches, where they look like the text of one; the other start has refused such.
  const { verb } = parseCommandLine(event.argv.filter((argument) => argument.startsWith('-') || isAppLink(argument)))
  if (verb.kind === 'quit') life.run({ kind: 'quit' })
  // What makes no sense asks for nothing.
  else life.startedAgain(verb.kind === 'open' ? verb : null)
}
