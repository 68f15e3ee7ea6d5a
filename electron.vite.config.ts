import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { copyPlugin } from './scripts/copyPlugin'
import { type FirstScripts, firstScripts, namedAhead } from './scripts/firstScripts'
import { licencesPlugin } from './scripts/licencesPlugin'

// One for all three builds. Electron is not bundled, but shipped.
const licences = licencesPlugin(resolve(import.meta.dirname, 'out/licences.json'), [
  resolve(import.meta.dirname, 'node_modules/electron'),
])

const renderer = (path: string) => resolve(import.meta.dirname, 'src/renderer', path)

const scripts: FirstScripts = {
  page: renderer('index.html'),
  show: renderer('app/show.tsx'),
  others: [renderer('capture.html')],
  later: [
    'app/BarTools.tsx',
    'editor/page/Floating.tsx',
    'features/captures/Captures.tsx',
    'features/notices/Notices.tsx',
    'features/page/PageTools.tsx',
    'features/palette/Palette.tsx',
    'app/Rail.tsx',
    'features/reminders/ReminderNotices.tsx',
    'ui/Toasts.tsx',
  ].map(renderer),
}

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
          indexer: resolve(import.meta.dirname, 'src/main/indexer/indexThread.ts'),
          exports: resolve(import.meta.dirname, 'src/main/exports/exportThread.ts'),
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
    resolve: { alias: { 'temporal-polyfill': renderer('nativeTemporal.ts') } },
    plugins: [react(), namedAhead(scripts), licences],
    build: {
      assetsInlineLimit: 0,
      // Script is what the first paint waits for.
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ['index.html', 'capture.html'].map(renderer),
        output: { codeSplitting: { groups: firstScripts(scripts) } },
      },
    },
  },
})
