/** Pasted HTML: twice as much of anything in it takes about twice the work, or it is taken as words. */
import { describe } from 'vitest'
import { fromHtml } from '#shared/document/html/fromHtml'
import { sampled } from '../effort'
import { blocksRun } from './blocksRun'
import { grows } from './grows'
import { pastedHtml } from './pastedHtml'

describe('pasted HTML', () => {
  for (const [dimension, make] of sampled(Object.entries(pastedHtml), 20)) {
    grows(dimension, make, (html, count) => count(blocksRun(() => fromHtml(html))), 1024)
  }
})
