import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { ensureChromium } from './runtime/chromium'
import { repository } from './runtime/repository'
import { runMain } from './runtime/runMain'

const resources = join(repository, 'resources')
/** Pixels; the sizes that Linux desktops look for. electron-builder makes macOS's and Windows' formats of the largest. */
const sizes = [1024, 512, 256, 128, 64, 48, 32, 16]

/** `npm run package:icons`: draws `resources/icon.svg` in every size an app icon is needed in. Run it when the drawing changed. */
async function main(): Promise<number> {
  const drawing = readFileSync(join(resources, 'icon.svg'), 'utf8')
  const browser = await chromium.launch({ executablePath: ensureChromium() })
  try {
    const page = await browser.newPage()
    mkdirSync(join(resources, 'icons'), { recursive: true })
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`)
      const picture = await page.screenshot({ omitBackground: true })
      writeFileSync(join(resources, 'icons', `${size}x${size}.png`), picture)
    }
  } finally {
    await browser.close()
  }
  return 0
}

runMain(main)
