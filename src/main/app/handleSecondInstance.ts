/** What is done about what other processes hand over: read as strictly as this one's own arguments. */
import { isCaptureLink, parseCaptureLink } from '../cli/captureLink'
import { parseCommandLine } from '../cli/commandLine'
import type { Lifecycle } from '../services/app/lifecycle'
import type { QuickCapture } from '../services/captures/quickCapture'
import type { ExternalEvent } from '../system/externalEvents'

export function handleSecondInstance(
  event: ExternalEvent,
  life: Pick<Lifecycle, 'startedAgain' | 'run'>,
  quickCapture: Pick<QuickCapture, 'open'>,
): void {
  if (event.kind === 'link') {
    const offered = parseCaptureLink(event.url)
    if (offered !== null) quickCapture.open(offered)
    return
  }
  // On its way Chromium puts words behind the switches, where they look like the text of one; the other start has refused such.
  const { verb } = parseCommandLine(
    event.argv.filter((argument) => argument.startsWith('-') || isCaptureLink(argument)),
  )
  if (verb.kind === 'quit') life.run({ kind: 'quit' })
  // What makes no sense asks for nothing.
  else life.startedAgain(verb.kind === 'open' ? verb : null)
}
