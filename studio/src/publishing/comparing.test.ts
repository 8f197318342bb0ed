import { expect, test } from 'vitest'
import { linkChanges, pictureChanges } from './comparing'
import type { Paragraph } from './history'

const changed = (old: string | null, now: string | null) => {
  const side = (html: string | null) => (html === null ? null : { html, position: 0, type: 'FIGURE', level: 0 })
  return { kind: 'CHANGED', isMoved: false, spans: [], old: side(old), new: side(now) } as unknown as Paragraph
}

test('pictures are told as pictures, not as links', () => {
  const paragraph = changed('<img src="/assets/a.png" alt="a bridge">', '<img src="/assets/b.png">')
  expect(pictureChanges(paragraph)).toEqual([
    { kind: 'REMOVED', src: '/assets/a.png', alt: 'a bridge' },
    { kind: 'ADDED', src: '/assets/b.png', alt: '' },
  ])
  expect(linkChanges(paragraph)).toEqual([])
})

test('a picture that stayed is told only if it is described otherwise', () => {
  const image = (alt: string) => `<img src="/assets/a.png" alt="${alt}">`
  expect(pictureChanges(changed(image('a'), image('a')))).toEqual([])
  expect(pictureChanges(changed(image('a'), image('b')))).toEqual([
    { kind: 'DESCRIBED', src: '/assets/a.png', alt: 'b', oldAlt: 'a' },
  ])
  expect(pictureChanges(changed(image('a'), null))).toEqual([{ kind: 'REMOVED', src: '/assets/a.png', alt: 'a' }])
})

test('a link that leads elsewhere is one change', () => {
  const link = (href: string) => `<a href="${href}">more</a>`
  expect(linkChanges(changed(link('/old'), link('/new')))).toEqual([
    { kind: 'CHANGED', text: 'more', old: '/old', now: '/new' },
  ])
})
