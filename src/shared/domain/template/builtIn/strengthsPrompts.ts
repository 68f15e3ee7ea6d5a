/** What the daily page may ask about strengths. Energy is our own addition to the source, and its hints say so. */
import type { Prompt } from '../template'

export const strengthsPrompts: readonly Prompt[] = [
  {
    id: 'strengths.came-easily',
    question: 'What came easily to me today?',
    hint: 'Something I hardly had to think about, and what it was good for.',
    practice: 'strengths',
  },
  {
    id: 'strengths.asked-for',
    question: 'What did someone come to me for?',
    hint: 'What people ask me about often says what they rely on.',
    practice: 'strengths',
  },
  {
    id: 'strengths.energy-gained',
    question: 'Which part of today gave me energy?',
    hint: 'What I was doing just then. Asking about energy is our own addition.',
    practice: 'strengths',
  },
  {
    id: 'strengths.better-fit',
    question: 'Which work here would suit me better than some of mine?',
    hint: 'A task, a project, or people I would like to work beside.',
    practice: 'strengths',
  },
  {
    id: 'strengths.energy-drained',
    question: 'What left me more tired than its size explains?',
    hint: 'The task, the setting or the hour. Asking about energy is our own addition.',
    practice: 'strengths',
  },
  {
    id: 'strengths.growing',
    question: 'What am I getting better at?',
    hint: 'One sign of it from the last few days.',
    practice: 'strengths',
  },
  {
    id: 'strengths.more-use',
    question: 'Where could something I do well be of more use?',
    hint: 'A team, a meeting or a problem that is short of it.',
    practice: 'strengths',
  },
]
