/** A guided template: the questions a new entry starts with. */
import type { PracticeId } from '../practice/practice'

/** The prompt whose answer the next daily page shows above its first question. */
export const tomorrowPromptId = 'daily.tomorrow'

export interface Prompt {
  readonly id: string
  /** In the first person; `{{manager}}` stands for the manager's name. */
  readonly question: string
  /** One line of help, shown while the answer is empty. */
  readonly hint: string
  readonly practice: PracticeId | null
}

/** A place in a template that asks a different prompt each time, by the practice answered longest ago. */
export interface RotatingPrompt {
  readonly id: string
  readonly rotates: readonly Prompt[]
}

export interface Template {
  readonly id: string
  readonly name: string
  /** What it is good for, in one line. */
  readonly purpose: string
  readonly minutes: number
  /** Shown at once; the others wait under "More". */
  readonly primary: boolean
  readonly prompts: readonly (Prompt | RotatingPrompt)[]
}
