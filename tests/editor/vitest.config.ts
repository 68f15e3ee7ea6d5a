import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const packages = join(import.meta.dirname, '../../node_modules')

export default defineConfig({
  plugins: [
    {
      // As the app has it: Lexical's other build throws where this one corrects, as when words of two paragraphs are replaced.
      name: 'lexical-for-production',
      enforce: 'pre',
      resolveId(id) {
        if (!/^(?:lexical|@lexical\/[a-z-]+)$/.test(id)) return null
        const { exports } = JSON.parse(readFileSync(join(packages, id, 'package.json'), 'utf8'))
        return join(packages, id, exports['.'].production)
      },
    },
  ],
  test: {
    name: 'editor',
    root: import.meta.dirname,
    testTimeout: 3_600_000,
    include: ['**/*.test.ts'],
    environment: 'happy-dom',
    // So that it is found by the plugin.
    server: { deps: { inline: [/lexical/] } },
  },
})
