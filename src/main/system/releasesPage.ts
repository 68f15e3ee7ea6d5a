/** Where new versions are offered: a page of the project's site, which the browser opens when a person asks. The app itself asks the network for nothing. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A release gives the manifest its homepage (`.github/workflows/release.yml`). */
const manifest = z.object({ homepage: z.url({ protocol: /^https$/ }) })

/** The address by the manifest in `folder`; null where it names no site. */
export function releasesPage(folder: string): string | null {
  try {
    const { homepage } = manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    return `${homepage}${homepage.endsWith('/') ? '' : '/'}releases`
  } catch {
    return null
  }
}
