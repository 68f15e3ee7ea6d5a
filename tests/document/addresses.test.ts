import { expect, test } from 'vitest'
import { addressesIn } from '#shared/document/addresses'

const found: Record<string, string[]> = {
  'https://x.example/Rust_(game)': ['https://x.example/Rust_(game)'],
  '(see https://x.example/Rust_(game)).': ['https://x.example/Rust_(game)'],
  '(https://x.example/a)': ['https://x.example/a'],
  'at https://x.example/a, then https://y.example/b!': ['https://x.example/a', 'https://y.example/b'],
  'https://x.example/a,b;c?d=e&f=g#h': ['https://x.example/a,b;c?d=e&f=g#h'],
  'https://docs.example/_id_/9': ['https://docs.example/_id_/9'],
  "'https://x.example/a'": ['https://x.example/a'],
  '<https://x.example/a>': ['https://x.example/a'],
  '[words](https://x.example/a)': ['https://x.example/a'],
  'www.x.example/a.': ['www.x.example/a'],
  'mailto:me@x.example.': ['mailto:me@x.example'],
  'HTTPS://X.example': ['HTTPS://X.example'],
  'http://localhost:3000/x': ['http://localhost:3000/x'],
  '请看https://x.example/a。谢谢': ['https://x.example/a'],
  'https://例え.jp/日本': ['https://例え.jp/日本'],
  // None.
  'xhttps://x.example': [],
  'https://': [],
  'https://...': [],
  'javascript:alert(1)': [],
  'https://bank.example@evil.example': [],
  'and www. only': [],
  'ftp://x.example': [],
}

test.each(Object.entries(found))('%s', (text, addresses) => {
  expect(addressesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(addresses)
})

test('its link has a scheme', () => {
  expect(addressesIn('www.x.example')).toEqual([{ start: 0, end: 13, url: 'https://www.x.example' }])
})
