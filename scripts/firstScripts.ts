/**
 * How the page's script is cut. Each file is a request that the window waits for, and left alone the bundler makes one of every few modules
 * that two dialogs share. Here what asks for the page is one file, what shows it a second, and what comes right after it a third.
 */
import type { Plugin, Rolldown } from 'vite'

type Group = Rolldown.CodeSplittingGroup
type Graph = Parameters<Extract<Group['name'], (...given: never) => unknown>>[1]

/** Each as the whole path of its file. */
export interface FirstScripts {
  /** The window's own page. */
  readonly page: string
  /** What it loads at once, while the first script has already asked. */
  readonly show: string
  /** Other pages: what they share with the window's stays apart, so that they don't load all of it. */
  readonly others: readonly string[]
  /** What is loaded as soon as the page is shown. */
  readonly later: readonly string[]
}

/** For the bundler's `codeSplitting`. */
export function firstScripts({ page, show, others, later }: FirstScripts): Group[] {
  const first = reachFrom([page])
  const shown = reachFrom([show])
  const other = reachFrom(others)
  const around = reachFrom(later)
  return [
    // Apart from what begins the window's page: else every page that shares a module with it would begin it too.
    { name: (id, graph) => (first(graph).has(id) && other(graph).has(id) ? 'everywhere' : null), priority: 5 },
    { name: (id, graph) => (first(graph).has(id) ? 'first' : null), priority: 4 },
    { name: (id, graph) => (shown(graph).has(id) && other(graph).has(id) ? 'shared' : null), priority: 3 },
    { name: (id, graph) => (shown(graph).has(id) ? 'page' : null), priority: 2 },
    // Not in `shared`, which the page waits for.
    { name: (id, graph) => (around(graph).has(id) && other(graph).has(id) ? 'shared-around' : null), priority: 1 },
    { name: (id, graph) => (around(graph).has(id) ? 'around' : null), priority: 0 },
  ]
}

/** Names in the page's document the files of `show`, so that they come along with the first script and not after it. */
export function namedAhead({ page, show }: Pick<FirstScripts, 'page' | 'show'>): Plugin {
  return {
    name: 'named-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle = {} }) {
        if (filename !== page) return []
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
        const open = chunks.filter(({ facadeModuleId }) => facadeModuleId === show)
        const files = new Set<string>()
        const styles = new Set<string>()
        for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
          if (files.has(chunk.fileName)) continue
          files.add(chunk.fileName)
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style)
          open.push(...chunks.filter(({ fileName }) => chunk?.imports.includes(fileName)))
        }
        if (files.size === 0) throw new Error(`no script of ${show} was built`)
        const missing = (all: ReadonlySet<string>) => [...all].filter((file) => !html.includes(file))
        return [
          ...missing(files).map((file) => linkTo(file, 'modulepreload')),
          ...missing(styles).map((file) => linkTo(file, 'stylesheet')),
        ]
      },
    },
  }
}

function linkTo(file: string, rel: string) {
  return { tag: 'link', attrs: { rel, crossorigin: true, href: `./${file}` }, injectTo: 'head' as const }
}

/** The modules with everything they import, but not what they load when it is needed. */
function reachFrom(roots: readonly string[]): (graph: Graph) => ReadonlySet<string> {
  let known: ReadonlySet<string> | null = null
  return (graph) => {
    known ??= walk(roots, graph)
    return known
  }
}

function walk(roots: readonly string[], graph: Graph): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...roots]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return reached
}
