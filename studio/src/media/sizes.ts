import type { Card } from './documents'

/** The address of a picture that is at least so wide, if there is one of that size; empty for what is no picture. */
export function thumbnail(sizes: Card['thumbnails'], width: number): string {
  return (sizes.find((size) => size.width >= width) ?? sizes.at(-1))?.url ?? ''
}

/** Bytes as people read them: 481 KB, 2.3 MB. */
export function shownBytes(count: number): string {
  if (count < 1000) return `${count} B`
  const [value, unit] = count < 1_000_000 ? [count / 1000, 'KB'] : [count / 1_000_000, 'MB']
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`
}
