/** What the daily page may ask about deciding and owning it. */
import type { Prompt } from '../template'

export const ownershipPrompts: readonly Prompt[] = [
  {
    id: 'ownership.took-a-chance',
    question: 'Where did I take a small chance today?',
    hint: 'Something I tried without knowing how it would turn out.',
    practice: 'ownership',
  },
  {
    id: 'ownership.settled',
    question: 'What did I settle instead of passing it on?',
    hint: 'A small call counts: an order of work, a wording, a plain no.',
    practice: 'ownership',
  },
  {
    id: 'ownership.answer-for',
    question: 'Which result today is mine to answer for?',
    hint: 'It may have gone well or badly. Say what it was.',
    practice: 'ownership',
  },
  {
    id: 'ownership.nobodys-job',
    question: 'What needed doing that was nobody’s job?',
    hint: 'What I did about it, or what a first step could be.',
    practice: 'ownership',
  },
  {
    id: 'ownership.waiting',
    question: 'What am I waiting for that I could start myself?',
    hint: 'The first step that needs no one’s permission. It may be a good wait, too.',
    practice: 'ownership',
  },
  {
    id: 'ownership.differently',
    question: 'What would I decide differently with what I know now?',
    hint: 'One choice, and the thing I only found out later.',
    practice: 'ownership',
  },
  {
    id: 'ownership.reasons',
    question: 'What was the reason for my latest decision?',
    hint: 'One line that will still make sense to me in three months.',
    practice: 'ownership',
  },
]
