import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { name: 'renderer', root: import.meta.dirname, include: ['**/*.test.{ts,tsx}'], environment: 'happy-dom' },
})
