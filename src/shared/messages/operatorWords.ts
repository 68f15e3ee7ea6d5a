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
    operator('(one two) OR other', 'one two', 'Parentheses hold words together'),
    operator('in:answer one two', 'one two', 'Both words in one answer'),
    operator('in:page practice:focus one', 'one', 'Anywhere on a page with that practice'),
  ],
  about: [
    operator('practice:focus', 'focus', 'An answer for a practice, with all else that you ask for'),
    operator('template:weekly', 'weekly', 'Written from a template'),
    operator('tag:retro', 'retro', 'Tagged #retro'),
    operator('@Dana', 'Dana', 'Mentions a person'),
    operator('+apollo', 'apollo', 'Mentions a project'),
    operator('kind:win', 'win', 'Captures of one kind'),
    operator('is:starred', 'starred', 'Has a star'),
    operator('is:capture', 'capture', 'Captures'),
    operator('has:link', 'link', 'Has a link'),
    operator('has:task', 'task', 'Has a checklist'),
    operator('has:table', 'table', 'Has a table'),
  ],
  when: [
    operator('on:yesterday', 'yesterday', 'On a day'),
    operator('after:2026-03-01', '2026-03-01', 'After a day'),
    operator('before:"last friday"', 'last friday', 'Before a day, also in words'),
    operator('in:2026-Q1', '2026-Q1', 'In a quarter, a month or a year'),
  ],
} as const
