/** What each practice is called, what it means and why the app asks about it: our words, on the source's ideas. */
import { type Practice, type PracticeId, practiceIds } from './practice'

/** The article the practices come from, as About and "Why this question?" name it. */
export const practiceSource = {
  author: 'Scot Herrick',
  title: 'Leadership for individual contributors – part III',
  publication: 'Job Performance',
} as const

/** A record, so that a practice without words doesn't compile. */
const byId: Readonly<Record<PracticeId, Practice>> = {
  business: {
    id: 'business',
    name: 'Learn the business',
    meaning: 'How the place works, and where its money and its worth come from.',
    why:
      'It is easier to lead when you can see how the whole thing fits together. That view comes in small pieces: a number ' +
      'that starts to make sense, a process followed to its end. These questions collect the pieces.',
  },
  focus: {
    id: 'focus',
    name: 'Focus',
    meaning: 'The manager served first, then the work the team gains most from.',
    why:
      'A day holds more work than hours. Choosing gets simpler when you treat your manager as the customer to serve first, ' +
      'and then look for what the whole team gains most from. A distraction loses some of its pull once it has a name.',
  },
  delivery: {
    id: 'delivery',
    name: 'Deliver',
    meaning: 'Work that reached someone and made a difference to them.',
    why:
      'People remember what arrived and what it did for them. A finished thing with rough edges usually helps more than a ' +
      'flawless one that is still waiting. A line about each result is also there when you need to look back.',
  },
  strengths: {
    id: 'strengths',
    name: 'Build on strengths',
    meaning: 'What comes well to me, grown until the gaps hardly count.',
    why:
      'Weak spots seldom go away, however hard one works at them. What already comes well to you can grow, most of all in ' +
      'work that has a real use for it. Where a question asks about energy, that part is our own addition and not from the source.',
  },
  ownership: {
    id: 'ownership',
    name: 'Decide and own it',
    meaning: 'Acting before being told, and answering for what comes of it.',
    why:
      'Much of what gets better at work does so because one person saw a need and acted on it. With the reasons written ' +
      'down early, you can answer for the result fairly and learn from it. Small decisions belong here as much as large ones.',
  },
  partnership: {
    id: 'partnership',
    name: 'Lead with your manager',
    meaning: 'What two people need from each other, offer and agree on.',
    why:
      'Leading without a title works best with two: you who grow into it, and a manager who makes room for it. Only one of ' +
      'the two halves is in your hands. These questions are about that half, so they are of use even when the other is missing.',
  },
}

/** All six, in the order of `practiceIds`. */
export const practices: readonly Practice[] = practiceIds.map((id) => byId[id])

export function practice(id: PracticeId): Practice {
  return byId[id]
}
