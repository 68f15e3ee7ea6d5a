// @vitest-environment happy-dom
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { contentSecurityPolicy, reactAriaStyleHash } from '../../../src/main/windows/contentSecurityPolicy'

// react-aria inserts its style everywhere but in tests.
beforeAll(() => void vi.stubEnv('NODE_ENV', 'production'))
afterAll(() => void vi.unstubAllEnvs())

test('allows the one style that the installed react-aria inserts', async () => {
  const { createElement } = await import('react')
  const { createRoot } = await import('react-dom/client')
  const { Button } = await import('react-aria-components')
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  root.render(createElement(Button, null, 'Press'))
  const style = await vi.waitFor(() => {
    const found = document.querySelectorAll('style')
    expect(found).toHaveLength(1)
    return found[0]?.textContent ?? ''
  })
  root.unmount()
  expect(reactAriaStyleHash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`)
})

test('is the strict one, word for word', () => {
  expect(contentSecurityPolicy).toBe(
    [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' '${reactAriaStyleHash}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ].join('; '),
  )
})
