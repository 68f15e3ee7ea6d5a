#!/usr/bin/env node
/**
 * Opens a journal with a lock without the app: node scripts/unlock.mjs JOURNAL NEW-FOLDER [DRAFTS]
 * JOURNAL is a journal's folder, or a backup that was unpacked. Asks for the passphrase or the recovery code, and writes the journal without its lock into
 * NEW-FOLDER, which must not be there yet, with the thoughts and answers that wait in its inboxes. DRAFTS is the folder `drafts` of the app on this
 * computer: words that the journal did not take; they are opened into NEW-FOLDER/drafts. JOURNAL and DRAFTS stay as they are. Needs Node 20 and nothing else: everything it has to know of the format is in this file,
 * and in words in docs/FORMAT.md.
 */
import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  scryptSync,
} from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { createInterface } from 'node:readline'

const headerLength = 46
const inboxHeaderLength = 52

class Refused extends Error {}

function derived(key, salt, purpose) {
  return Buffer.from(hkdfSync('sha256', key, salt, `throughline ${purpose}`, 32))
}

/** Null for what throws: bytes that are damaged fail in many ways (no key, no point of the curve, too short), and none of them keeps the rest closed. */
function orNull(work) {
  try {
    return work()
  } catch {
    return null
  }
}

/** Throws when key, nonce, bytes or `bound` are not those it was made with. */
function decrypted(key, nonce, sealed, bound) {
  const work = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
  work.setAAD(bound)
  work.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([work.update(sealed.subarray(0, -16)), work.final()])
}

function unwrapped(by, wrapped, bound) {
  const bytes = Buffer.from(wrapped, 'base64')
  return decrypted(
    by,
    bytes.subarray(0, 12),
    bytes.subarray(12),
    Buffer.from(JSON.stringify(['throughline', ...bound])),
  )
}

/** 16 bytes from 26 characters of Crockford's alphabet; the two behind them check. */
function secretOfCode(typed) {
  const characters = typed
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{28}$/.test(characters)) return null
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bits = [...characters].map((one) => alphabet.indexOf(one).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from(
    bits
      .slice(0, 128)
      .match(/.{8}/g)
      .map((byte) => Number.parseInt(byte, 2)),
  )
  const sum = createHash('sha256').update(secret).digest()
  const check = (sum[0] * 256 + sum[1]) >> 6
  return Number.parseInt(bits.slice(130), 2) === check ? secret : null
}

function keyBy(lock, answer) {
  const code = secretOfCode(answer)
  for (const slot of lock.slots) {
    const key = orNull(() => keyOfSlot(lock, slot, answer, code))
    if (key !== null) return key
  }
  return null
}

function keyOfSlot(lock, slot, answer, code) {
  const salt = Buffer.from(slot.salt, 'base64')
  if (slot.kind === 'recovery' && code !== null)
    return unwrapped(derived(code, salt, 'recovery'), slot.wrapped, [lock.id, lock.generation, 'recovery', slot.salt])
  if (slot.kind !== 'passphrase') return null
  const { n, r, p } = slot.cost
  // More work than Throughline ever does: the slot was changed, or is damaged.
  if (n > 2 ** 18 || r > 16 || p > 4) return null
  const maxmem = 128 * n * r + 128 * r * p + 1_048_576
  const by = scryptSync(answer.normalize('NFKC'), salt, 32, { N: n, r, p, maxmem })
  return unwrapped(by, slot.wrapped, [lock.id, lock.generation, 'passphrase', n, r, p, slot.salt])
}

/**
 * What a file at this place may be of: every sealed file of the present form is bound to one of them. A whole one that is of something else was put there
 * by somebody without the key.
 */
function subjectsOf(name) {
  const names = name.split(sep)
  const [folder, last] = [names.slice(0, -1).join('/'), names.at(-1)]
  const subjects = [`path ${names.join('/').normalize('NFC')}`]
  if (names[0] === 'drafts') subjects.push('draft')
  if ((folder === '' && /^settings.*\.json$/.test(last)) || folder === 'versions/settings') subjects.push('settings')
  for (const one of names.slice(-2)) {
    const id = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/.exec(one)
    if (id !== null) subjects.push(`record ${id[0]}`)
  }
  const day = /^\d{4}-\d\d-\d\d/.exec(last)
  if (day !== null && /^(captures\/\d{4}|versions\/captures)$/.test(folder)) subjects.push(`day capture ${day[0]}`)
  return subjects
}

/** Whether a file is sealed for its place. What is in quarantine opens there, whatever it is of, so that nothing that was set aside stays closed. */
function isInPlace(key, lock, header, name) {
  if (name.split(sep)[0] === 'quarantine') return true
  // The form of before says nothing of it. A draft of this computer may have that for ever.
  if (header[8] === 1) return lock.schema === 1 || name.split(sep)[0] === 'drafts'
  const marks = subjectsOf(name).map((subject) => derived(key, header.subarray(18, 34), `subject ${subject}`))
  return marks.some((mark) => mark.subarray(0, 12).equals(header.subarray(34)))
}

function openerOf(lock, key) {
  const bound = [lock.id, lock.generation, 'inbox', lock.inbox?.publicKey]
  const own = orNull(() => unwrapped(derived(key, Buffer.from(lock.id), 'inbox key'), lock.inbox.wrapped, bound))
  return (bytes, name) => {
    const magic = bytes.toString('latin1', 0, 8)
    if (magic === 'TLSEALED') {
      const header = bytes.subarray(0, headerLength)
      const subkey = derived(key, header.subarray(18, 34), 'file')
      const text = decrypted(subkey, header.subarray(34), bytes.subarray(headerLength), header)
      return { text, isInPlace: isInPlace(key, lock, header, name) }
    }
    if (magic !== 'TLINBOX1' || own === null) return null
    const header = bytes.subarray(0, inboxHeaderLength)
    const agreed = diffieHellman({
      privateKey: createPrivateKey({ key: own, format: 'der', type: 'pkcs8' }),
      publicKey: createPublicKey({ key: header.subarray(8), format: 'der', type: 'spki' }),
    })
    const subkey = derived(agreed, Buffer.concat([header, Buffer.from(lock.inbox.publicKey, 'base64')]), 'inbox')
    const text = decrypted(subkey, Buffer.alloc(12), bytes.subarray(inboxHeaderLength), header)
    // Anybody can seal for an inbox.
    return { text, isInPlace: /^(drafts|quarantine|[^/\\]+[/\\]inbox)[/\\]/.test(name) }
  }
}

/** All files below, and folders that can't be listed, by their names within it. Links are not followed. */
function* filesIn(folder, inside = '') {
  const all = orNull(() => readdirSync(join(folder, inside), { withFileTypes: true }))
  if (all === null) yield inside
  for (const found of all ?? []) {
    const name = join(inside, found.name)
    if (found.isDirectory()) yield* filesIn(folder, name)
    else if (found.isFile()) yield name
  }
}

/**
 * The key file, its copy, what a sync program made of them where two locks were turned on apart, and those of locks that were turned off. Those that are
 * as they were written come first; a damaged one may still have a slot that opens.
 */
function locksOf(journal) {
  // Half of a change of the lock: what is sealed there is not all, and what lies in the journal is.
  if (existsSync(join(journal, 'sealed', 'unfinished')) && !existsSync(join(journal, 'lock.json')))
    throw new Refused(`${journal} has no lock: its files can be read as they are.`)
  const locks = keyFilesIn(journal).flatMap((path) => orNull(() => readLock(readFileSync(path, 'utf8'))) ?? [])
  if (locks.length === 0) throw new Refused(`There is no readable lock.json in ${journal}.`)
  const whole = locks.filter(({ isWhole }) => isWhole)
  // The copy of a whole one says the same, and asking it as well takes as long again.
  const others = whole.filter(({ sum }, at) => whole.findIndex((other) => other.sum === sum) === at)
  return [...others, ...locks.filter(({ isWhole, id }) => !isWhole && !whole.some((other) => other.id === id))].slice(
    0,
    8,
  )
}

function keyFilesIn(journal) {
  const named = (folder, pattern) =>
    (orNull(() => readdirSync(folder)) ?? [])
      .filter((name) => pattern.test(name))
      .sort((a, b) => Number(b === 'lock.json') - Number(a === 'lock.json') || (a < b ? -1 : 1))
      .map((name) => join(folder, name))
  const [top, sealed] = [journal, join(journal, 'sealed')].map((folder) => named(folder, /^lock.*\.json$/))
  return [...top, ...sealed, ...named(join(journal, 'keys'), /\.json$/)]
}

function readLock(text) {
  const lock = JSON.parse(text)
  if (![1, 2].includes(lock.schema) || !Array.isArray(lock.slots)) return null
  const unsummed = text.replace(`"sum": ${JSON.stringify(lock.sum)}`, '"sum": ""')
  return { ...lock, isWhole: createHash('sha256').update(unsummed).digest('base64') === lock.sum }
}

function answered() {
  return new Promise((resolveAnswer) => {
    process.stderr.write('Passphrase or recovery code: ')
    // Nothing is echoed.
    const lines = createInterface({ input: process.stdin, terminal: process.stdin.isTTY === true })
    lines.once('line', (line) => {
      lines.close()
      process.stderr.write('\n')
      resolveAnswer(line)
    })
  })
}

async function main([from, to, draftsFrom]) {
  if (from === undefined || to === undefined)
    throw new Refused('Use: node scripts/unlock.mjs JOURNAL NEW-FOLDER [DRAFTS]')
  const [journal, target] = [resolve(from), resolve(to)]
  if (existsSync(target)) throw new Refused(`${target} is there already; name a folder that is not.`)
  if (draftsFrom !== undefined && !existsSync(draftsFrom)) throw new Refused(`There is no folder ${draftsFrom}.`)
  const locks = locksOf(journal)
  const open = openerBy(locks, await answered())
  const found = { written: 0, misplaced: [], strange: [], unread: [] }
  openInto(target, '', join(journal, 'sealed'), open, found)
  // A draft is sealed only while its journal has a lock.
  const openDraft = (bytes, name) =>
    /^TL(?:SEALED|INBOX1)/.test(bytes.toString('latin1', 0, 8)) ? open(bytes, name) : { text: bytes, isInPlace: true }
  if (draftsFrom !== undefined) openInto(target, 'drafts', resolve(draftsFrom), openDraft, found)
  const { written, misplaced, strange, unread } = found
  if (existsSync(join(journal, 'journal.json')))
    copyFileSync(join(journal, 'journal.json'), join(target, 'journal.json'))
  process.stdout.write(`${written} files opened into ${target}.\n`)
  const waiting = orNull(() => [...filesIn(join(target, 'quarantine', 'arrivals'))].filter((name) => name !== '')) ?? []
  if (waiting.length > 0)
    process.stdout.write(`${waiting.length} of them came from another device or program: quarantine/arrivals/.\n`)
  listed(
    misplaced,
    'were sealed for another place, or in an old form, and are in misplaced/: they may be of somebody else',
  )
  listed(strange, 'could not be opened and are in not-opened/ as they were')
  listed(unread, 'could not be read from the disk, and are nowhere in the new folder')
  return misplaced.length + strange.length + unread.length === 0 ? 0 : 1
}

/** Each file of a folder, opened, in `misplaced/` where it does not belong there, or as it is in `not-opened/`; what becomes of it is noted in `found`. */
function openInto(target, inside, folder, open, found) {
  for (const inFolder of filesIn(folder)) {
    if (
      /^lock.*\.json$/.test(inFolder) ||
      inFolder === 'unfinished' ||
      /\.throughline-[0-9a-f]{24}\.tmp$/.test(inFolder)
    )
      continue
    const name = join(inside, inFolder)
    const bytes = orNull(() => readFileSync(join(folder, inFolder)))
    if (bytes === null) {
      found.unread.push(name)
      continue
    }
    const opened = orNull(() => open(bytes, name))
    const text = opened?.text ?? null
    if (opened === null) found.strange.push(name)
    else if (opened.isInPlace) found.written++
    else found.misplaced.push(name)
    const folderOf = opened === null ? 'not-opened' : opened.isInPlace ? '' : 'misplaced'
    const place = join(target, folderOf, name)
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
    writeFileSync(place, text ?? bytes, { flag: 'wx', mode: 0o600 })
  }
}

function openerBy(locks, answer) {
  const openers = locks.flatMap((lock) => {
    const key = keyBy(lock, answer)
    return key === null ? [] : [openerOf(lock, key)]
  })
  if (openers.length > 0) return (bytes, name) => firstOf(openers, (open) => orNull(() => open(bytes, name)))
  throw new Refused('This is neither the passphrase nor the recovery code of this journal.')
}

function firstOf(items, work) {
  for (const item of items) {
    const found = work(item)
    if (found !== null) return found
  }
  return null
}

function listed(names, what) {
  if (names.length === 0) return
  process.stderr.write(`${names.length} ${what}:\n`)
  for (const name of names) process.stderr.write(`  ${JSON.stringify(name)}\n`)
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    process.stderr.write(`unlock: ${error instanceof Refused ? error.message : error}\n`)
    process.exitCode = 1
  },
)
