import { protocol } from 'electron'
import { pagePrivileges, pageScheme } from './pageOrigin'

/** Must run before `ready`. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: pagePrivileges }])
}
