/** The week read back by practice, and the next one begun. */
import type { Template } from '../template'

export const weekly: Template = {
  id: 'weekly',
  name: 'Weekly review',
  purpose: 'Read the week back and get the next one ready.',
  minutes: 15,
  primary: true,
  prompts: [
    {
      id: 'weekly.delivery',
      question: 'What did I deliver this week?',
      hint: 'Whatever reached someone, a line each.',
      practice: 'delivery',
    },
    {
      id: 'weekly.focus',
      question: 'What got most of my attention this week?',
      hint: 'What I chose, what I turned down, what took over.',
      practice: 'focus',
    },
    {
      id: 'weekly.ownership',
      question: 'What did I take into my own hands?',
      hint: 'A decision or a risk, and how it stands by now.',
      practice: 'ownership',
    },
    {
      id: 'weekly.business',
      question: 'What do I understand better about our business?',
      hint: 'A number, a process, or how a choice gets made.',
      practice: 'business',
    },
    {
      id: 'weekly.strengths',
      question: 'Which of my strengths did the week call for?',
      hint: 'Where it helped, or where there was no room for it.',
      practice: 'strengths',
    },
    {
      id: 'weekly.partnership',
      question: 'How did {{manager}} and I work together this week?',
      hint: 'What we agreed, what is open, what I saw to on my own.',
      practice: 'partnership',
    },
    {
      id: 'weekly.keep',
      question: 'What do I want to keep?',
      hint: 'A habit, an hour or a way of working that paid off.',
      practice: null,
    },
    {
      id: 'weekly.drop',
      question: 'What can I drop?',
      hint: 'Something that cost more than it gave back.',
      practice: null,
    },
    {
      id: 'weekly.first-customer',
      question: 'Who is my first customer next week?',
      hint: 'Often {{manager}}. Add what they need before anything else.',
      practice: 'focus',
    },
    {
      id: 'weekly.first-delivery',
      question: 'What will I deliver first next week?',
      hint: 'Small enough to reach someone within two days.',
      practice: 'delivery',
    },
  ],
}
