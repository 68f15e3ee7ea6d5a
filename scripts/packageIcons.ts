import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { ensureChromium } from './runtime/chromium'
import { repository } from './runtime/repository'
import { runMain } from './runtime/runMain'

const resources = join(repository, 'resources')
/** Pixels; the sizes that Linux desktops look for. electron-builder makes macOS's and Windows' formats of the largest. */
const sizes = [1024, 512, 256, 128, 64, 48, 32, 16]

/** The tray's, each also at twice the size: macOS colours its own, Windows has two themes, a Linux panel may have any colour. */
const trayLooks = [
  { name: 'Template', size: 16, color: '#000000', ground: 'none' },
  { name: '-light', size: 16, color: '#1f1b17', ground: 'none' },
  { name: '-dark', size: 16, color: '#fffefb', ground: 'none' },
  { name: '-colour', size: 22, color: '#fffefb', ground: '#1e6358' },
] as const

/** `npm run package:icons`: draws `resources/icon.svg` in every size an app icon is needed in, and `resources/tray.svg` for each tray. Run it when the drawing changed. */
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
    const mark = readFileSync(join(resources, 'tray.svg'), 'utf8')
    mkdirSync(join(resources, 'tray'), { recursive: true })
    for (const { name, size, color, ground } of trayLooks) {
      for (const scale of [1, 2]) {
        for (const state of ['plain', 'asking']) {
          await page.setViewportSize({ width: size * scale, height: size * scale })
          await page.setContent(`<style>
            body { margin: 0 }
            svg { display: block; color: ${color}; width: 100vw; height: 100vh }
            .ground { fill: ${ground} }
            .asking { display: ${state === 'asking' ? 'inline' : 'none'} }
            .dot { fill: ${ground === 'none' ? color : '#f0b45a'} }
          </style>${mark}`)
          const picture = await page.screenshot({ omitBackground: true })
          writeFileSync(join(resources, 'tray', `${state}${name}${scale === 2 ? '@2x' : ''}.png`), picture)
        }
      }
    }
  } finally {
    await browser.close()
  }
  return 0
}

runMain(main)
