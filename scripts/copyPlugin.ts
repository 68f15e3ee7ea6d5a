/** Puts files that the app reads at run time beside what is built. */
import { cpSync, rmSync } from 'node:fs'
import type { Plugin } from 'vite'

export function copyPlugin(from: string, to: string): Plugin {
  return {
    name: 'copy',
    apply: 'build',
    writeBundle() {
      rmSync(to, { recursive: true, force: true })
      cpSync(from, to, { recursive: true })
    },
  }
}
