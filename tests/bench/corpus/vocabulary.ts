/** The made-up words of the corpus, the commonest first: some with accents, some Chinese and Japanese. */
import { createRandom, type Random } from './random'

const size = 8_000
const onsets = ['b', 'br', 'd', 'dr', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'pl', 'r', 's', 'st', 't', 'v', 'w', '']
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou']
const accented = ['á', 'ä', 'å', 'é', 'è', 'ê', 'í', 'ñe', 'ö', 'ó', 'ü', 'ça']
const codas = ['', '', '', 'l', 'm', 'n', 'r', 's', 't', 'nd', 'sh']
const ideographs = Array.from(
  '会議計画朝夕今日明週月年仕事人間時天気山川海空道森花鳥本字語学校駅店茶米水火木金土石光音色心手',
)
const kana = Array.from('かきくけこさしすせそたちつてとなにのはひほまみむもやよらりるれろ')

/** The words of ranks below this are short and plain, as in any language. */
const plainRanks = 50

export function vocabularyOf(seed: number): readonly string[] {
  const random = createRandom(seed)
  const words = new Set<string>()
  while (words.size < size) words.add(wordOf(random, words.size))
  return [...words]
}

function wordOf(random: Random, rank: number): string {
  if (rank < plainRanks) return syllable(random, 0) + (random.chance(0.4) ? syllable(random, 0) : '')
  if (random.chance(0.04)) return spelled(random, 2 + random.below(2), ideographs)
  if (random.chance(0.01)) return spelled(random, 3, kana)
  const accents = random.chance(0.12) ? 0.5 : 0
  return spelled(random, 2 + random.below(3), null, accents)
}

function spelled(random: Random, length: number, signs: readonly string[] | null, accents = 0): string {
  return Array.from({ length }, () => (signs ? random.pick(signs) : syllable(random, accents))).join('')
}

function syllable(random: Random, accents: number): string {
  return random.pick(onsets) + random.pick(random.chance(accents) ? accented : vowels) + random.pick(codas)
}
