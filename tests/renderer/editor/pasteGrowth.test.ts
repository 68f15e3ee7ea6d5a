/** Plain text is put in by work that grows as it does, whatever it is made of. */
import { $getRoot, $getSelection } from 'lexical'
import { $insertText } from '../../../src/renderer/editor/extensions/insertText'
import { blocksRun } from '../../growth/blocksRun'
import { grows } from '../../growth/grows'
import { answers, editorOf } from '../answers'

const texts: Record<string, (n: number) => string> = {
  'tabs of a line': (n) => '\t'.repeat(n),
  'columns of a line': (n) => 'word\t'.repeat(n),
  'words of a line': (n) => 'word '.repeat(n),
  lines: (n) => 'word\n'.repeat(n),
  'lines of columns': (n) => 'a\tb\tc\n'.repeat(n),
}

for (const [dimension, make] of Object.entries(texts)) {
  grows(
    dimension,
    make,
    (text, count) => {
      const { group } = answers()
      const editor = editorOf(group, 0)
      const insert = () =>
        editor.update(
          () => {
            $getRoot().selectEnd()
            const selection = $getSelection()
            if (selection) $insertText(selection, text)
          },
          { discrete: true },
        )
      count(blocksRun(insert))
      group.dispose()
    },
    1024,
  )
}
