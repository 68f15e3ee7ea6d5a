/** A page of the bare app, in a window of its own. */
import type { Page } from 'playwright'
import { type BenchApp, until } from './benchApp'

export async function bareWindow(app: BenchApp, name: string): Promise<Page> {
  await app.electron.evaluate(({ BrowserWindow }, address) => {
    void new BrowserWindow({ width: 1180, height: 820 }).loadURL(address)
  }, `bare://page/${name}.html`)
  return until(`the page ${name}`, async () => {
    for (const page of app.electron.windows()) if (page.url().endsWith(`/${name}.html`)) return page
    return null
  })
}
