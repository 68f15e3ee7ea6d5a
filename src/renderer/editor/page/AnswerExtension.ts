/** All that one answer can do, put together from extensions. */
import { CodeExtension } from '@lexical/code-core'
import { HorizontalRuleExtension } from '@lexical/extension'
import { ListExtension } from '@lexical/list'
import { RichTextExtension } from '@lexical/rich-text'
import { configExtension, defineExtension } from 'lexical'
import { AddressLinksExtension } from '../extensions/AddressLinksExtension'
import { BlockMarksExtension } from '../extensions/BlockMarksExtension'
import { CheckItemExtension } from '../extensions/CheckItemExtension'
import { CopyExtension } from '../extensions/CopyExtension'
import { DocumentRulesExtension } from '../extensions/DocumentRulesExtension'
import { FormatKeysExtension } from '../extensions/FormatKeysExtension'
import { FormatLimitExtension } from '../extensions/FormatLimitExtension'
import { LinkKeysExtension } from '../extensions/LinkKeysExtension'
import { MarkdownShortcutsExtension } from '../extensions/MarkdownShortcutsExtension'
import { PageHistoryExtension } from '../extensions/PageHistoryExtension'
import { PasteExtension } from '../extensions/PasteExtension'
import { SectionNavigationExtension } from '../extensions/SectionNavigationExtension'
import { TableExtension } from '../extensions/TableExtension'
import { NamesExtension } from '../names/NamesExtension'
import { answerTheme } from './answerTheme'

export const AnswerExtension = defineExtension({
  name: 'throughline/answer',
  namespace: 'throughline-answer',
  theme: answerTheme,
  dependencies: [
    // Before Lexical's own rules: they take for granted what these bring about.
    DocumentRulesExtension,
    TableExtension,
    BlockMarksExtension,
    RichTextExtension,
    configExtension(ListExtension, { hasStrictIndent: true }),
    CheckItemExtension,
    CodeExtension,
    CopyExtension,
    HorizontalRuleExtension,
    LinkKeysExtension,
    NamesExtension,
    AddressLinksExtension,
    FormatLimitExtension,
    FormatKeysExtension,
    MarkdownShortcutsExtension,
    PageHistoryExtension,
    PasteExtension,
    SectionNavigationExtension,
  ],
})
