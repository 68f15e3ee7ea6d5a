import { protocol } from 'electron'
import { pageScheme } from './pageOrigin'

/** Must run before `ready`. Standard and secure, so that the page has an origin of its own and a secure context; its script is compiled once and kept. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}
