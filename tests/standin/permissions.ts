import type { Session, WebContents } from 'electron'
import { originOf, toChromium } from './address'
import { browser, isBrowserStarted } from './browser'

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>

/** Electron's names of permissions, each with Chromium's. */
const names = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['geolocation', 'geolocation'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
  ['idle-detection', 'idle-detection'],
  ['storage-access', 'storage-access'],
  ['window-management', 'window-management'],
] as const

export const permissionHandlers: { request: RequestHandler | null; check: CheckHandler | null } = {
  request: null,
  check: null,
}

/**
 * Chromium here asks nobody: each permission is decided for an origin when a page of it is loaded, by the app's own handlers.
 * Without handlers everything is granted, as on Electron.
 */
export async function decidePermissions(contents: WebContents, url: string): Promise<void> {
  if (!isBrowserStarted()) return
  const origin = originOf(toChromium(url))
  if (!origin.startsWith('http')) return
  await Promise.all(
    names.map(async ([electron, chromium]) => {
      const granted = await decide(contents, electron, originOf(url))
      const permission = { permission: { name: chromium }, setting: granted ? 'granted' : 'denied', origin } as const
      // A permission that this Chromium doesn't know can't be granted by it either.
      await browser()
        .connection.root.ask('Browser.setPermission', permission)
        .catch(() => undefined)
    }),
  )
}

async function decide(contents: WebContents, permission: string, origin: string): Promise<boolean> {
  // The handlers' types list every permission as a literal of its own.
  const check = permissionHandlers.check as unknown as ((...args: unknown[]) => boolean) | null
  const request = permissionHandlers.request as unknown as ((...args: unknown[]) => void) | null
  const details = { requestingUrl: `${origin}/`, isMainFrame: true, securityOrigin: `${origin}/` }
  if (check && !check(contents, permission, origin, details)) return false
  if (!request) return true
  return new Promise((resolve) => request(contents, permission, resolve, details))
}
