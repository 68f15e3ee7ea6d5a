#!/usr/bin/env node
/**
 * Opens a journal with a lock without the app: node scripts/unlock.mjs JOURNAL NEW-FOLDER
 * JOURNAL is a journal's folder, or a backup that was unpacked. Asks for the passphrase or the recovery code, and writes the journal without its lock into
 * NEW-FOLDER, which must not be there yet. JOURNAL stays as it is. Needs Node 20 and nothing else: everything it has to know of the format is in this file,
 * and in words in src/main/storage/FORMAT.md.
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
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const headerLength = 46
const inboxHeaderLength = 52

class Refused extends Error {}

function derived(key, salt, purpose) {
  return Buffer.from(hkdfSync('sha256', key, salt, `throughline ${purpose}`, 32))
}

/** Null when key, nonce, bytes or `bound` are not those it was made with. */
function decrypted(key, nonce, sealed, bound) {
  if (sealed.length < 16) return null
  const work = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
  work.setAAD(bound)
  work.setAuthTag(sealed.subarray(-16))
  const text = work.update(sealed.subarray(0, -16))
  try {
    return Buffer.concat([text, work.final()])
  } catch {
    return null
  }
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
    const salt = Buffer.from(slot.salt, 'base64')
    let key = null
    if (slot.kind === 'recovery' && code !== null)
      key = unwrapped(derived(code, salt, 'recovery'), slot.wrapped, [lock.id, lock.generation, 'recovery', slot.salt])
    if (slot.kind === 'passphrase') {
      const { n, r, p } = slot.cost
      if (n > 2 ** 18 || r > 16 || p > 4) throw new Refused('lock.json asks for more work than Throughline ever does.')
      const maxmem = 128 * n * r + 128 * r * p + 1_048_576
      const by = scryptSync(answer.normalize('NFKC'), salt, 32, { N: n, r, p, maxmem })
      key = unwrapped(by, slot.wrapped, [lock.id, lock.generation, 'passphrase', n, r, p, slot.salt])
    }
    if (key !== null) return key
  }
  throw new Refused('This is neither the passphrase nor the recovery code of this journal.')
}

function openerOf(lock, key) {
  const { publicKey, wrapped } = lock.inbox
  const own = unwrapped(derived(key, Buffer.from(lock.id), 'inbox key'), wrapped, [
    lock.id,
    lock.generation,
    'inbox',
    publicKey,
  ])
  return (bytes) => {
    const magic = bytes.toString('latin1', 0, 8)
    if (magic === 'TLSEALED') {
      const header = bytes.subarray(0, headerLength)
      const subkey = derived(key, header.subarray(18, 34), 'file')
      return decrypted(subkey, header.subarray(34), bytes.subarray(headerLength), header)
    }
    if (magic !== 'TLINBOX1' || own === null) return null
    const header = bytes.subarray(0, inboxHeaderLength)
    const agreed = diffieHellman({
      privateKey: createPrivateKey({ key: own, format: 'der', type: 'pkcs8' }),
      publicKey: createPublicKey({ key: header.subarray(8), format: 'der', type: 'spki' }),
    })
    const subkey = derived(agreed, Buffer.concat([header, Buffer.from(publicKey, 'base64')]), 'inbox')
    return decrypted(subkey, Buffer.alloc(12), bytes.subarray(inboxHeaderLength), header)
  }
}

/** All files below, by their names within it. Links are not followed. */
function* filesIn(folder, inside = '') {
  for (const found of readdirSync(join(folder, inside), { withFileTypes: true })) {
    const name = join(inside, found.name)
    if (found.isDirectory()) yield* filesIn(folder, name)
    else if (found.isFile()) yield name
  }
}

function lockOf(journal) {
  // Half of a change of the lock: what is sealed there is not all, and what lies in the journal is.
  if (existsSync(join(journal, 'sealed', 'unfinished')) && !existsSync(join(journal, 'lock.json')))
    throw new Refused(`${journal} has no lock: its files can be read as they are.`)
  for (const path of [join(journal, 'lock.json'), join(journal, 'sealed', 'lock.json')]) {
    try {
      const lock = JSON.parse(readFileSync(path, 'utf8'))
      if (lock.schema === 1 && Array.isArray(lock.slots)) return lock
    } catch {
      // The other one may be whole.
    }
  }
  throw new Refused(`There is no readable lock.json in ${journal}.`)
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

async function main([from, to]) {
  if (from === undefined || to === undefined) throw new Refused('Use: node scripts/unlock.mjs JOURNAL NEW-FOLDER')
  const [journal, target] = [resolve(from), resolve(to)]
  if (existsSync(target)) throw new Refused(`${target} is there already; name a folder that is not.`)
  const lock = lockOf(journal)
  const open = openerOf(lock, keyBy(lock, await answered()))
  const sealed = join(journal, 'sealed')
  let written = 0
  const strange = []
  for (const name of filesIn(sealed)) {
    if (name === 'lock.json' || name === 'unfinished' || /\.throughline-[0-9a-f]{24}\.tmp$/.test(name)) continue
    const bytes = readFileSync(join(sealed, name))
    const text = open(bytes)
    if (text === null) strange.push(name)
    else written++
    const place = join(target, text === null ? join('not-opened', name) : name)
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
    writeFileSync(place, text ?? bytes, { flag: 'wx', mode: 0o600 })
  }
  if (existsSync(join(journal, 'journal.json')))
    copyFileSync(join(journal, 'journal.json'), join(target, 'journal.json'))
  process.stdout.write(`${written} files opened into ${target}.\n`)
  if (strange.length === 0) return 0
  process.stderr.write(`${strange.length} could not be opened and are in not-opened/ as they were:\n`)
  for (const name of strange) process.stderr.write(`  ${JSON.stringify(name)}\n`)
  return 1
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
