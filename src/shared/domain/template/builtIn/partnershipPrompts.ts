/** What the daily page may ask about working with one's manager; each can be answered when the manager takes no part in it. */
import type { Prompt } from '../template'

export const partnershipPrompts: readonly Prompt[] = [
  {
    id: 'partnership.need',
    question: 'What do I need from {{manager}} right now?',
    hint: 'An answer, a decision, some time. Writing it down is not yet asking for it.',
    practice: 'partnership',
  },
  {
    id: 'partnership.no-surprise',
    question: 'What should {{manager}} know before it comes as a surprise?',
    hint: 'Good news counts too.',
    practice: 'partnership',
  },
  {
    id: 'partnership.my-half',
    question: 'What can I do well whatever {{manager}} makes of it?',
    hint: 'The part that stays mine, with support or without.',
    practice: 'partnership',
  },
  {
    id: 'partnership.offered',
    question: 'What did I last offer {{manager}}?',
    hint: 'Help, a draft, a warning, an idea. One that went nowhere counts as well.',
    practice: 'partnership',
  },
  {
    id: 'partnership.agreed',
    question: 'What did {{manager}} and I last agree on?',
    hint: 'As I understood it. If nothing was said, what I took to be meant.',
    practice: 'partnership',
  },
  {
    id: 'partnership.in-the-way',
    question: 'What stands between {{manager}} and me at the moment?',
    hint: 'One plain fact, for my own eyes. Nothing is an answer too.',
    practice: 'partnership',
  },
  {
    id: 'partnership.someone-else',
    question: 'Who else here helps me grow?',
    hint: 'A colleague, a customer, someone from another team, and how.',
    practice: 'partnership',
  },
  {
    id: 'partnership.on-their-mind',
    question: 'What seems to be on {{manager}}’s mind this week?',
    hint: 'A guess is fine. Add what it rests on.',
    practice: 'partnership',
  },
]
