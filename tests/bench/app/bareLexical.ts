/** The least page with a Lexical editor of rich text: what the app's own page is held against. */
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'

const paragraphs: string[] = JSON.parse(document.getElementById('content')?.textContent ?? '[]')
const editor = createEditor({
  namespace: 'bare',
  nodes: [HeadingNode, QuoteNode],
  onError(error) {
    throw error
  },
})
editor.setRootElement(document.getElementById('editor'))
registerRichText(editor)
editor.update(
  () => {
    const written = paragraphs.map((text) => $createParagraphNode().append($createTextNode(text)))
    $getRoot().append(...(written.length > 0 ? written : [$createParagraphNode()]))
  },
  { discrete: true },
)
editor.focus()
