/** Before and after a talk with one's manager; useful also when only one of the two prepares. */
import type { Template } from '../template'

export const oneOnOne: Template = {
  id: 'one-on-one',
  name: '1:1 with my manager',
  purpose: 'Walk in prepared, and keep what was said and promised.',
  minutes: 10,
  primary: false,
  prompts: [
    {
      id: 'one-on-one.matters',
      question: 'What matters most to {{manager}} right now?',
      hint: 'In their words if I have them, else my best guess.',
      practice: 'partnership',
    },
    {
      id: 'one-on-one.delivered',
      question: 'What have I delivered since we last talked?',
      hint: 'Up to three lines, each with whom it helped.',
      practice: 'delivery',
    },
    {
      id: 'one-on-one.decisions',
      question: 'Which decisions do I need?',
      hint: 'What is held up, and what I would choose.',
      practice: 'partnership',
    },
    {
      id: 'one-on-one.asks',
      question: 'What will I ask for?',
      hint: 'Time, help, a say in something. One is enough.',
      practice: 'partnership',
    },
    {
      id: 'one-on-one.my-promises',
      question: 'What did I promise {{manager}}?',
      hint: 'What, and by when.',
      practice: 'partnership',
    },
    {
      id: 'one-on-one.their-promises',
      question: 'What did {{manager}} promise me?',
      hint: 'As close to the words as I can. Nothing is an answer too.',
      practice: 'partnership',
    },
  ],
}
