import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSaver, type SaveState, type Verdict } from './saver'

class Unreachable extends Error {}
class SignedOut extends Error {}

/** A saver of a text, with what was sent, and how it stands. */
function desk(answers: (Verdict | Error)[] = []) {
  const sent: { text: string; key: string; isAutosave: boolean }[] = []
  const states: SaveState[] = []
  const page = { text: '', saved: '', release: undefined as (() => void) | undefined, isSlow: false }
  let keys = 0
  const saver = createSaver<{ text: string; isAutosave: boolean }>({
    next: (isAutosave) => (page.text === page.saved ? undefined : { text: page.text, isAutosave }),
    async send(request, key) {
      sent.push({ ...request, key })
      if (page.isSlow) await new Promise<void>((resolve) => (page.release = resolve))
      const answer = answers.shift() ?? 'saved'
      if (answer instanceof Error) throw answer
      if (answer === 'saved') page.saved = request.text
      return answer
    },
    troubleOf: (error) => (error instanceof Unreachable ? 'offline' : error instanceof SignedOut ? 'signedOut' : undefined),
    onState: (state) => void states.push(state),
    makeKey: () => `key_${++keys}`,
  })
  const type = (text: string) => {
    page.text += text
    saver.touch()
  }
  return { saver, sent, states, page, type, state: () => states[states.length - 1] }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('saving in the background', () => {
  test('comes a moment after the last change', async () => {
    const { type, sent, state } = desk()
    type('一')
    await vi.advanceTimersByTimeAsync(1500)
    type('二')
    await vi.advanceTimersByTimeAsync(1500)
    expect(sent).toEqual([])

    await vi.advanceTimersByTimeAsync(500)

    expect(sent).toEqual([{ text: '一二', key: 'key_1', isAutosave: true }])
    expect(state()).toBe('clean')
  })

  test('comes in between while somebody types on and on', async () => {
    const { type, sent } = desk()
    for (let second = 0; second < 11; second++) {
      type('字')
      await vi.advanceTimersByTimeAsync(1000)
    }

    expect(sent).toHaveLength(1)
  })

  test('is one at a time; what is typed meanwhile goes with the next', async () => {
    const { type, sent, page, state } = desk()
    page.isSlow = true
    type('一')
    await vi.advanceTimersByTimeAsync(2000)
    type('二')
    await vi.advanceTimersByTimeAsync(5000)
    expect(sent).toHaveLength(1)

    page.release?.()
    await vi.advanceTimersByTimeAsync(2000)
    page.release?.()
    await vi.advanceTimersByTimeAsync(0)

    expect(sent.map(({ text }) => text)).toEqual(['一', '一二'])
    expect(sent[1].key).toBe('key_2')
    expect(state()).toBe('clean')
  })

  test('sends the same again with the same key, waiting longer each time, and then what was typed meanwhile', async () => {
    const { type, sent, state } = desk([new Unreachable(), new Unreachable()])
    type('一')
    await vi.advanceTimersByTimeAsync(2000)
    expect(state()).toBe('offline')
    type('二')
    await vi.advanceTimersByTimeAsync(2000)
    expect(sent).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(3900)
    expect(sent).toHaveLength(2)

    await vi.advanceTimersByTimeAsync(2200)

    expect(sent.map(({ text, key }) => `${text} ${key}`)).toEqual(['一 key_1', '一 key_1', '一 key_1', '一二 key_2'])
    expect(state()).toBe('clean')
  })

  test('waits for signing in, and goes on with the same request', async () => {
    const { type, sent, state, saver } = desk([new SignedOut()])
    type('一')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(state()).toBe('signedOut')

    await saver.flush(true)

    expect(sent.map(({ key }) => key)).toEqual(['key_1', 'key_1'])
    expect(state()).toBe('clean')
  })

  test('does not send again what was refused until it is changed', async () => {
    const { type, sent, state } = desk(['held'])
    type('一')
    await vi.advanceTimersByTimeAsync(60_000)
    expect([sent.length, state()]).toEqual([1, 'held'])

    type('二')
    await vi.advanceTimersByTimeAsync(2000)

    expect([sent.length, state()]).toEqual([2, 'clean'])
  })

  test('stops for a conflict until somebody decided', async () => {
    const { type, sent, state, saver } = desk(['paused'])
    type('一')
    await vi.advanceTimersByTimeAsync(2000)
    type('二')
    await vi.advanceTimersByTimeAsync(60_000)
    expect([sent.length, state()]).toEqual([1, 'paused'])

    saver.resume()
    await vi.advanceTimersByTimeAsync(0)

    expect([sent.length, state()]).toEqual([2, 'clean'])
  })

  test('by the button is at once, and no autosave', async () => {
    const { type, sent, saver } = desk()
    type('一')
    await saver.flush()

    expect(sent).toEqual([{ text: '一', key: 'key_1', isAutosave: false }])
  })

  test('by the button while another runs is the one after', async () => {
    const { type, sent, saver, page } = desk()
    page.isSlow = true
    type('一')
    await vi.advanceTimersByTimeAsync(2000)
    type('二')
    const flushed = saver.flush()
    page.isSlow = false
    page.release?.()
    await flushed

    expect(sent.map(({ text, isAutosave }) => [text, isAutosave])).toEqual([['一', true], ['一二', false]])
  })
})
