import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: 'exports', root: import.meta.dirname, include: ['**/*.test.ts'] } })
