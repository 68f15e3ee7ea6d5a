/** What may stand behind a value where the sentence around it ends: `in:march.` */
export const endOfSentence = /[.,;:!?)]/
