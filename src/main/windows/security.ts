/** What no page of this app may do, whatever is in it. Electron's security checklist: https://www.electronjs.org/docs/latest/tutorial/security */
import { app, type Session, type WebContents } from 'electron'
import { isOwnPage, pageScheme } from './pageOrigin'

/** For every web contents ever made: no navigation away, no new windows, no webviews. */
export function guardWebContents(openLink: (url: string) => void): void {
  app.on('web-contents-created', (_, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openLink(url)
      return { action: 'deny' }
    })
  })
}

/** A belt around all that follows: Chromium finds no host, whatever asks. The app's own scheme needs none. Must run before `ready`. */
export function findNoHost(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** Denies every permission and device, and cancels every request that is not for the app's own files. */
export function guardSession(session: Session): void {
  // It fetches dictionaries also where no page is checked, unless that is set in the turn in which it is made: https://github.com/electron/electron/issues/22995
  session.setSpellCheckerLanguages([])
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    const scheme = details.url.slice(0, details.url.indexOf(':'))
    const own = scheme === pageScheme ? isOwnPage(details.url) : ['blob', 'data', 'devtools'].includes(scheme)
    answer({ cancel: !own })
  })
  session.on('will-download', (event) => event.preventDefault())
}
