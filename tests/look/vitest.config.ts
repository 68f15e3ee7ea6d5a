import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: 'look', root: import.meta.dirname, include: ['**/*.test.ts'] } })
