/** Turns Markdown into formats while it is typed; never what is pasted or loaded. */
import { registerMarkdownShortcuts } from '@lexical/markdown'
import { defineExtension } from 'lexical'
import { markdownTransformers } from './markdownTransformers'

export const MarkdownShortcutsExtension = defineExtension({
  name: 'throughline/markdownShortcuts',
  register: (editor) => registerMarkdownShortcuts(editor, markdownTransformers),
})
