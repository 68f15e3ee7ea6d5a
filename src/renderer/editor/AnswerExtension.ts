/** All that one answer can do, put together from extensions. */
import { CodeExtension } from '@lexical/code-core'
import { HorizontalRuleExtension } from '@lexical/extension'
import { ListExtension } from '@lexical/list'
import { RichTextExtension } from '@lexical/rich-text'
import { configExtension, defineExtension } from 'lexical'
import { AddressLinksExtension } from './AddressLinksExtension'
import { answerTheme } from './answerTheme'
import { CheckItemExtension } from './CheckItemExtension'
import { CopyExtension } from './CopyExtension'
import { DocumentRulesExtension } from './DocumentRulesExtension'
import { FormatKeysExtension } from './FormatKeysExtension'
import { FormatLimitExtension } from './FormatLimitExtension'
import { LinkKeysExtension } from './LinkKeysExtension'
import { MarkdownShortcutsExtension } from './MarkdownShortcutsExtension'
import { PageHistoryExtension } from './PageHistoryExtension'
import { PasteExtension } from './PasteExtension'
import { SectionNavigationExtension } from './SectionNavigationExtension'

export const AnswerExtension = defineExtension({
  name: 'throughline/answer',
  namespace: 'throughline-answer',
  theme: answerTheme,
  dependencies: [
    // Before Lexical's own rules: they take for granted what these bring about.
    DocumentRulesExtension,
    RichTextExtension,
    configExtension(ListExtension, { hasStrictIndent: true }),
    CheckItemExtension,
    CodeExtension,
    CopyExtension,
    HorizontalRuleExtension,
    LinkKeysExtension,
    AddressLinksExtension,
    FormatLimitExtension,
    FormatKeysExtension,
    MarkdownShortcutsExtension,
    PageHistoryExtension,
    PasteExtension,
    SectionNavigationExtension,
  ],
})
