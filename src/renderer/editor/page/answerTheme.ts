/** The class names Lexical puts on what it draws. */
import styles from './answer.module.css'

const name = (key: string): string => styles[key] ?? ''

export const answerTheme = {
  paragraph: name('paragraph'),
  heading: { h1: name('h1'), h2: name('h2'), h3: name('h3'), h4: name('h4'), h5: name('h4'), h6: name('h4') },
  quote: name('quote'),
  code: name('codeBlock'),
  hr: name('rule'),
  hrSelected: name('ruleSelected'),
  link: name('link'),
  list: {
    ul: name('bullets'),
    ol: name('numbers'),
    checklist: name('checks'),
    listitem: name('item'),
    listitemChecked: name('checked'),
    listitemUnchecked: name('unchecked'),
    nested: { listitem: name('nested') },
  },
  table: name('table'),
  tableCell: name('cell'),
  tableCellHeader: name('headCell'),
  tableCellSelected: name('cellSelected'),
  tableSelection: name('cellsSelected'),
  tableScrollableWrapper: name('tableBox'),
  text: {
    bold: name('bold'),
    italic: name('italic'),
    strikethrough: name('strikethrough'),
    code: name('code'),
  },
}
