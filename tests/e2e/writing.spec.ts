import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { messages } from '../../src/shared/messages/messages'
import { writeSample } from '../fixtures/writeSample'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'

const words = messages.writing

test.describe('on an empty profile', () => {
  let page: JournalPage
  test.beforeEach(async ({ app }) => {
    await app.launch()
    page = await JournalPage.of(app)
  })

  test('the first keys, without a click, answer the first question; nothing is stored before', {
    tag: '@quick',
  }, async () => {
    await expect(page.window.getByText(words.notStored, { exact: true })).toBeVisible()
    await page.type('The import runs.')
    await expect(page.answer(0)).toHaveText('The import runs.')
    await page.saved()
    await expect(page.window.getByText(words.welcome)).toBeVisible()
  })

  test('Tab goes through the answers in order, leaves after the last, and comes back', async () => {
    const keys = page.window.keyboard
    const count = await page.window.locator('[contenteditable="true"]').count()
    expect(count).toBe(5)
    for (let at = 0; at < count; at += 1) {
      await expect(page.answer(at)).toBeFocused()
      await keys.press('Tab')
    }
    await expect(page.answer(count - 1)).not.toBeFocused()
    await keys.press('Shift+Tab')
    await expect(page.answer(count - 1)).toBeFocused()
    await keys.press('ControlOrMeta+Shift+Enter')
    await expect(page.answer(count - 2)).toBeFocused()
    await keys.press('ControlOrMeta+Enter')
    await expect(page.answer(count - 1)).toBeFocused()
  })

  test('arrows cross from one answer to the next and back, line by line', async () => {
    const keys = page.window.keyboard
    await page.type('one line\nand another')
    await keys.press('ArrowUp')
    await expect(page.answer(0)).toBeFocused()
    await keys.press('ArrowDown')
    await keys.press('ArrowDown')
    await expect(page.answer(1)).toBeFocused()
    await page.type('second')
    await keys.press('Home')
    await keys.press('ArrowLeft')
    await expect(page.answer(0)).toBeFocused()
    await page.type('!')
    await expect(page.answer(0).locator('p').last()).toHaveText('and another!')
    await keys.press('ArrowRight')
    await expect(page.answer(1)).toBeFocused()
    await keys.press('ArrowUp')
    await expect(page.answer(0)).toBeFocused()
  })

  test('Escape reaches what stands with the question, and Tab leads back to the answer', async () => {
    const keys = page.window.keyboard
    await keys.press('Escape')
    const why = page.window.getByRole('button', { name: words.whyThisQuestion }).first()
    await expect(why).toBeFocused()
    await keys.press('Enter')
    await expect(why).toHaveAttribute('aria-expanded', 'true')
    await expect(
      page.window.getByText(words.source('Scot Herrick', 'Leadership for individual contributors – part III')).first(),
    ).toBeVisible()
    await keys.press('Tab')
    await expect(page.answer(0)).toBeFocused()
  })

  test('lists nest with Tab and Markdown becomes formats while it is typed', async () => {
    const keys = page.window.keyboard
    await page.type('# A heading\n- one\n')
    await keys.press('Tab')
    await page.type('two\n')
    await keys.press('Shift+Tab')
    await page.type('**three** and `code`\n\n> said\n')
    const answer = page.answer(0)
    await expect(answer.locator('h1')).toHaveText('A heading')
    await expect(answer.locator('ul ul li')).toHaveText('two')
    await expect(answer.locator('li strong')).toHaveText('three')
    await expect(answer.locator('li code')).toHaveText('code')
    await expect(answer.locator('blockquote')).toContainText('said')
    await keys.press('ControlOrMeta+Enter')
    await page.type('[ ] to do\ndone')
    const items = page.answer(1).getByRole('listitem')
    await expect(items).toHaveCount(2)
    await items.first().click({ position: { x: 8, y: 14 } })
    await expect(items.first()).toHaveAttribute('data-state', words.checklist.done)
    await keys.press('ControlOrMeta+Alt+Enter')
    await expect(items.last()).toHaveAttribute('data-state', words.checklist.done)
    await expect(page.answer(1)).toMatchAriaSnapshot(`
      - list:
        - listitem: /done:.*to do/
        - listitem: /done:.*done/
    `)
    await page.saved()
  })

  test('undo and redo work across the answers', async () => {
    const keys = page.window.keyboard
    // At once: keys that come slowly are steps of their own.
    await keys.insertText('first')
    await keys.press('Tab')
    await keys.insertText('second')
    await keys.press('Shift+Tab')
    await keys.insertText(' more')
    await keys.press('ControlOrMeta+z')
    await expect(page.answer(0)).toHaveText('first')
    await keys.press('ControlOrMeta+z')
    await expect(page.answer(1)).toHaveText('')
    await expect(page.answer(1)).toBeFocused()
    await keys.press('ControlOrMeta+z')
    await expect(page.answer(0)).toHaveText('')
    await expect(page.answer(0)).toBeFocused()
    for (let step = 0; step < 3; step += 1) await keys.press('ControlOrMeta+Shift+z')
    await expect(page.answer(0)).toHaveText('first more')
    await expect(page.answer(1)).toHaveText('second')
  })

  test('select all, delete, cut and paste empty one answer and never a question', async () => {
    const keys = page.window.keyboard
    const questions = await page.questions.allTextContents()
    await page.type('first')
    await keys.press('Tab')
    await page.type('second')
    await keys.press('ControlOrMeta+a')
    await keys.press('Delete')
    await keys.press('Delete')
    await keys.press('Backspace')
    await keys.press('Backspace')
    await expect(page.answer(1)).toHaveText('')
    await expect(page.answer(0)).toHaveText('first')
    await keys.press('Shift+Tab')
    await keys.press('ControlOrMeta+a')
    await keys.press('ControlOrMeta+x')
    await expect(page.answer(0)).toHaveText('')
    await keys.press('Tab')
    await keys.press('ControlOrMeta+v')
    await expect(page.answer(1)).toHaveText('first')
    expect(await page.questions.allTextContents()).toEqual(questions)
  })

  test('words dragged from one answer to another move there', async () => {
    const keys = page.window.keyboard
    await page.type('carried')
    await keys.press('Tab')
    await page.type('stays')
    await page.answer(0).locator('span').dblclick()
    await page
      .answer(0)
      .locator('span')
      .dragTo(page.answer(1).locator('span'), { targetPosition: { x: 1, y: 10 } })
    await expect(page.answer(1)).toContainText('carried')
    await expect(page.answer(0)).toHaveText('')
    await expect(page.questions).toHaveCount(5)
  })

  test('words composed with an input method arrive, and their questions stay', async () => {
    const session = await page.window.context().newCDPSession(page.window)
    for (const text of ['k', 'か', 'かん']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
    await session.send('Input.insertText', { text: '漢字' })
    await expect(page.answer(0)).toHaveText('漢字')
    await page.window.keyboard.press('Tab')
    await page.type('next')
    await expect(page.answer(1)).toHaveText('next')
    await page.saved()
    await expect(page.questions).toHaveCount(5)
  })

  test('a paste from Word keeps its structure and drops the rest', { tag: '@quick' }, async () => {
    await page.paste({
      'text/html':
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body lang=EN-US>' +
        '<!--StartFragment--><h2 style="mso-x:y">Plan<o:p></o:p></h2><p class=MsoNormal onclick="x()" style="margin:0">A <b>bold</b> ' +
        '<a href="javascript:alert(1)">bad</a> <a href="https://ok.example/x">good</a><script>alert(1)</script></p>' +
        '<ul><li>one<ul><li>two</li></ul></li></ul><img src=x onerror=alert(1)><!--EndFragment--></body></html>',
      'text/plain': 'not this',
    })
    const answer = page.answer(0)
    await expect(answer.locator('h2')).toHaveText('Plan')
    await expect(answer.locator('strong')).toHaveText('bold')
    await expect(answer.locator('a')).toHaveAttribute('href', 'https://ok.example/x')
    await expect(answer.locator('ul ul li')).toHaveText('two')
    await expect(answer.locator('img, script, style')).toHaveCount(0)
    await page.saved()
  })

  test('Ctrl+K makes a link of the selected words; Escape leaves them', async () => {
    const keys = page.window.keyboard
    await page.type('some words')
    await keys.press('ControlOrMeta+a')
    await keys.press('ControlOrMeta+k')
    const field = page.window.getByRole('textbox', { name: words.linkAddress })
    await expect(field).toBeFocused()
    await keys.press('Escape')
    await expect(page.answer(0)).toBeFocused()
    await expect(page.answer(0).locator('a')).toHaveCount(0)
    await keys.press('ControlOrMeta+k')
    await keys.type('javascript:alert(1)')
    await keys.press('Enter')
    await expect(page.window.getByText(words.linkRefused)).toBeVisible()
    await field.fill('example.com')
    await keys.press('Enter')
    await expect(page.answer(0).locator('a')).toHaveAttribute('href', 'https://example.com')
    await expect(page.answer(0)).toBeFocused()
    await keys.press('ControlOrMeta+k')
    await page.window.getByRole('button', { name: words.linkRemove }).click()
    await expect(page.answer(0).locator('a')).toHaveCount(0)
    await expect(page.answer(0)).toHaveText('some words')
  })

  test('the formatting bar shows with a selection, is reached by key, and moves no text', async () => {
    const keys = page.window.keyboard
    const bar = page.window.getByRole('toolbar', { name: words.format.toolbar })
    await page.type('some words')
    await expect(bar).toHaveCount(0)
    const before = await page.answer(1).boundingBox()
    await keys.press('ControlOrMeta+a')
    await expect(bar).toBeVisible()
    expect(await page.answer(1).boundingBox()).toEqual(before)
    await bar.getByRole('button', { name: words.format.bold, exact: true }).click()
    await expect(page.answer(0).locator('strong')).toHaveText('some words')
    await keys.press('Alt+F10')
    await expect(bar.getByRole('button', { name: words.format.bold, exact: true })).toBeFocused()
    await keys.press('ArrowRight')
    await keys.press('Enter')
    await expect(page.answer(0).locator('em, strong[class*=italic]')).toHaveCount(1)
    await expect(page.answer(0)).toBeFocused()
    await keys.press('ArrowRight')
    await expect(bar).toHaveCount(0)
    await keys.press('Alt+F10')
    await expect(bar).toBeVisible()
    await keys.press('Escape')
    await expect(bar).toHaveCount(0)
    await expect(page.answer(0)).toBeFocused()
  })

  test('underline is no format', async () => {
    await page.type('some words')
    await page.window.keyboard.press('ControlOrMeta+a')
    await page.window.keyboard.press('ControlOrMeta+u')
    await page.window.keyboard.press('ControlOrMeta+b')
    await expect(page.answer(0).locator('strong')).toHaveText('some words')
    await expect(page.answer(0).locator('[class*=underline], u')).toHaveCount(0)
  })

  test('another question can be asked while the answer is empty', async () => {
    const question = page.questions.nth(2)
    const first = await question.textContent()
    await page.answer(2).click()
    await page.window.getByRole('button', { name: words.askElse }).click()
    await expect(question).not.toHaveText(first ?? '')
    await page.answer(2).click()
    await page.type('x')
    await expect(page.window.getByRole('button', { name: words.askElse })).toHaveCount(0)
  })
})

test('an entry is there again after a restart: words, title, star', { tag: '@quick' }, async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  await page.type('The import runs.')
  await page.window.getByRole('textbox', { name: words.title }).fill('A title')
  await page.window.getByRole('button', { name: words.star }).click()
  await page.saved()
  await app.relaunch()
  const again = await JournalPage.of(app)
  await expect(again.answer(0)).toHaveText('The import runs.')
  await expect(again.window.getByRole('textbox', { name: words.title })).toHaveValue('A title')
  await expect(again.window.getByRole('button', { name: words.unstar })).toBeVisible()
  // Writing goes on at the first question that is open.
  await expect(again.answer(1)).toBeFocused()
})

test('a new entry from another template in two clicks; what was written before stays', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  await page.type('Before I leave')
  await page.window.getByRole('button', { name: words.newEntry }).click()
  await page.window.getByRole('menuitem', { name: '1:1 with my manager' }).click()
  await expect(page.questions.first()).toHaveText(/my manager/)
  await expect(page.answer(0)).toBeFocused()
  await page.window.getByRole('textbox', { name: words.managerQuestion }).fill('Dana')
  await page.window.keyboard.press('Enter')
  await expect(page.questions.first()).toHaveText('What matters most to Dana right now?')
  await expect(page.answer(0)).toBeFocused()
  await page.type('The ledger.')
  await page.saved()
  await page.window.getByRole('row', { name: /Before I leave/ }).click()
  await expect(page.answer(0)).toHaveText('Before I leave')
})

test('moved to the trash, an entry comes back with Undo', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  await page.type('Not for ever')
  await page.saved()
  await page.window.getByRole('button', { name: words.more }).click()
  await page.window.getByRole('menuitem', { name: words.moveToTrash }).click()
  await expect(page.answer(0)).toHaveText('')
  await page.window.getByRole('button', { name: words.undo }).click()
  await expect(page.answer(0)).toHaveText('Not for ever')
})

test('moved to another day, an entry keeps its words', { tag: '@quick' }, async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  const heading = await page.heading.textContent()
  await page.type('For another day')
  await page.saved()
  await page.window.getByRole('button', { name: words.more }).click()
  await page.window.getByRole('menuitem', { name: words.moveTo }).click()
  await expect(page.window.getByRole('spinbutton').first()).toBeFocused()
  await page.window.keyboard.press('Tab')
  await page.window.keyboard.press('ArrowDown')
  await page.window.getByRole('button', { name: words.move, exact: true }).click()
  await expect(page.heading).not.toHaveText(heading ?? '')
  await page.saved()
  await expect(page.answer(0)).toHaveText('For another day')
})

const lastWeek = {
  daysAgo: 7,
  at: '16:45',
  template: 'daily',
  answers: {
    'daily.delivered': 'Drafted it.',
    'daily.focus': 'The **Run**book took the morning, and the runbook won.',
  },
}

test('a day of last week opens with its open questions collapsed; a button brings them', async ({ app }) => {
  await writeSample([lastWeek], app.userData, app.clock.now())
  await app.launch()
  const page = await JournalPage.of(app)
  await page.window.getByRole('row', { name: /Drafted it/ }).click()
  await expect(page.questions).toHaveText([/helps someone/, /best hours/, words.freeAnswer])
  await page.window.getByRole('button', { name: words.showUnanswered(2, '2') }).click()
  await expect(page.questions).toHaveCount(5)
})

test('a search opens the page at its hit, with the words marked and the caret there', async ({ app }) => {
  await writeSample([lastWeek], app.userData, app.clock.now())
  await app.launch()
  const page = await JournalPage.of(app)
  await page.window.keyboard.press('ControlOrMeta+f')
  await page.window.getByRole('searchbox').fill('runbook')
  await page.window.locator('mark').first().click()
  const marked = () => page.window.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String))
  await expect.poll(marked).toEqual(['Runbook', 'runbook'])
  await expect(page.answer(1)).toBeFocused()
  await page.type('>>')
  await expect(page.answer(1)).toHaveText('The >>Runbook took the morning, and the runbook won.')
  await expect.poll(marked).toEqual([])
})

test('an answer this version cannot show stands there as its words, and stays as it is on disk', async ({ app }) => {
  await app.launch()
  let page = await JournalPage.of(app)
  await page.type('Kept words')
  await page.saved()
  await app.close()
  const file = await onlyEntry(app.userData)
  const entry = JSON.parse(await readFile(file, 'utf8'))
  const strange = { root: { type: 'root', children: [{ type: 'from-the-future', version: 9, text: 'Kept words' }] } }
  entry.sections[0].answer = strange
  await writeFile(file, JSON.stringify(entry))
  await app.launch()
  page = await JournalPage.of(app)
  await expect(page.window.getByText(words.readOnly)).toBeVisible()
  await expect(page.window.locator('article').getByText('Kept words')).toBeVisible()
  // The first answer that can be written on is the second question's.
  await expect(page.answer(0)).toBeFocused()
  await page.type('Something new')
  await page.saved()
  const after = JSON.parse(await readFile(file, 'utf8'))
  expect(after.sections[0].answer).toEqual(strange)
  expect(after.sections[0].text).toBe('Kept words')
  expect(after.sections[1].text).toBe('Something new')
})

test('when the folder is gone the page says so, keeps the words, stays, and saves once it is back', {
  tag: '@quick',
}, async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  await page.type('Before. ')
  await page.saved()
  const journal = join(app.userData, 'journal')
  await rename(journal, `${journal}-away`)
  await page.type('While it was gone. ')
  const failure = page.window
    .getByRole('status')
    .filter({ hasText: words.notInJournal(messages.failures['folder-missing']) })
  await expect(failure).toBeVisible()
  // In view also where the page's head is not.
  await page.window.locator('article').evaluate((article) => article.scrollIntoView({ block: 'end' }))
  await expect(failure).toBeInViewport()
  // Nothing leads away from words that are not saved.
  await page.window.keyboard.press('ControlOrMeta+n')
  await expect(page.window.getByText(words.staysOpen)).toBeVisible()
  await expect(page.answer(0)).toHaveText('Before. While it was gone. ')
  await page.type('Still writing.')
  const retry = page.window.getByRole('button', { name: words.retry })
  while (!(await retry.evaluate((button) => button === document.activeElement))) await page.window.keyboard.press('Tab')
  await rename(`${journal}-away`, journal)
  await page.window.keyboard.press('Enter')
  await page.saved()
  // The caret is where it was.
  await expect(retry).toHaveCount(0)
  await expect(page.window.locator('[contenteditable="true"]:focus')).toHaveCount(1)
  const stored = JSON.parse(await readFile(await onlyEntry(app.userData), 'utf8'))
  expect(stored.sections[0].text).toBe('Before. While it was gone. Still writing.')
})

test('after a change from elsewhere the one on disk can be taken', async ({ app }) => {
  await app.launch()
  const page = await JournalPage.of(app)
  await page.type('Mine. ')
  await page.saved()
  const file = await onlyEntry(app.userData)
  const entry = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...entry, revision: entry.revision + 1, title: 'Theirs' }))
  await page.type('More of mine.')
  await page.window.getByRole('button', { name: words.choose }).click()
  const dialog = page.window.getByRole('dialog', { name: words.conflict.title })
  await expect(dialog.getByRole('region', { name: words.conflict.yours })).toContainText('More of mine.')
  await expect(dialog.getByRole('region', { name: words.conflict.theirs })).toContainText('Theirs')
  await page.window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.window.getByRole('button', { name: words.choose }).click()
  await dialog.getByRole('button', { name: words.conflict.takeTheirs }).click()
  await expect(page.window.getByRole('textbox', { name: words.title })).toHaveValue('Theirs')
  await expect(page.answer(0)).toHaveText('Mine. ')
  await page.answer(0).click()
  await page.type('Again. ')
  await page.saved()
})

async function onlyEntry(userData: string): Promise<string> {
  const folder = join(userData, 'journal/entries')
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json'))
  expect(files).toHaveLength(1)
  return join(folder, files[0] ?? '')
}
