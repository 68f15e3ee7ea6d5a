import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { copyPlugin } from './scripts/copyPlugin'
import { licencesPlugin } from './scripts/licencesPlugin'

// One for all three builds. Electron is not bundled, but shipped.
const licences = licencesPlugin(resolve(import.meta.dirname, 'out/licences.json'), [
  resolve(import.meta.dirname, 'node_modules/electron'),
])

// Everything is bundled: the package then holds `out/` alone, and the sandboxed preload has to be self-contained anyway.
// CommonJS for main, so that paths are set and the lock is asked for before Electron can become ready.
export default defineConfig({
  main: {
    plugins: [
      licences,
      copyPlugin(resolve(import.meta.dirname, 'resources/tray'), resolve(import.meta.dirname, 'out/tray')),
    ],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: resolve(import.meta.dirname, 'src/main/index.ts'),
          backups: resolve(import.meta.dirname, 'src/main/backups/backupThread.ts'),
          library: resolve(import.meta.dirname, 'src/main/library/libraryThread.ts'),
          markdown: resolve(import.meta.dirname, 'src/main/markdown/markdownThread.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  },
  preload: {
    plugins: [licences],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(import.meta.dirname, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(import.meta.dirname, 'src/renderer'),
    base: './',
    plugins: [react(), licences],
    build: {
      assetsInlineLimit: 0,
      // Script is what the first paint waits for.
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ['index', 'capture'].map((page) => resolve(import.meta.dirname, `src/renderer/${page}.html`)),
      },
    },
  },
})
