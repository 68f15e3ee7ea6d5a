import { expect, test } from './support/launch'

test('the app opens a window called Throughline', async ({ app }) => {
  await app.launch()
  const window = await app.window('Throughline')
  await expect(window).toHaveTitle('Throughline')
})
