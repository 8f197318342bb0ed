import { expect, test } from 'vitest'
import { countWords, readingMinutes } from './counting'

test.each([
  ['今天，渡轮复航。', 6],
  ['5G手机 1,000 state-run it’s', 6],
  ['', 0],
])('counts as the server does: %s', (text, count) => expect(countWords(text)).toBe(count))

test('reads 400 a minute', () => expect([0, 1, 400, 401].map(readingMinutes)).toEqual([0, 1, 1, 2]))
