/** Turns Markdown into formats while it is typed; never what is pasted or loaded. */
import { registerMarkdownShortcuts } from '@lexical/markdown'
import { defineExtension, mergeRegister, PASTE_TAG } from 'lexical'
import { markdownTransformers } from './markdownTransformers'

export const MarkdownShortcutsExtension = defineExtension({
  name: 'throughline/markdownShortcuts',
  register(editor) {
    let isTyped = true
    return mergeRegister(
      // Before the shortcuts get the same change.
      editor.registerUpdateListener(({ tags }) => {
        isTyped = !tags.has(PASTE_TAG)
      }),
      registerMarkdownShortcuts(
        editor,
        markdownTransformers(() => isTyped),
      ),
    )
  },
})
