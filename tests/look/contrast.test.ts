import { blend, type Color, converter, displayable, wcagContrast } from 'culori'
import { describe, expect, test } from 'vitest'
import { practiceIds } from '../../src/shared/domain/practice/practice'
import { colour, type Theme, themes, type Variant } from './tokens'

/** WCAG 2.2: 1.4.3 for words, 1.4.11 for what tells a control or a state. */
const forWords = 4.5
const forMarks = 3

const surfaces = ['--paper', '--side', '--float', '--field']
const words = ['--ink', '--ink-soft', '--ink-faint', '--accent', '--accent-strong', '--alert']
const washes = ['--hover', '--pressed', '--selected', '--selection']
const heat = ['--heat-1', '--heat-2', '--heat-3', '--heat-4']
const marks = ['--control', '--focus', ...heat, ...practiceIds.map((id) => `--practice-${id}`)]

const oklch = converter('oklch')

/** A wash over a surface, as the eye gets it. */
function over(surface: string, wash: string, theme: Theme, variant: Variant): Color {
  return blend([colour(surface, theme, variant), colour(wash, theme, variant)])
}

describe.each(themes)('%s', (theme) => {
  describe.each(['plain', 'more contrast'] as const)('%s', (variant) => {
    test.each(surfaces)('all words can be read on %s', (surface) => {
      for (const word of words) {
        const contrast = wcagContrast(colour(word, theme, variant), colour(surface, theme, variant))
        expect(contrast, word).toBeGreaterThanOrEqual(forWords)
      }
    })

    test.each(surfaces)('words can be read on each wash over %s', (surface) => {
      for (const wash of washes) {
        const ground = over(surface, wash, theme, variant)
        for (const word of ['--ink', '--ink-soft']) {
          const contrast = wcagContrast(colour(word, theme, variant), ground)
          expect(contrast, `${word} on ${wash}`).toBeGreaterThanOrEqual(forWords)
        }
      }
      for (const word of ['--ink-faint', '--accent', '--alert']) {
        const contrast = wcagContrast(colour(word, theme, variant), over(surface, '--hover', theme, variant))
        expect(contrast, `${word} on --hover`).toBeGreaterThanOrEqual(forWords)
      }
    })

    test('the words of a chosen row and of a chosen segment can be read', () => {
      for (const surface of surfaces) {
        for (const word of ['--ink', '--ink-soft', '--ink-faint', '--accent']) {
          const contrast = wcagContrast(colour(word, theme, variant), over(surface, '--selected', theme, variant))
          expect(contrast, `${word} on ${surface}`).toBeGreaterThanOrEqual(forWords)
        }
      }
    })

    test('words found by a search can be read where they are marked', () => {
      expect(wcagContrast(colour('--ink', theme, variant), colour('--mark', theme, variant))).toBeGreaterThanOrEqual(
        forWords,
      )
    })

    test.each(['--accent', '--accent-strong', '--alert'])('words on %s can be read', (ground) => {
      const contrast = wcagContrast(colour('--on-accent', theme, variant), colour(ground, theme, variant))
      expect(contrast).toBeGreaterThanOrEqual(forWords)
    })

    test.each(marks)('%s can be seen on each surface', (mark) => {
      for (const surface of surfaces) {
        const contrast = wcagContrast(colour(mark, theme, variant), colour(surface, theme, variant))
        expect(contrast, surface).toBeGreaterThanOrEqual(forMarks)
      }
    })
  })

  test('more is shown darker on light paper, lighter on dark, and even little on the square of its day', () => {
    const paper = over('--paper', '--hover', theme, 'plain')
    const contrasts = heat.map((shade) => wcagContrast(colour(shade, theme), paper))
    expect(contrasts[0]).toBeGreaterThanOrEqual(forMarks)
    for (const [at, contrast] of contrasts.entries())
      expect(contrast).toBeGreaterThan((contrasts[at - 1] ?? 0) * (at === 0 ? 1 : 1.2))
  })

  test('the practices differ in hue alone, and every screen can show them', () => {
    const hues = practiceIds.map((id) => oklch(colour(`--practice-${id}`, theme)))
    expect(new Set(hues.map(({ l }) => l)).size).toBe(1)
    expect(new Set(hues.map(({ c }) => c)).size).toBe(1)
    expect(hues.every((hue) => displayable(hue))).toBe(true)
    const angles = hues.map(({ h }) => h ?? Number.NaN).sort((a, b) => a - b)
    const gaps = angles.map((angle, at) => ((angles[(at + 1) % angles.length] ?? 0) - angle + 360) % 360)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(45)
  })
})

test('a missing token fails', () => {
  expect(() => colour('--never-named', 'light')).toThrow('not in tokens.css')
})
