import { diffWordsWithSpace } from 'diff'
import type { Paragraph } from './history'

export interface Piece {
  kind: 'EQUAL' | 'INSERTED' | 'DELETED'
  text: string
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Two short texts as one, by words, Chinese ones too. */
export function piecesOf(old: string, now: string): Piece[] {
  return diffWordsWithSpace(old, now, { intlSegmenter: segmenter }).map(({ added, removed, value }) => ({
    kind: added ? 'INSERTED' : removed ? 'DELETED' : 'EQUAL',
    text: value,
  }))
}

/** A run of paragraphs: those that changed each alone, those between them together. */
export interface Run {
  key: number
  isEqual: boolean
  paragraphs: Paragraph[]
}

export function runsOf(paragraphs: Paragraph[]): Run[] {
  const runs: Run[] = []
  paragraphs.forEach((paragraph, key) => {
    const isEqual = paragraph.kind === 'EQUAL' && !paragraph.isMoved
    const last = runs.at(-1)
    if (isEqual && last?.isEqual) last.paragraphs.push(paragraph)
    else runs.push({ key, isEqual, paragraphs: [paragraph] })
  })
  return runs
}

export interface LinkChange {
  kind: 'ADDED' | 'REMOVED' | 'CHANGED'
  text: string
  old?: string
  now?: string
}

/** What changed of the links of a paragraph, whose words do not show it. */
export function linkChanges({ old, new: now }: Paragraph): LinkChange[] {
  const before = linksOf(old?.html)
  const after = linksOf(now?.html)
  const gone = before.filter((one) => !after.some((other) => same(one, other)))
  const come = after.filter((one) => !before.some((other) => same(one, other)))
  const changes: LinkChange[] = []
  for (const link of come) {
    const place = gone.findIndex((one) => one.text === link.text)
    const [former] = place < 0 ? [] : gone.splice(place, 1)
    changes.push({ kind: former ? 'CHANGED' : 'ADDED', text: link.text, old: former?.address, now: link.address })
  }
  return [...changes, ...gone.map(({ text, address }) => ({ kind: 'REMOVED' as const, text, old: address }))]
}

interface Link {
  text: string
  address: string
}

function same(one: Link, other: Link) {
  return one.text === other.text && one.address === other.address
}

/** Parsed apart from the page: nothing in it is loaded or run. */
function found(html: string | undefined, selector: string) {
  return [...new DOMParser().parseFromString(html ?? '', 'text/html').querySelectorAll(selector)]
}

function linksOf(html: string | undefined): Link[] {
  return found(html, 'a[href]').map((link) => ({ text: link.textContent ?? '', address: link.getAttribute('href')! }))
}

export interface PictureChange {
  kind: 'ADDED' | 'REMOVED' | 'DESCRIBED'
  src: string
  alt: string
  oldAlt?: string
}

/** Pictures of a paragraph that came, went, or are described in other words. */
export function pictureChanges({ old, new: now }: Paragraph): PictureChange[] {
  const before = picturesOf(old?.html)
  const after = picturesOf(now?.html)
  const come = after.flatMap(({ src, alt }): PictureChange[] => {
    const former = before.find((one) => one.src === src)
    if (!former) return [{ kind: 'ADDED', src, alt }]
    return former.alt === alt ? [] : [{ kind: 'DESCRIBED', src, alt, oldAlt: former.alt }]
  })
  const gone = before.filter(({ src }) => !after.some((one) => one.src === src))
  return [...gone.map((one) => ({ kind: 'REMOVED' as const, ...one })), ...come]
}

function picturesOf(html: string | undefined) {
  return found(html, 'img[src]').map((image) => ({
    src: image.getAttribute('src')!,
    alt: image.getAttribute('alt') ?? '',
  }))
}
