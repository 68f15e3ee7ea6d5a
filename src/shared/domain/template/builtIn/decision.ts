/** A decision on paper before its result is known. */
import type { Template } from '../template'

export const decision: Template = {
  id: 'decision',
  name: 'Decision',
  purpose: 'Put a decision and its reasons on paper before the result is known.',
  minutes: 8,
  primary: false,
  prompts: [
    {
      id: 'decision.made',
      question: 'What have I decided?',
      hint: 'One sentence that will still be clear in a year.',
      practice: 'ownership',
    },
    {
      id: 'decision.options',
      question: 'Which options did I have?',
      hint: 'Two or three. Doing nothing is usually one of them.',
      practice: 'ownership',
    },
    {
      id: 'decision.reasons',
      question: 'Why this one?',
      hint: 'The reasons that tipped it, the strongest first.',
      practice: 'ownership',
    },
    {
      id: 'decision.expected',
      question: 'What do I expect to happen?',
      hint: 'Something I will be able to check later.',
      practice: 'ownership',
    },
    {
      id: 'decision.confidence',
      question: 'How sure am I?',
      hint: 'A percentage, or plain words such as “more likely than not”.',
      practice: 'ownership',
    },
    {
      id: 'decision.reversible',
      question: 'Can it be undone?',
      hint: 'How, until when, and at what cost.',
      practice: 'ownership',
    },
    {
      id: 'decision.look-again',
      question: 'When will I look at it again?',
      hint: 'A date, and the sign I will look for.',
      practice: 'ownership',
    },
  ],
}
