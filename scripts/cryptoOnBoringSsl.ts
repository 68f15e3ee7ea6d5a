import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { registryPackage } from './runtime/registryPackage'
import { repository } from './runtime/repository'
import { runChild } from './runtime/runChild'

/** A runtime whose `node:crypto` stands on BoringSSL, as Electron's does; a version that was seen to pass. */
const workerd = { version: '1.20261117.1', date: '2026-11-01' }

/** The known answers that the app asks of its algorithms before it makes a key, asked of BoringSSL. Resolves with the exit code. */
export async function cryptoOnBoringSsl(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-boringssl-'))
  try {
    const selfTest = join(repository, 'src/main/storage/encryption/cipher/selfTest')
    const contents = `import { algorithmsAreSound } from ${JSON.stringify(selfTest)}
export default { test: () => algorithmsAreSound() }`
    await build({
      stdin: { contents, resolveDir: repository, loader: 'ts' },
      outfile: join(folder, 'probe.js'),
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      external: ['node:*'],
      logLevel: 'warning',
    })
    writeFileSync(join(folder, 'config.capnp'), configuration())
    const home = dirname(await registryPackage('workerd', workerd.version))
    const os = process.platform === 'win32' ? 'windows' : process.platform
    const cpu = process.arch === 'x64' ? '64' : process.arch
    const program = join(
      home,
      `@cloudflare/workerd-${os}-${cpu}/bin/workerd${process.platform === 'win32' ? '.exe' : ''}`,
    )
    return await runChild(program, ['test', join(folder, 'config.capnp')])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function configuration(): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = ( services = [ ( name = "crypto", worker = (
  modules = [ ( name = "probe.js", esModule = embed "probe.js" ) ],
  compatibilityDate = "${workerd.date}" ) ) ] );
`
}
