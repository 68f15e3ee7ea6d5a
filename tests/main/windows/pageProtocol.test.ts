import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../src/main/windows/contentSecurityPolicy'
import { pageManifest, servePage } from '../../../src/main/windows/pageProtocol'
import { deep, runs } from '../../effort'

const secret = 'a secret beside the page'
let root = ''
let serve: (request: Request) => Promise<Response>

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'page-'))
  const page = join(root, 'renderer')
  await mkdir(join(page, 'assets'), { recursive: true })
  await mkdir(join(root, 'main'))
  const files = {
    'secret.js': secret,
    'main/index.js': secret,
    'renderer/index.html': 'page',
    'renderer/assets/index.js': 'script',
    'renderer/assets/look.css': 'style',
    'renderer/assets/face.woff2': 'font',
    'renderer/assets/index.js.map': secret,
    'renderer/package.json': secret,
    'renderer/assets/.env': secret,
    'renderer/LICENSE': secret,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text)
  await symlink(join(root, 'secret.js'), join(page, 'linked.js'))
  await symlink(join(root, 'main'), join(page, 'linked'))
  serve = servePage(await pageManifest(page))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const ask = (address: string, init?: RequestInit) => serve(new Request(address, init))

describe('the manifest', () => {
  test('holds the files of the page that have a known type: no links, no maps, nothing beside', async () => {
    const names = [...(await pageManifest(join(root, 'renderer'))).keys()].sort()
    expect(names).toEqual(['/assets/face.woff2', '/assets/index.js', '/assets/look.css', '/index.html'])
  })

  test('is fixed: a file that comes later is not served', async () => {
    await writeFile(join(root, 'renderer/later.js'), 'later')
    expect((await ask('app://journal/later.js')).status).toBe(404)
  })
})

describe('a file of the page', () => {
  test.each([
    ['index.html', 'text/html; charset=utf-8', 'page'],
    ['assets/index.js', 'text/javascript; charset=utf-8', 'script'],
    ['assets/look.css', 'text/css; charset=utf-8', 'style'],
    ['assets/face.woff2', 'font/woff2', 'font'],
    ['index.html?query#hash', 'text/html; charset=utf-8', 'page'],
  ])('%s is served with its type, the policy, and no sniffing', async (path, type, text) => {
    const response = await ask(`app://journal/${path}`)
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(text)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('is not served to %s', async (method) => {
    expect((await ask('app://journal/index.html', { method })).status).toBe(404)
  })
})

const climbs = [
  '..',
  '.',
  '%2e%2e',
  '%2E%2e',
  '..%2f',
  '..%5c',
  '....',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '..;',
  '..%00',
  '\u2025',
  '~',
]
const names = [
  'secret.js',
  'main',
  'index.js',
  'index.html',
  'assets',
  'renderer',
  'etc/passwd',
  'linked',
  'linked.js',
  'package.json',
  '.env',
  'index.js.map',
  '__proto__',
  'constructor',
  'CON',
  'C:',
  'index.html ',
  'index.html.',
  'INDEX.HTML',
  'index.html::$DATA',
  '%69ndex.html',
]
const separators = ['/', '//', '\\', '%2f', '%5c', '/./', '%00', '\t', '?', '#', ';']
const hosts = [
  'journal',
  'JOURNAL',
  'journal.',
  'evil',
  '',
  'journal:1',
  '..',
  'localhost',
  '127.0.0.1',
  '[::1]',
  'journal%2f..',
]

describe('a hostile address', () => {
  const piece = fc.oneof(
    fc.constantFrom(...climbs, ...names),
    fc.string({ maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const address = fc
    .tuple(
      fc.constantFrom(...hosts),
      fc.array(fc.tuple(fc.constantFrom(...separators), piece), { minLength: 1, maxLength: 8 }),
    )
    .map(([host, parts]) => `app://${host}${parts.flat().join('')}`)

  test('gets 404, or one of the four files of the page', { timeout: 120_000 }, async () => {
    const known = ['page', 'script', 'style', 'font']
    let asked = 0
    await fc.assert(
      fc.asyncProperty(address, async (hostile) => {
        // A browser never asks with a name and password in the address: `Request` refuses it before the app sees it.
        if (!URL.canParse(hostile) || new URL(hostile).username !== '' || new URL(hostile).password !== '') return
        asked += 1
        const response = await ask(hostile)
        const text = await response.text()
        expect(text).not.toContain(secret)
        if (response.status !== 404) expect(known).toContain(text)
        else expect(text).toBe('')
      }),
      { numRuns: runs({ quick: 500, all: 500, deep: 15_000 }) },
    )
    expect(asked).toBeGreaterThan(100)
    if (deep) console.info(`protocol: ${asked} addresses asked, nothing beside the page given`)
  })

  test.each([
    'app://journal/../secret.js',
    'app://journal/%2e%2e/secret.js',
    'app://journal/..%2fsecret.js',
    'app://journal/assets/..%5c..%5csecret.js',
    'app://journal//index.html',
    'app://journal/INDEX.HTML',
    'app://journal/%69ndex.html',
    'app://journal/',
    'app://evil/index.html',
    'app:///index.html',
    'app://journal/linked.js',
    'app://journal/linked/index.js',
    'app://journal/package.json',
    'https://journal/index.html%00',
  ])('%s is not there', async (hostile) => {
    expect((await ask(hostile)).status).toBe(404)
  })
})
