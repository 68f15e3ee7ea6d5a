/** Builds the two small apps that the benchmark launches, each into a folder of its own. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { builtEntry } from '../../../scripts/runtime/build'

const here = import.meta.dirname

/** Runs the app that was built; it believes that it starts at `startsAt` (ISO 8601). */
export async function buildStarter(folder: string, startsAt: string): Promise<string> {
  const define = { builtMain: JSON.stringify(builtEntry), startsAt: JSON.stringify(startsAt) }
  await bundled('starter.ts', join(folder, 'main.cjs'), { define })
  return described(folder, 'throughline')
}

/** A page `lexical-<name>.html` and a page `editable-<name>.html` for each text, given as its paragraphs. */
export async function buildBareApp(folder: string, texts: ReadonlyMap<string, readonly string[]>): Promise<string> {
  await bundled('bareMain.ts', join(folder, 'main.cjs'))
  await build({
    entryPoints: [join(here, 'bareLexical.ts')],
    outfile: join(folder, 'lexical.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  for (const [name, paragraphs] of texts) {
    writeFileSync(join(folder, `lexical-${name}.html`), lexicalPage(paragraphs))
    writeFileSync(join(folder, `editable-${name}.html`), editablePage(paragraphs))
  }
  return described(folder, 'bare')
}

async function bundled(entry: string, outfile: string, { define = {} }: { define?: Record<string, string> } = {}) {
  const node = { bundle: true, platform: 'node', format: 'cjs' } as const
  await build({ ...node, external: ['electron', builtEntry], entryPoints: [join(here, entry)], outfile, define })
}

function described(folder: string, name: string): string {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'main.cjs' }))
  return folder
}

const style = '<style>body { margin: 2rem auto; max-width: 40rem; font: 18px/1.6 serif }</style>'

function lexicalPage(paragraphs: readonly string[]): string {
  const content = JSON.stringify(paragraphs).replaceAll('<', '\\u003c')
  return `<!doctype html><title>Bare</title>${style}<div id="editor" contenteditable></div>
<script type="application/json" id="content">${content}</script><script type="module" src="lexical.js"></script>`
}

function editablePage(paragraphs: readonly string[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const blocks = paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')
  return `<!doctype html><title>Bare</title>${style}<div id="editor" contenteditable>${blocks || '<p><br></p>'}</div>
<script>document.getElementById('editor').focus()</script>`
}
