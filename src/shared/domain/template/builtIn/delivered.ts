/** One result with its proof, written down while it is fresh. */
import type { Template } from '../template'

export const delivered: Template = {
  id: 'delivered',
  name: 'What I delivered',
  purpose: 'Keep one result, and the proof of it, while it is fresh.',
  minutes: 5,
  primary: false,
  prompts: [
    {
      id: 'delivered.outcome',
      question: 'What did I deliver?',
      hint: 'The result in one sentence, as I would tell it to a colleague.',
      practice: 'delivery',
    },
    {
      id: 'delivered.for-whom',
      question: 'Who has it now?',
      hint: 'The person or the team it was for.',
      practice: 'delivery',
    },
    {
      id: 'delivered.value',
      question: 'What is better for them because of it?',
      hint: 'Time saved, a risk gone, a step made simple. A number helps when there is one.',
      practice: 'delivery',
    },
    {
      id: 'delivered.evidence',
      question: 'Where can it be seen?',
      hint: 'A link, a file’s name, or a sentence someone wrote about it.',
      practice: 'delivery',
    },
    {
      id: 'delivered.imperfect',
      question: 'What is not perfect about it?',
      hint: 'What was left out or left rough. It may be nothing.',
      practice: 'delivery',
    },
    {
      id: 'delivered.anyway',
      question: 'Why did it go out anyway?',
      hint: 'What waiting longer would have cost, and whom.',
      practice: 'ownership',
    },
  ],
}
