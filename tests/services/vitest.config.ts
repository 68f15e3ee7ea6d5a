import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: 'services', root: import.meta.dirname, include: ['**/*.test.ts'] } })
