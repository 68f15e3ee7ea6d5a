/** What pages may do and load; the only way out of them is a link that is safe to open. */
import { join } from 'node:path'
import { session as electronSession, protocol } from 'electron'
import { safeLink } from '#shared/document/linkPolicy'
import { Failure } from '#shared/domain/failure'
import { electronDesktop } from '../system/electronDesktop'
import { log } from '../system/log'
import { pageScheme } from '../windows/pageOrigin'
import { pageManifest, servePage } from '../windows/pageProtocol'
import { guardSession, guardWebContents } from '../windows/security'

export async function composePages(): Promise<{ openLink(url: string): Promise<void> }> {
  const openLink = async (url: string) => {
    const safe = safeLink(url)
    if (safe === null) throw new Failure('bad-request', 'not a link that may be opened')
    await electronDesktop.openLink(safe)
  }
  guardWebContents((url) => void openLink(url).catch((error) => log('link', error)))
  guardSession(electronSession.defaultSession)
  protocol.handle(pageScheme, servePage(await pageManifest(join(__dirname, '../renderer'))))
  return { openLink }
}
