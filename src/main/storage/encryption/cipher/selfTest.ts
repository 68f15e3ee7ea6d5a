/** Known answers, asked once before the first key is made or used: a library that answers otherwise must not touch a journal. */
import { Failure } from '#shared/domain/failure'
import { agreed, decrypt, derived, digest, encrypt, newKeyPair, stretched } from './algorithms'

const count = (length: number) => Buffer.from(Array.from({ length }, (_, at) => at))
const isHex = (bytes: Uint8Array, hex: string) => Buffer.from(bytes).toString('hex') === hex

let tested: Promise<void> | null = null

/** Throws `unexpected` when the algorithms are not what they have to be. */
export function algorithmsAreSound(): Promise<void> {
  tested ??= test()
  return tested
}

async function test(): Promise<void> {
  const [key, nonce, text, bound] = [count(32), count(12), Buffer.from('every word'), Buffer.from('header')]
  const sealed = encrypt(key, nonce, text, bound)
  const [one, other] = [newKeyPair(), newKeyPair()]
  const checks = {
    digest: isHex(digest(text), '31fbf96a0b915dd33054141f7b09fbceffc903cdb4db3969e7e1a261c256300e'),
    encrypt: isHex(sealed, '2274b369bcc5b574ff256ead21167a1de51defc90b30efb99257'),
    decrypt: decrypt(key, nonce, sealed, bound)?.equals(text) === true,
    refuse: decrypt(key, nonce, sealed, text) === null,
    derived: isHex(derived(key, nonce, 'test'), '50ad4041ee58d0d272d5e1465837d75d99838743801a16c4a319c0bf5cd31ace'),
    stretched: isHex(
      await stretched('correct horse', nonce, { n: 16, r: 8, p: 1 }),
      '0050e133b0f3b4b990ec4119e32d1e13a1e545df50fbddf55bcc2ea348e35ebf',
    ),
    // RFC 7748, section 6.1.
    agreed: isHex(
      agreed(
        Buffer.from(
          '302e020100300506032b656e0422042077076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a',
          'hex',
        ),
        Buffer.from('302a300506032b656e032100de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f', 'hex'),
      ),
      '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
    ),
    agreement: agreed(one.privateKey, other.publicKey).equals(agreed(other.privateKey, one.publicKey)),
  }
  const wrong = Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]))
  if (wrong.length > 0) throw new Failure('unexpected', `the algorithms answer wrongly: ${wrong.join(', ')}`)
}
