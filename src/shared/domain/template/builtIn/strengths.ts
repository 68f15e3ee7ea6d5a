/** A closer look at one strength and the place where it counts. */
import type { Template } from '../template'

export const strengths: Template = {
  id: 'strengths',
  name: 'Strengths check',
  purpose: 'See which strength carried a piece of work, and where else it could.',
  minutes: 6,
  primary: false,
  prompts: [
    {
      id: 'strengths-check.used',
      question: 'Which strength did I use?',
      hint: 'In everyday words: explaining, sorting things out, staying calm.',
      practice: 'strengths',
    },
    {
      id: 'strengths-check.evidence',
      question: 'Which moment shows it?',
      hint: 'What I did, and what happened because of it.',
      practice: 'strengths',
    },
    {
      id: 'strengths-check.energy',
      question: 'What did it do to my energy?',
      hint: 'More, less or no change. Asking about energy is our own addition.',
      practice: 'strengths',
    },
    {
      id: 'strengths-check.count-more',
      question: 'Where would it count for more?',
      hint: 'Another task, team or customer with a greater need of it.',
      practice: 'strengths',
    },
    {
      id: 'strengths-check.outweighed',
      question: 'Which weakness of mine did it make up for?',
      hint: 'Something I do less well that did little harm this time.',
      practice: 'strengths',
    },
  ],
}
