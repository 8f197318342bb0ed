import { ApiError } from '../api/client'
import { explain, i18n, limitOf } from '../words'

// What the server says of a file that it does not take, and our words for it.
const WORDS: [RegExp, string][] = [
  [/SVG is not taken/, 'svg'],
  [/none of the types/, 'type'],
  [/the animation has/, 'frames'],
  [/pixels|scans/, 'pixels'],
  [/cut off or damaged|cannot be read/, 'damaged'],
  [/file is empty/, 'empty'],
  [/can be replaced by/, 'kind'],
  [/another asset already/, 'other'],
  [/asset is used by/, 'used'],
]
const STATUSES: Record<number, string> = { 413: 'size', 408: 'slow' }

/** Why a file was not taken, in words for an editor. */
export function whyNot(problem: { code: string; message: string } | ApiError): string {
  const { t } = i18n.global
  const status = problem instanceof ApiError ? STATUSES[problem.status] : undefined
  const word = status ?? WORDS.find(([pattern]) => pattern.test(problem.message))?.[1]
  const id = /ast_\d+/.exec(problem.message)?.[0] ?? ''
  return word ? t(`media.fails.${word}`, { id, limit: limitOf(problem.message) }) : explain(problem)
}
