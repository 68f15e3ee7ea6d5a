/** The threads of an export, from the script that was built for them. */
import { join } from 'node:path'
import { openMarkdownThreads } from './markdown/openMarkdownThreads'
import type { MarkdownRenderer } from './services/ports/markdownRenderer'
import { log } from './system/log'

export function openMarkdown(): MarkdownRenderer {
  return openMarkdownThreads({ script: join(__dirname, 'markdown.cjs'), failed: (error) => log('export', error) })
}
