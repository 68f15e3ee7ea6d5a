/** What is copied as plain text: lists keep their bullets, numbers, boxes and levels. */
import { $getLexicalContent, GetClipboardDataExtension } from '@lexical/clipboard'
import { $getEditor, configExtension, defineExtension } from 'lexical'
import { copiedText } from '#shared/document/copiedText'
import { blocksOfClipboard } from './pastedBlocks'

export const CopyExtension = defineExtension({
  name: 'throughline/copy',
  dependencies: [
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: {
        'text/plain': [
          (selection, next) => {
            const editor = $getEditor()
            const json = $getLexicalContent(editor, selection)
            const blocks = json === null ? null : blocksOfClipboard(json, editor._config.namespace)
            return blocks === null ? next() : copiedText(blocks)
          },
        ],
      },
    }),
  ],
})
