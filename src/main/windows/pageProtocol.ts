/** Serves the built page from a fixed manifest: a request can only ever name a file that was there at start. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { contentSecurityPolicy } from './contentSecurityPolicy'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Path in the address -> file, for every file under `folder` with a known media type. */
export async function pageManifest(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  return new Map(
    files
      .filter((file) => file.isFile() && extname(file.name) in mediaTypes)
      .map((file) => {
        const path = join(file.parentPath, file.name)
        return [`/${relative(folder, path).split(sep).join('/')}`, path]
      }),
  )
}

export function servePage(manifest: ReadonlyMap<string, string>): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url)
    const file = url.host === 'journal' && request.method === 'GET' ? manifest.get(url.pathname) : undefined
    if (!file) return new Response(null, { status: 404 })
    return new Response(await readFile(file), {
      headers: {
        'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    })
  }
}
