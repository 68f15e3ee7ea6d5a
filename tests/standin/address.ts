/**
 * Chromium's protocol cannot serve an unknown scheme, so pages of `app://journal/` live at `https://journal.localhost/`, a secure
 * context as well; everything the app gets to see is translated back.
 */
const schemes = new Set<string>()
const hosts = new Map<string, string>()

export function addScheme(scheme: string): void {
  schemes.add(scheme)
}

const fetchable = new Set<string>()

/** Pages of the scheme may `fetch` from it. */
export function allowFetch(scheme: string): void {
  fetchable.add(scheme)
}

/** Whether pages of every scheme may: an app has one. */
export function mayFetch(): boolean {
  return Array.from(schemes).every((scheme) => fetchable.has(scheme))
}

export function isCustomScheme(scheme: string): boolean {
  return schemes.has(scheme)
}

/** The address to give to Chromium. */
export function toChromium(address: string): string {
  const parsed = parse(address)
  if (!parsed || !schemes.has(parsed.scheme)) return address
  const host = `${parsed.host}.localhost`
  hosts.set(host, parsed.scheme)
  return `https://${host}${parsed.rest || '/'}`
}

/** The address as the app knows it. */
export function toApp(address: string): string {
  const parsed = parse(address)
  const scheme = parsed && parsed.scheme === 'https' ? hosts.get(parsed.host) : undefined
  return parsed && scheme ? `${scheme}://${parsed.host.replace(/\.localhost$/, '')}${parsed.rest}` : address
}

export function originOf(address: string): string {
  const parsed = parse(address)
  return parsed ? `${parsed.scheme}://${parsed.host}` : 'null'
}

/** By pattern, not by `URL`: it has no origin for schemes it doesn't know. */
function parse(address: string) {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(address)
  if (!match) return null
  const [, scheme = '', host = '', rest = ''] = match
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), rest }
}
