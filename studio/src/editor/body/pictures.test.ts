import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { BodyHTML } from './html'
import { figureOf, filesOf, placeOfBlock } from './pictures'
import { extensions } from './schema'

const picture = new File(['x'], 'a.png', { type: 'image/png' })
const schema = getSchema(extensions)
const read = (html: string) => schema.node('doc', null, new BodyHTML(schema).read(html))

function transfer(html = '') {
  return { files: [picture], getData: (type: string) => (type === 'text/html' ? html : 'a.png') } as unknown as DataTransfer
}

test('a screenshot and a copied file are taken, a picture that comes beside text is not', () => {
  expect(filesOf(null)).toEqual([])
  expect(filesOf(transfer())).toEqual([picture])
  expect(filesOf(transfer('<img src="https://elsewhere.example/b.png">'))).toEqual([picture])
  expect(filesOf(transfer('<style>p {}</style><p>Out of Word</p>'))).toEqual([])
  expect(filesOf(transfer(`<img src="${location.origin}/assets/b.png">`))).toEqual([])
})

test('a picture is put behind its paragraph, or in the place of an empty one', () => {
  expect(placeOfBlock(read('<p>one</p><p>two</p>'), 2)).toEqual({ from: 5, to: 5 })
  expect(placeOfBlock(read('<ul><li>one</li></ul><p>two</p>'), 4)).toEqual({ from: 9, to: 9 })
  expect(placeOfBlock(read('<p></p>'), 1)).toEqual({ from: 0, to: 2 })
  expect(placeOfBlock(read('<p>one</p>'), 99)).toEqual({ from: 5, to: 5 })
})

test('caption and credit stand below the picture', () => {
  const told = { url: '/assets/a.png', alt: 'A bridge', caption: 'The bridge ', credit: 'Wang' }
  expect(figureOf(told).content).toEqual([{ type: 'text', text: 'The bridge　Wang' }])
  expect(figureOf({ ...told, caption: '', credit: '' }).content).toEqual([])
})
