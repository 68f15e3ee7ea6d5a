/** Where the marks of blocks are after what a person does: private words stay private, and an id stays with its words. */
import {
  $createRangeSelection,
  $getRoot,
  $setSelection,
  COPY_COMMAND,
  CUT_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerDocument, AnyNode, BlockNode } from '#shared/document/document'
import { isMarkedType, marksIn, nodesIn } from '#shared/document/marks'
import {
  newCode,
  newDocument,
  newHeading,
  newList,
  newListItem,
  newParagraph,
  newText,
} from '#shared/document/newNodes'
import { inlineText } from '#shared/document/plainText'
import { loadHtmlReader } from '../../../src/renderer/editor/extensions/htmlReader'
import { formatActions } from '../../../src/renderer/editor/formatting/formatActions'
import { $deleteBackward } from '../../editor/editorSteps'
import { answers, editorOf, settled, stored, type } from '../answers'

beforeAll(async () => {
  await loadHtmlReader()
})

let page: ReturnType<typeof answers>
afterEach(() => page.group.dispose())

function marked<N extends BlockNode>(block: N, state: object): N {
  return { ...block, $: state }
}
const words = (text: string) => newParagraph(text === '' ? [] : [newText(text)])
const hidden = (text: string) => marked(words(text), { private: true })
const named = (text: string, id = 'x') => marked(words(text), { id })

function open(...blocks: BlockNode[]): LexicalEditor {
  page = answers([newDocument(blocks), newDocument([])])
  return editorOf(page.group, 0)
}

/** Each block that holds words or may: `paragraph a`, with `!` where it is private and its id behind it. */
function shown(document: AnswerDocument | LexicalEditor): string[] {
  const { root } = 'root' in document ? document : stored(document)
  return nodesIn(root).flatMap((node) => {
    if (!isMarkedType(node.type) || ('children' in node && node.children.some(({ type }) => type === 'list'))) return []
    const { isPrivate, id } = marksIn('$' in node ? node.$ : undefined)
    const text = 'children' in node ? inlineText(node.children as AnyNode[]) : ''
    return [`${node.type} ${text}${isPrivate ? '!' : ''}${id && ` (${id})`}`]
  })
}

/** In the texts, over all blocks. */
function select(editor: LexicalEditor, from: readonly [text: number, offset: number], to = from): void {
  editor.update(
    () => {
      const texts = $getRoot().getAllTextNodes()
      const selection = $createRangeSelection()
      for (const [point, [at, offset]] of [
        [selection.anchor, from],
        [selection.focus, to],
      ] as const) {
        const text = texts[at]
        if (text) point.set(text.getKey(), offset, 'text')
      }
      $setSelection(selection)
    },
    { discrete: true },
  )
}

function selectBlock(editor: LexicalEditor, at: number): void {
  editor.update(
    () => {
      const block = $getRoot().getChildAtIndex(at)
      if (block && 'selectStart' in block) block.selectStart()
    },
    { discrete: true },
  )
}

async function enter(editor: LexicalEditor): Promise<void> {
  editor.dispatchCommand(KEY_ENTER_COMMAND, null)
  await settled()
}

async function copied(editor: LexicalEditor, command = COPY_COMMAND): Promise<DataTransfer> {
  const clipboardData = new DataTransfer()
  editor.dispatchCommand(command, new ClipboardEvent('copy', { clipboardData }))
  await settled()
  return clipboardData
}

async function paste(editor: LexicalEditor, clipboardData: DataTransfer): Promise<void> {
  editor.dispatchCommand(PASTE_COMMAND, new ClipboardEvent('paste', { clipboardData, cancelable: true }))
  await settled()
}

describe('Enter', () => {
  test.each([
    [0, ['paragraph !', 'paragraph abcd!']],
    [1, ['paragraph a!', 'paragraph bcd!']],
    [4, ['paragraph abcd!', 'paragraph !']],
  ])('at %i makes two private parts of one', async (at, expected) => {
    const editor = open(hidden('abcd'), words('z'))
    select(editor, [0, at])
    await enter(editor)
    expect(shown(editor)).toEqual([...expected, 'paragraph z'])
  })

  test.each([
    [0, ['paragraph ', 'paragraph abcde (x)']],
    [1, ['paragraph a', 'paragraph bcde (x)']],
    [3, ['paragraph abc (x)', 'paragraph de']],
    [5, ['paragraph abcde (x)', 'paragraph ']],
  ])('at %i leaves the id where most of its words are', async (at, expected) => {
    const editor = open(named('abcde'))
    select(editor, [0, at])
    await enter(editor)
    expect(shown(editor)).toEqual(expected)
  })

  test('in an item, a heading, a quote', async () => {
    const item = marked(newListItem([newText('abcd')], 1, 0) as never, { private: true, id: 'x' })
    const editor = open(
      newList('bullet', [item]),
      marked(newHeading('h2', [newText('efgh')]), { private: true, id: 'y' }),
    )
    select(editor, [0, 3])
    await enter(editor)
    select(editor, [2, 3])
    await enter(editor)
    expect(shown(editor)).toEqual(['listitem abc! (x)', 'listitem d!', 'heading efg! (y)', 'heading h!'])
  })

  test('on an empty private item leaves the list, and stays private', async () => {
    const item = marked(newListItem([], 2, 0) as never, { private: true })
    const editor = open(newList('bullet', [newListItem([newText('a')], 1, 0), item]))
    editor.update(() => void $getRoot().selectEnd(), { discrete: true })
    await enter(editor)
    expect(shown(editor)).toEqual(['listitem a', 'paragraph !'])
  })

  test('after a block without marks makes none', async () => {
    const editor = open(hidden('a'), words('b'))
    select(editor, [1, 1])
    await enter(editor)
    expect(shown(editor)).toEqual(['paragraph a!', 'paragraph b', 'paragraph '])
  })
})

describe('joining', () => {
  test.each([
    ['a private one to one before it', [words('a'), hidden('b')], ['paragraph ab!']],
    ['one to a private one before it', [hidden('a'), words('b')], ['paragraph ab!']],
    ['one with an id to one before it', [words('a'), named('b')], ['paragraph ab (x)']],
    ['two with ids keeps that of the first', [named('abc', 'x'), named('d', 'y')], ['paragraph abcd (x)']],
  ])('%s', async (_, blocks, expected) => {
    const editor = open(...blocks)
    selectBlock(editor, 1)
    editor.update($deleteBackward, { discrete: true })
    await settled()
    expect(shown(editor)).toEqual(expected)
  })

  test('by taking what is between', async () => {
    const editor = open(words('abc'), words('def'), hidden('ghi'))
    select(editor, [0, 1], [2, 2])
    editor.update($deleteBackward, { discrete: true })
    await settled()
    expect(shown(editor)).toEqual(['paragraph ai!'])
  })

  test('with private words that are then taken away stays private', async () => {
    const editor = open(words('a'), hidden('b'))
    selectBlock(editor, 1)
    editor.update($deleteBackward, { discrete: true })
    await settled()
    select(editor, [0, 1], [0, 2])
    editor.update($deleteBackward, { discrete: true })
    await settled()
    expect(shown(editor)).toEqual(['paragraph a!'])
  })
})

const conversions = formatActions.filter(({ id }) =>
  ['heading', 'bullet', 'number', 'check', 'quote', 'codeBlock'].includes(id),
)

describe.each(conversions.map((action) => [action.id, action] as const))('becoming %s and words again', (_, action) => {
  test.each(['abc', ''])('with the words "%s"', async (text) => {
    const editor = open(words('before'), marked(words(text), { private: true, id: 'x' }), words('after'))
    for (let turn = 0; turn < 2; turn += 1) {
      selectBlock(editor, 1)
      action.run(editor)
      await settled()
      const [before, converted, after] = shown(editor)
      expect([before, after]).toEqual(['paragraph before', 'paragraph after'])
      // An id is the address of words.
      expect(converted).toMatch(text === '' ? /^\w+ !/ : /^\w+ abc! \(x\)$/)
    }
    expect(shown(editor)[1]).toMatch(/^paragraph/)
  })
})

test.each(['# ', '> ', '- ', '3. ', '- [ ] ', '``` '])(
  'typing %j on an empty private line keeps it private',
  async (text) => {
    const editor = open(words('a'), hidden(''))
    editor.update(() => void $getRoot().selectEnd(), { discrete: true })
    await type(editor, `${text}b`)
    expect(shown(editor)).toEqual(['paragraph a', expect.stringMatching(/^(?!paragraph)\w+ b!$/)])
  },
)

test('bold, links and lines within a block leave its marks alone, and what is typed in it has them', async () => {
  const editor = open(marked(words('abcdef'), { private: true, id: 'x' }))
  select(editor, [0, 2], [0, 4])
  for (const action of formatActions) if (['bold', 'code'].includes(action.id)) action.run(editor)
  await settled()
  await type(editor, 'new https://l.example/ ')
  expect(shown(editor)).toEqual([expect.stringMatching(/^paragraph ab.*ef! \(x\)$/)])
  for (const node of nodesIn(stored(editor).root))
    if ('text' in node) expect(marksIn('$' in node ? node.$ : null)).toEqual({ isPrivate: true, id: 'x' })
})

describe('the clipboard', () => {
  test.each([
    ['a word', [0, 1], [0, 2]],
    ['the whole', [0, 0], [0, 4]],
    ['two blocks', [0, 2], [1, 1]],
  ] as const)('takes %s of a private block as private', async (_, from, to) => {
    const editor = open(hidden('abcd'), words('ef'), words('gh'))
    select(editor, from, to)
    const data = await copied(editor)
    select(editor, [2, 1])
    await paste(editor, data)
    const after = shown(editor).slice(2)
    expect(after.length).toBeGreaterThan(0)
    for (const block of after) expect(block.endsWith('!')).toBe(/ .*[abcd]/.test(block))
    // Into another answer, and into a code block.
    const other = editorOf(page.group, 1)
    other.update(() => void $getRoot().selectEnd(), { discrete: true })
    await paste(other, data)
    expect(shown(other)[0]).toMatch(/!$/)
  })

  test('also where its nodes are not taken', async () => {
    const editor = open(hidden('abcd'), newCode([newText('code')]))
    select(editor, [0, 0], [0, 4])
    const data = await copied(editor)
    select(editor, [1, 2])
    await paste(editor, data)
    expect(shown(editor)).toEqual(['paragraph abcd!', 'code coabcdde!'])
    const broken = new DataTransfer()
    broken.setData(
      'application/x-lexical-editor',
      data.getData('application/x-lexical-editor').replace('"paragraph"', '"later"').replace('"text"', '"later"'),
    )
    broken.setData('text/plain', 'p\nq')
    const other = editorOf(page.group, 1)
    other.update(() => void $getRoot().selectEnd(), { discrete: true })
    await paste(other, broken)
    expect(shown(other)).toEqual(['paragraph p!', 'paragraph q!'])
    const html = new DataTransfer()
    html.setData('application/x-lexical-editor', broken.getData('application/x-lexical-editor'))
    html.setData('text/html', '<p>r</p><p>s</p>')
    await paste(other, html)
    expect(shown(other)).toEqual(['paragraph p!', 'paragraph qr!', 'paragraph s!'])
  })

  test('from elsewhere is not private, and brings no id', async () => {
    const editor = open(named('abcd'))
    const nodes = [{ ...named('there', 'y') }]
    const data = new DataTransfer()
    data.setData(
      'application/x-lexical-editor',
      JSON.stringify({ namespace: 'throughline-answer', nodes: [...nodes, words('e')] }),
    )
    editor.update(() => void $getRoot().selectEnd(), { discrete: true })
    await enter(editor)
    await paste(editor, data)
    expect(shown(editor)).toEqual(['paragraph abcd (x)', 'paragraph there', 'paragraph e'])
  })

  test('copies no id, wherever it goes', async () => {
    const editor = open(named('abcd'), words('z'))
    select(editor, [0, 0], [1, 1])
    const data = await copied(editor)
    select(editor, [0, 0])
    await paste(editor, data)
    expect(shown(editor).filter((block) => block.includes('(x)'))).toHaveLength(1)
    const other = editorOf(page.group, 1)
    other.update(() => void $getRoot().selectEnd(), { discrete: true })
    await paste(other, data)
    expect(shown(other)).toEqual(['paragraph abcd', 'paragraph z'])
  })

  test('leaves an id where it was when as many of its words come before it', async () => {
    const editor = open(words('q'), named('abcd'))
    select(editor, [1, 0], [1, 4])
    const data = await copied(editor)
    select(editor, [0, 1])
    await paste(editor, data)
    expect(shown(editor)).toEqual(['paragraph qabcd', 'paragraph abcd (x)'])
  })

  test('leaves an id where it was when the same block comes before it', async () => {
    const editor = open(words('q'), words('r'), named('abcd'), words('z'))
    select(editor, [2, 0], [3, 1])
    const data = await copied(editor)
    select(editor, [0, 1])
    await enter(editor)
    await paste(editor, data)
    expect(shown(editor)).toEqual(['q', 'abcd', 'z', 'r', 'abcd (x)', 'z'].map((text) => `paragraph ${text}`))
  })

  test.each([0, 1])('takes an id along that is cut, into answer %i', async (at) => {
    const editor = open(words('a'), named('bcd'), words('e'), words('f'))
    select(editor, [1, 0], [2, 1])
    const data = await copied(editor, CUT_COMMAND)
    expect(shown(editor).join()).not.toContain('bcd')
    const target = editorOf(page.group, at)
    target.update(() => void $getRoot().selectEnd(), { discrete: true })
    await paste(target, data)
    expect(shown(target)).toContainEqual(expect.stringMatching(/bcd \(x\)$/))
  })
})

test('undo brings the marks back as they were', async () => {
  const editor = open(named('abcd'), hidden('ef'))
  const before = shown(editor)
  selectBlock(editor, 1)
  editor.update($deleteBackward, { discrete: true, tag: 'history-push' })
  await settled()
  expect(shown(editor)).toEqual(['paragraph abcdef! (x)'])
  editor.dispatchCommand(UNDO_COMMAND, undefined)
  await settled()
  expect(shown(editor)).toEqual(before)
})

test('marks that come later stand in the file, whatever was there in their place', async () => {
  const odd = { ...words('ef'), $: 5 } as ReturnType<typeof words>
  const editor = open(marked(words('ab'), { id: 'x' }), marked(words('cd'), { id: 'x' }), odd, hidden('gh'))
  for (const at of [3, 2]) {
    selectBlock(editor, at)
    editor.update($deleteBackward, { discrete: true })
    await settled()
  }
  expect(shown(editor)).toEqual(['paragraph ab (x)', 'paragraph cdefgh!'])
})

test('what another program wrote beside the marks stays', async () => {
  const state = { private: 'yes', id: 5, later: { kept: true } }
  const editor = open(marked(words('abc'), state))
  select(editor, [0, 3])
  await type(editor, 'd')
  expect(stored(editor).root.children[0]).toMatchObject({ $: state })
})
