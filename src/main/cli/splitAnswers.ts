/** Answers out of one text, in the order of the page's questions. */

const rule = /^---[ \t]*$/
const fence = /^ {0,3}(`{3,}|~{3,})/

/**
 * With a line of `---` between them; without such a line each paragraph is one. Inside a code block neither ends an answer.
 * An empty answer, which only the line can give, leaves its question open. Reads each line once.
 */
export function splitAnswers(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const isInCode = createCodeBlocks()
  const marked = lines.map((line) => ({ line, isCode: isInCode(line) }))
  const hasRules = marked.some(({ line, isCode }) => !isCode && rule.test(line))
  const ends = ({ line, isCode }: (typeof marked)[number]) => !isCode && (hasRules ? rule : /^\s*$/).test(line)
  const answers: string[] = []
  let answer: string[] = []
  for (const one of marked) {
    if (!ends(one)) answer.push(one.line)
    else {
      answers.push(answer.join('\n'))
      answer = []
    }
  }
  answers.push(answer.join('\n'))
  // Blank lines before, between and behind paragraphs end nothing.
  return hasRules ? answers : answers.filter((one) => one !== '')
}

/** For the lines of a text one after the other: whether each belongs to a code block, its fences included. */
export function createCodeBlocks(): (line: string) => boolean {
  let open: string | null = null
  return (line) => {
    const found = fence.exec(line)?.[1]
    if (open === null) {
      open = found ?? null
      return open !== null
    }
    const isEnd = found?.startsWith(open) && line.trim() === found
    if (isEnd) open = null
    return true
  }
}

/** One answer for each of `count` sections: what is left over goes to the last, so that no word is lost. */
export function assignAnswers(answers: readonly string[], count: number): string[] {
  const [own, left] = [answers.slice(0, count), answers.slice(count)]
  const last = own.at(-1)
  if (left.length === 0 || last === undefined) return own
  return [...own.slice(0, -1), [last, ...left].filter((one) => one.trim() !== '').join('\n\n')]
}
