import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { mayFetch } from './address'
import { source as isolatedWorld } from './page/isolatedWorld.ts?page'
import { source as mainWorld } from './page/mainWorld.ts?page'
import type { PageConfig } from './page/pageConfig'

/** The two scripts that run before a page's own; each is one expression, so that nothing of them stays in the page. */
export function pageScripts(config: PageConfig) {
  const settings = JSON.stringify(config)
  const preload =
    config.preloadPath === null
      ? 'null'
      : `function (require, module, exports, process, setImmediate, clearImmediate) {\n${readPreload(config.preloadPath)}\n}`
  return {
    mainWorld: `(() => { ${mainWorld}\npageScript.startMainWorld(${settings}, ${mayFetch()}) })()`,
    isolatedWorld: `(() => { ${isolatedWorld}\npageScript.startIsolatedWorld(${settings}, ${preload}) })()`,
  }
}

/** Parsed here first: inside the page, a preload with a syntax error would take the scripts around it down in silence. */
function readPreload(path: string): string {
  const source = readFileSync(path, 'utf8')
  new Script(`(function () {${source}\n})`, { filename: path })
  return source
}
