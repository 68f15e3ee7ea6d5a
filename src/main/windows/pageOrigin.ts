/** Where the app's own page lives: a scheme of its own, so that no file path and no other site shares its origin. */

export const pageScheme = 'app'

/**
 * Standard and secure: the page has an origin of its own and a secure context. It may `fetch` what is its own, as from any site; its policy allows
 * nothing else. Its script is compiled once and kept.
 */
export const pagePrivileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true } as const

export const pageOrigin = 'app://journal'
export const pageAddress = `${pageOrigin}/index.html`
export const captureAddress = `${pageOrigin}/capture.html`

/** True for the app's own pages alone. Compares parsed parts: a custom scheme's `origin` is "null" in Node's URL. */
export function isOwnPage(address: string): boolean {
  try {
    const url = new URL(address)
    return url.protocol === `${pageScheme}:` && url.host === 'journal' && !url.username && !url.password
  } catch {
    return false
  }
}
