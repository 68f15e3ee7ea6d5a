/** What the daily page may ask about how the business works. */
import type { Prompt } from '../template'

export const businessPrompts: readonly Prompt[] = [
  {
    id: 'business.found-out',
    question: 'What did I find out about how this place runs?',
    hint: 'A step, a rule, or who really makes a certain choice.',
    practice: 'business',
  },
  {
    id: 'business.money',
    question: 'Which part of today’s work touches money?',
    hint: 'Something sold, saved, delayed or paid for because of it.',
    practice: 'business',
  },
  {
    id: 'business.number',
    question: 'Which number do I understand better than last week?',
    hint: 'What it counts, and what makes it rise or fall.',
    practice: 'business',
  },
  {
    id: 'business.slow-step',
    question: 'Which step in our work takes longer than it needs to?',
    hint: 'Where things wait, and who waits with them.',
    practice: 'business',
  },
  {
    id: 'business.customers',
    question: 'What did I notice about the people who use our work?',
    hint: 'Something they asked for, liked, avoided or put up with.',
    practice: 'business',
  },
  {
    id: 'business.next-hands',
    question: 'Where does my work go after it leaves me?',
    hint: 'The next person or system, and what they do with it.',
    practice: 'business',
  },
  {
    id: 'business.whom-to-ask',
    question: 'Who could explain something here that puzzles me?',
    hint: 'A name, and the question I would bring along.',
    practice: 'business',
  },
]
