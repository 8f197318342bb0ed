/** Where saving stands. `held`: the server refuses it as it is; `paused`: somebody has to decide something first. */
export type SaveState = 'clean' | 'waiting' | 'saving' | 'offline' | 'signedOut' | 'held' | 'paused'

/** What became of a request that the server answered. */
export type Verdict = 'saved' | 'held' | 'paused'
/** What to do about one that it did not answer. */
export type Trouble = 'offline' | 'signedOut'

export interface SaverOptions<Request> {
  /** What is to be saved now; nothing if all is. */
  next: (isAutosave: boolean) => Request | undefined
  /** Sends it. The key is the same for every try of one request. */
  send: (request: Request, key: string) => Promise<Verdict>
  /** What an error of `send` means; one that means nothing is thrown on. */
  troubleOf: (error: unknown) => Trouble | undefined
  onState: (state: SaveState) => void
  makeKey?: () => string
}

export const QUIET_MILLISECONDS = 2000 // after the last key
export const LONGEST_WAIT = 10_000 // while somebody types on and on
export const RETRY_WAITS = [2000, 4000, 8000, 15_000, 30_000]

/**
 * Saves in the background: one request at a time, a moment after the last change.
 *
 * A request that got no answer is sent again, the same with the same key, with growing waits, and what is typed
 * meanwhile goes with the next one. So nothing is saved twice, and nothing out of turn.
 */
export function createSaver<Request>(options: SaverOptions<Request>) {
  const makeKey = options.makeKey ?? (() => crypto.randomUUID())
  let state: SaveState = 'clean'
  let timer: ReturnType<typeof setTimeout> | undefined
  let firstTouch: number | undefined
  let pending: { request: Request; key: string } | undefined
  let tries = 0
  let isWanted = false // by somebody who pressed the button
  let running: Promise<void> | undefined

  function become(next: SaveState) {
    state = next
    options.onState(next)
  }

  function wait(milliseconds: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), milliseconds)
  }

  /** Something was changed. */
  function touch() {
    if (state === 'paused' || state === 'signedOut' || state === 'offline' || state === 'saving') return
    firstTouch ??= Date.now()
    if (state !== 'waiting') become('waiting')
    wait(Math.min(QUIET_MILLISECONDS, Math.max(0, firstTouch + LONGEST_WAIT - Date.now())))
  }

  /** Save now, or try again now; answers when that came to an end. */
  async function flush(isAutosave = false) {
    if (state === 'paused') return
    isWanted ||= !isAutosave
    await running
    await run()
  }

  function run(): Promise<void> {
    running ??= work().finally(() => (running = undefined))
    return running
  }

  async function work() {
    clearTimeout(timer)
    firstTouch = undefined
    for (;;) {
      pending ??= taken()
      if (!pending) return become('clean')
      become('saving')
      const outcome = await tried(pending)
      if (outcome === 'offline') {
        become('offline')
        return wait(RETRY_WAITS[Math.min(tries++, RETRY_WAITS.length - 1)])
      }
      tries = 0
      if (outcome === 'signedOut') return become('signedOut')
      pending = undefined
      if (outcome !== 'saved') return become(outcome)
      if (!isWanted && options.next(true) !== undefined) {
        become('waiting')
        return wait(QUIET_MILLISECONDS)
      }
    }
  }

  function taken() {
    const request = options.next(!isWanted)
    isWanted = false
    return request === undefined ? undefined : { request, key: makeKey() }
  }

  async function tried({ request, key }: { request: Request; key: string }): Promise<Verdict | Trouble> {
    try {
      return await options.send(request, key)
    } catch (error) {
      const trouble = options.troubleOf(error)
      if (trouble) return trouble
      pending = undefined
      become('held')
      throw error
    }
  }

  return {
    touch,
    flush,
    /** Nothing is saved until `resume`. */
    pause() {
      clearTimeout(timer)
      become('paused')
    },
    resume() {
      become('waiting')
      wait(0)
    },
    stop: () => clearTimeout(timer),
    isUnsaved: () => state !== 'clean',
  }
}
