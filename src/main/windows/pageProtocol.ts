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
  const found = new Map<string, string>()
  for (const path of await filesIn(folder))
    if (extname(path) in mediaTypes) found.set(`/${relative(folder, path).split(sep).join('/')}`, path)
  return found
}

/** Folder by folder: asked for all at once, Node 26 follows links to folders, and a link may lead anywhere. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const items = await readdir(folder, { withFileTypes: true })
  const inside = await Promise.all(
    items.filter((item) => item.isDirectory()).map(({ name }) => filesIn(join(folder, name))),
  )
  return [...items.flatMap((item) => (item.isFile() ? [join(folder, item.name)] : [])), ...inside.flat()]
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
