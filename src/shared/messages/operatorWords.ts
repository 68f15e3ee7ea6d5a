/** The search tips: each operator with an example that a person can insert. */

export interface OperatorWords {
  /** What is put into the field. */
  readonly example: string
  /** The part of it that one types over. */
  readonly part: string
  readonly explanation: string
}

function operator(example: string, part: string, explanation: string): OperatorWords {
  return { example, part, explanation }
}

export const operatorWords = {
  words: [
    operator('"in these words"', 'in these words', 'This exact phrase'),
    operator('-without', 'without', 'Without this word'),
    operator('one OR other', 'one OR other', 'Either word'),
  ],
  about: [
    operator('practice:focus', 'focus', 'An answer for a practice'),
    operator('template:weekly', 'weekly', 'Written from a template'),
    operator('tag:retro', 'retro', 'Tagged #retro'),
    operator('@Dana', 'Dana', 'Mentions a person'),
    operator('kind:win', 'win', 'Captures of one kind'),
    operator('is:starred', 'starred', 'Has a star'),
    operator('is:capture', 'capture', 'Captures'),
    operator('has:link', 'link', 'Has a link'),
    operator('has:task', 'task', 'Has a checklist'),
  ],
  when: [
    operator('on:yesterday', 'yesterday', 'On a day'),
    operator('after:2026-03-01', '2026-03-01', 'After a day'),
    operator('before:"last friday"', 'last friday', 'Before a day, also in words'),
    operator('in:2026-Q1', '2026-Q1', 'In a quarter, a month or a year'),
  ],
} as const
