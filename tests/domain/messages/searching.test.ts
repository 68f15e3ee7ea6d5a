/** A search said back in plain words, and its mistakes. */
import { describe, expect, test } from 'vitest'
import { parseQuery } from '#shared/domain/search/query/parseQuery'
import { periodInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'

const context = { today: '2026-03-11', weekStart: 1 }
const said = (text: string, locale = 'en-GB') => messages.searching.query(parseQuery(text, context), locale)
const wrong = (text: string) => parseQuery(text, context).mistakes.map(messages.searching.mistake)

describe('a search in words', () => {
  test.each([
    ['', 'All entries'],
    ['practice:', 'All entries'],
    ['launch', 'Entries with “launch…”'],
    [
      'launch pla* practice:deliver before:"3 march 2026"',
      'Entries with “launch” and “pla…”, about Deliver, before 3 March 2026, all in one answer',
    ],
    ['a b OR "C d" e', 'Entries with “a” and “e…”, with “b” or “C d”'],
    ['a OR tag:x is:starred', 'Entries with “a” or tagged #x, starred'],
    ['-a -"b c" -has:task x', 'Entries without “a”, “b c” or a task, with “x…”'],
    ['#retro tag:été @Dana', 'Entries tagged #retro and #été, mentioning @Dana…'],
    ['-#retro -@dana', 'Entries not tagged #retro, not mentioning @dana'],
    ['+apollo project:x', 'Entries in project +apollo and +x…'],
    ['practice:focus is:starred', 'Entries about Focus, starred'],
    ['in:page practice:focus a', 'Entries anywhere on the page, about Focus, with “a…”'],
    ['(a b) OR c', 'Entries (with “a” and “b”) or with “c…”'],
    ['practice:b', 'Entries about Learn the business or Build on strengths'],
    ['-practice:focus', 'Entries not about Focus'],
    ['template:weekly kind:win', 'Entries from “Weekly review”, captured as Win'],
    ['is:starred is:capture -is:entry', 'Entries starred, in captures, not on a page'],
    ['has:link has:task has:table', 'Entries with a link, a task and a table'],
    ['on:yesterday', 'Entries on 10 March 2026'],
    ['after:2025', 'Entries after 31 December 2025'],
    ['in:2025', 'Entries within 2025'],
    ['in:march 2025', 'Entries within March 2025'],
    ['in:last week', 'Entries within 2–8 March 2026'],
    ['-in:2025', 'Entries not within 2025'],
  ])('%s: %s', (text, sentence) => {
    expect(said(text).replace(/\s*–\s*/g, '–')).toBe(sentence)
  })

  test('has dates in the person’s own form', () => {
    expect(said('on:2026-03-03', 'de')).toBe('Entries on 3. März 2026')
    expect(said('before:2026-03-03', 'en-US')).toBe('Entries before March 3, 2026')
  })
})

test.each([
  ['2026-03-01', '2026-03-31', 'March 2026'],
  ['2024-02-01', '2024-02-29', 'February 2024'],
  ['2026-01-01', '2026-12-31', '2026'],
  ['2026-03-01', '2026-03-01', '1 March 2026'],
  ['2026-03-02', '2026-04-01', '2 March–1 April 2026'],
  ['2026-03-01', '2027-02-28', '1 March 2026–28 February 2027'],
  ['2025-12-29', '2026-01-04', '29 December 2025–4 January 2026'],
  ['9999-12-01', '9999-12-31', 'December 9999'],
])('the days from %s to %s are %s', (from, to, words) => {
  expect(periodInWords(from, to, 'en-GB').replace(/\s*–\s*/g, '–')).toBe(words)
})

test.each([
  ['practice:cooking x', 'No practice is called “cooking”. This part was ignored.'],
  ['template:x y', 'No template is called “x”. This part was ignored.'],
  ['kind:x y', 'No kind of capture is called “x”. This part was ignored.'],
  ['tag:12 y', '“12” cannot be a tag. This part was ignored.'],
  ['person:12 y', '“12” cannot be a person’s name here. This part was ignored.'],
  ['project:12 y', '“12” cannot be a project’s name here. This part was ignored.'],
  ['(a b', 'The closing parenthesis is missing. The group reaches to the end of the search.'],
  ['on:x y', '“x” is not a date. This part was ignored.'],
  ['is:x y', '“x” is not one of starred, capture and entry. This part was ignored.'],
  ['has:x y', '“x” is not one of link, task and table. This part was ignored.'],
  ['tag: is:starred', 'Something is missing after “tag:”, as in tag:retro. This part was ignored.'],
  ['on:30 february', 'There is no “30 february” in the calendar. This part was ignored.'],
  ['in:2026 in:2025', 'No day matches both this date and the one before it. This one was ignored.'],
  ['"a b', 'The closing quote is missing. The rest of the search is one phrase.'],
  ['OR a', 'OR belongs between two words. This one was ignored.'],
  ['a - b', 'The minus sign belongs right before a word, as in -meeting. This one was ignored.'],
  ['a OR -b', 'OR does not work with a minus sign. Both sides have to match.'],
  [`is:${'x'.repeat(50)} y`, `“${'x'.repeat(40)}…” is not one of starred, capture and entry. This part was ignored.`],
])('the mistake in %j: %s', (text, sentence) => {
  expect(wrong(text)).toEqual([sentence])
})
