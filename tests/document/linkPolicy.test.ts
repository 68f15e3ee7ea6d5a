import { expect, test } from 'vitest'
import { cleanLinks } from '#shared/document/cleanLinks'
import { safeLink, typedLink } from '#shared/document/linkPolicy'
import { newDocument, newLink, newParagraph, newQuote, newText } from '#shared/document/newNodes'

const good: Record<string, string> = {
  'https://example.com': 'https://example.com',
  'HTTPS://Example.COM/Path?q=1#Frag': 'https://Example.COM/Path?q=1#Frag',
  ' http://example.com \n': 'http://example.com',
  'http://localhost:3000/x': 'http://localhost:3000/x',
  'http://[::1]:80/': 'http://[::1]:80/',
  'http://192.168.0.1': 'http://192.168.0.1',
  'https://münchen.example/straße': 'https://münchen.example/straße',
  'https://例え.jp': 'https://例え.jp',
  'https://example.com/a b': 'https://example.com/a%20b',
  'https://example.com?x=javascript:alert(1)': 'https://example.com?x=javascript:alert(1)',
  'https://example.com/(a)_[b]*c*': 'https://example.com/(a)_[b]*c*',
  'https://en.wikipedia.org/wiki/Cat_(animal)@home': 'https://en.wikipedia.org/wiki/Cat_(animal)@home',
  'mailto:me@example.com': 'mailto:me@example.com',
  'MailTo:me@example.com?subject=Hi there&body=a%0D%0Ab': 'mailto:me@example.com?subject=Hi%20there&body=a%0D%0Ab',
  'mailto:?subject=x': 'mailto:?subject=x',
}

test.each(Object.entries(good))('%j is a link', (url, link) => {
  expect(safeLink(url)).toBe(link)
  expect(safeLink(link)).toBe(link)
  expect(new URL(link).protocol).toMatch(/^(?:https?|mailto):$/)
})

const invisible = [
  '\u0000',
  '\u0001',
  '\u0008',
  '\u001f',
  '\u007f',
  '\u0085',
  '\u00ad',
  '\u200b',
  '\u200e',
  '\u202e',
  '\u2028',
  '\u2066',
  '\ufeff',
]
const bad = [
  '',
  ' ',
  '#',
  '#top',
  '/',
  '/etc/passwd',
  '.',
  '../x',
  '?q',
  'x',
  'example.com',
  'www.example.com/x',
  'about:blank',
  ...[
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'jAvAsCrIpT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
  ],
  ...['java\tscript:alert(1)', 'java\rscript:alert(1)', '\u0001javascript:alert(1)', 'javascript\n:alert(1)'],
  ...['javascript&colon;alert(1)', '&#106;avascript:alert(1)', '&#x6A;avascript:alert(1)', 'javascript&#58;alert(1)'],
  ...[
    'javascript%3Aalert(1)',
    '%6Aavascript:alert(1)',
    'ｊavascript:alert(1)',
    'javascript：alert(1)',
    'jаvascript:alert(1)',
  ],
  ...['javascript://example.com/%0Aalert(1)', 'javascript:https://example.com', 'view-source:javascript:alert(1)'],
  ...['data:text/html,<script>', 'DATA:text/html;base64,PHNjcmlwdD4=', 'data:image/png;base64,AAAA', 'data:,x'],
  ...[
    'vbscript:msgbox(1)',
    'livescript:x',
    'mocha:x',
    'feed:javascript:x',
    'jar:https://a.example!/x',
    'blob:https://a.example/x',
  ],
  ...[
    'file:///etc/passwd',
    'FILE://server/share',
    'file:c:/x',
    'c:/windows',
    'C:\\Windows\\x.exe',
    '\\\\server\\share',
  ],
  ...[
    'smb://server/x',
    'ms-msdt:/id',
    'ms-word:ofe|u|https://a.example',
    'tel:+1',
    'sms:1',
    'ftp://a.example',
    'ws://a.example',
  ],
  ...[
    'chrome://settings',
    'app://journal/',
    'devtools://x',
    'intent:x',
    'steam://run/1',
    'filesystem:https://a.example/x',
  ],
  ...[
    '//example.com',
    '/\\example.com',
    '\\/example.com',
    'http:example.com',
    'http:/example.com',
    'https:///example.com',
  ],
  ...[
    'https:\\\\example.com',
    'https:/\\example.com',
    'https://example.com\\@evil.example',
    'http://',
    'https://?x',
    'https://#x',
  ],
  ...[
    'https://bank.example@evil.example',
    'https://user:pw@example.com',
    'https://@example.com',
    'https://example.com:99999',
  ],
  ...[
    'https://example.com:port',
    'https://exa mple.com',
    'https://exa%6Dple.com',
    'https://a..example',
    'https://.example',
  ],
  ...[
    'https://evil.example／@bank.example',
    'https://bank.example⁄x',
    'https://a。b',
    'https://<b>',
    'https://a"b',
    "https://a'b",
  ],
  ...[
    'https://a|b',
    'https://a^b',
    'https://a`b',
    'https://a{b}',
    'https://[not-ipv6]',
    'https://[::1',
    'hxxps://a.example',
  ],
  ...[
    'mailto:',
    'mailto:nobody',
    'mailto:a@b?attach=/etc/passwd',
    'mailto:a@b?attachment=x',
    'mailto:a@b?subject=x%0Abcc:c@d',
  ],
  ...[
    'mailto:a%0Ab@c',
    'mailto:a@b%zz',
    'mailto:<a@b>',
    'mailto://a@b',
    'https',
    'https:',
    'https:/',
    ':https://a.example',
  ],
  ...['https://example.com/\ud800', 'https://example.com/\n/x', 'https://example.com/\tx', 'jav\u0000ascript:alert(1)'],
  ...invisible.map((character) => `https://exa${character}mple.com/`),
  ...invisible.map((character) => `https://example.com/${character}x`),
  ...invisible.map((character) => `java${character}script:alert(1)`),
  `https://example.com/${'a'.repeat(4096)}`,
  `https://example.com/${' '.repeat(2000)}x`,
]

test.each(bad)('%j is not a link', (url) => {
  expect(safeLink(url)).toBeNull()
})

test('what passes is what a browser also reads as http, https or mailto with the same host', () => {
  const pieces = [
    'http',
    'https',
    'mailto',
    'javascript',
    'data',
    ':',
    '/',
    '//',
    '\\',
    '@',
    '.',
    '?',
    '#',
    ' ',
    '\t',
    '\u200b',
    '%',
    '&#58;',
  ]
  const words = ['a', 'B', 'example.com', '1', '：', '／', '[', ']', 'é', '-', '_']
  const all = [...pieces, ...words]
  let seed = 7
  const next = (bound: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * bound)
  }
  let passed = 0
  for (let run = 0; run < 60_000; run += 1) {
    const url = `${run % 2 ? 'https://' : ''}${Array.from({ length: 1 + next(7) }, () => all[next(all.length)]).join('')}`
    const link = safeLink(url)
    if (link === null || !URL.canParse(link)) continue
    passed += 1
    const parsed = new URL(link)
    expect(['http:', 'https:', 'mailto:']).toContain(parsed.protocol)
    expect(parsed.username + parsed.password).toBe('')
  }
  expect(passed).toBeGreaterThan(1000)
})

test('a link as people type it gets its scheme', () => {
  expect(typedLink('example.com')).toBe('https://example.com')
  expect(typedLink(' www.example.com/a?b#c ')).toBe('https://www.example.com/a?b#c')
  expect(typedLink('example.com:8080/x')).toBe('https://example.com:8080/x')
  expect(typedLink('me@example.com')).toBe('mailto:me@example.com')
  expect(typedLink('https://example.com')).toBe('https://example.com')
  for (const text of ['javascript:alert(1)', 'just words', 'word', '1.5', '', '//example.com', 'a@b', 'data:x.com/y']) {
    expect(typedLink(text), text).toBeNull()
  }
})

test('unsafe links of a document become their text, safe ones stay, the rest is the same document', () => {
  const unsafe = newDocument([
    newParagraph([
      newText('a '),
      newLink('javascript:x', [newText('b', 1)]),
      newLink('HTTPS://a.example', [newText('c')]),
    ]),
    newQuote([newLink('file:///x', [newText('d')])]),
  ])
  expect(cleanLinks(unsafe)).toEqual(
    newDocument([
      newParagraph([newText('a '), newText('b', 1), newLink('https://a.example', [newText('c')])]),
      newQuote([newText('d')]),
    ]),
  )
  const safe = newDocument([newParagraph([newLink('https://a.example', [newText('c')])])])
  expect(cleanLinks(safe)).toBe(safe)
  const nested = newDocument([newParagraph([newLink('data:x', [newLink('javascript:x', [newText('c')])])])])
  expect(cleanLinks(nested)).toEqual(newDocument([newParagraph([newText('c')])]))
})
