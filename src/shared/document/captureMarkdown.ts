/** The captures of a day as a Markdown file: every field in the front matter, the words in the body, letter for letter. */
import { type Capture, type CaptureDay, type CaptureKind, compareCaptures } from '../domain/capture/capture'
import { documentOfText } from './document'
import { frontMatter } from './frontMatter'
import { newDocument, newHeading, newText } from './newNodes'
import { toMarkdown } from './toMarkdown'

/** `kinds` are the headings. Null when all captures are in the trash. */
export function captureMarkdown(
  { captures: all, ...fields }: CaptureDay,
  kinds: Readonly<Record<CaptureKind, string>>,
): string | null {
  const captures = shownOf(all)
  if (captures.length === 0) return null
  const described = captures.map(({ text: _, trashed: __, ...rest }) => rest)
  const front = frontMatter({ ...fields, captures: described })
  return `---\n${front}---\n\n${captureBody(all, kinds)}`
}

/** The words under their kinds, without the front matter. */
export function captureBody(captures: readonly Capture[], kinds: Readonly<Record<CaptureKind, string>>): string {
  return shownOf(captures)
    .map(({ kind, text }) => {
      const head = toMarkdown(newDocument([newHeading('h2', [newText(kinds[kind])])]))
      return `${head}\n${toMarkdown(documentOfText(text))}`
    })
    .join('\n')
}

function shownOf(captures: readonly Capture[]): Capture[] {
  return captures.filter(({ trashed }) => trashed === null).sort(compareCaptures)
}
