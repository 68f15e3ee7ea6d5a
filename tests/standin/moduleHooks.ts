import Module, { register } from 'node:module'
import { electronModule } from './electronModule'

/** Under this name the ES loader's synthetic module finds the double; its own thread can't hand over objects. */
const shared = Symbol.for('throughline.standin.electron')

type Load = (request: string, ...rest: unknown[]) => unknown

/** Makes `electron` the double, for CommonJS and for ES modules, instead of the npm package, which would start a download. */
export function hookModules(): void {
  const modules = Module as unknown as { _load: Load }
  const original = modules._load
  modules._load = (request, ...rest) => {
    return isElectron(request) ? electronModule : original.call(modules, request, ...rest)
  }
  Object.defineProperty(globalThis, shared, { value: electronModule })
  register(`data:text/javascript,${encodeURIComponent(loaderSource(Object.keys(electronModule)))}`)
}

function isElectron(request: string): boolean {
  return request === 'electron' || request === 'electron/main' || request === 'electron/common'
}

/** Runs in Node's loader thread: a module whose exports are the double's parts. */
function loaderSource(names: readonly string[]): string {
  const synthetic = [
    `const electron = globalThis[Symbol.for('throughline.standin.electron')]`,
    'export default electron',
    ...names.map((name) => `export const ${name} = electron.${name}`),
  ].join('\n')
  return `
    const source = ${JSON.stringify(synthetic)}
    export async function resolve(specifier, context, next) {
      if (!/^electron(\\/main|\\/common)?$/.test(specifier)) return next(specifier, context)
      return { url: 'standin:electron', format: 'module', shortCircuit: true }
    }
    export async function load(url, context, next) {
      return url === 'standin:electron' ? { format: 'module', source, shortCircuit: true } : next(url, context)
    }`
}
