/** One thing understood about how the place works and earns. */
import type { Template } from '../template'

export const business: Template = {
  id: 'business',
  name: 'How the business works',
  purpose: 'Note one thing I now understand about how the place works.',
  minutes: 5,
  primary: false,
  prompts: [
    {
      id: 'how-it-works.learned',
      question: 'What did I learn about how things work here?',
      hint: 'A process, a rule or a habit, and where I came across it.',
      practice: 'business',
    },
    {
      id: 'how-it-works.value',
      question: 'Where does its value or its money come from?',
      hint: 'Who pays, who saves, or what would be missed without it.',
      practice: 'business',
    },
    {
      id: 'how-it-works.puzzle',
      question: 'What about it still puzzles me?',
      hint: 'The part I could not yet explain to a new colleague.',
      practice: 'business',
    },
    {
      id: 'how-it-works.whom-to-ask',
      question: 'Whom can I ask about it?',
      hint: 'A name, and when we are likely to talk next.',
      practice: 'business',
    },
  ],
}
