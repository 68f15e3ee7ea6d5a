/** The nine templates that come with the app, in the order it offers them. */

import type { Prompt, RotatingPrompt, Template } from '../template'
import { blank } from './blank'
import { business } from './business'
import { daily } from './daily'
import { decision } from './decision'
import { delivered } from './delivered'
import { morningFocus } from './morningFocus'
import { oneOnOne } from './oneOnOne'
import { strengths } from './strengths'
import { weekly } from './weekly'

export const builtInTemplates: readonly Template[] = [
  daily,
  morningFocus,
  delivered,
  business,
  decision,
  strengths,
  oneOnOne,
  weekly,
  blank,
]

/** The template a new page has when none was chosen. */
export const defaultTemplate = daily

export function findTemplate(id: string): Template | undefined {
  return builtInTemplates.find((template) => template.id === id)
}

/** A built-in prompt by its id, for the hint of a section that was asked from it; also those that rotate. */
export function builtInPrompt(id: string): Prompt | undefined {
  return builtInTemplates.flatMap((template) => template.prompts.flatMap(askable)).find((prompt) => prompt.id === id)
}

/** All prompts that a place in a template can ask. */
export function askable(place: Prompt | RotatingPrompt): readonly Prompt[] {
  return 'rotates' in place ? place.rotates : [place]
}
