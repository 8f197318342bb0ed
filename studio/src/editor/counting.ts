const SINGLES =
  /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d]/gu
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.,](?=\d)[\p{L}\p{N}]+|['’-](?=\p{L})[\p{L}\p{N}]+)*/gu
const WORDS_PER_MINUTE = 400

/** The length of a text as the server counts it: Chinese characters, and words of other scripts. */
export function countWords(text: string): number {
  let singles = 0
  const rest = text.replace(SINGLES, () => (singles++, ' '))
  return singles + (rest.match(WORDS)?.length ?? 0)
}

export function readingMinutes(words: number): number {
  return Math.ceil(words / WORDS_PER_MINUTE)
}
