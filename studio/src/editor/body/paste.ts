import { parsed } from './blocks'
import { gatherWordLists } from './wordLists'

const DROPPED =
  'script, style, meta, link, title, xml, noscript, iframe, object, svg, button, input, select, textarea, nav, audio, video'
const NO_TEXT = /<!--[\s\S]*?-->|<(style|script|xml|title)\b[\s\S]*?<\/\1\s*>|<\?[\s\S]*?>|<!\[[\s\S]*?\]>/gi
const RENAMED: Record<string, string> = {
  h1: 'h2',
  h5: 'h4',
  h6: 'h4',
  b: 'strong',
  i: 'em',
  dl: 'ul',
  dt: 'li',
  dd: 'li',
}
const BLOCKS =
  'p, h2, h3, h4, ul, ol, li, blockquote, figure, table, pre, hr, div, section, article, main, center, header, footer, aside'
const BOXES = 'div, section, article, main, center, header, footer, aside'
const CELL_ATTRIBUTES = ['colspan', 'rowspan', 'scope']
const HAN = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef\\u2018-\\u201d\\u2026\\u2014'
const BREAK_IN_HAN = new RegExp(`(?<=[${HAN}])[ \\t]*[\\r\\n]+[ \\t]*(?=[${HAN}])`, 'gu')
const INDENT = /^(?:\u00a0[ \u00a0]*\u00a0|[ \u00a0]*\u3000[ \u00a0]*\u3000[ \u00a0]*)/

/** What is pasted from elsewhere, with nothing in it but what a body may hold. Chinese indents (　　) stay. */
export function cleaned(html: string): string {
  if (html.includes('data-pm-slice')) return html
  const root = document.createElement('div')
  root.append(parsed(unstyled(html)))
  for (const element of root.querySelectorAll(DROPPED)) element.remove()
  gatherWordLists(root)
  for (const element of [...root.querySelectorAll('*')].reverse()) if (root.contains(element)) simplify(element)
  for (const text of textsOf(root)) text.data = tidy(text)
  for (const box of [...root.querySelectorAll(BOXES)].reverse()) unbox(box)
  for (const paragraph of root.querySelectorAll('p')) shape(paragraph)
  for (const table of root.querySelectorAll('table')) keep(table)
  return root.innerHTML
}

/** Style attributes tell what is bold; under their own name the page's policy would refuse them. */
export function unstyled(html: string): string {
  return html.replace(NO_TEXT, '').replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='))
}

function textsOf(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts
}

/** One element as it may stay, or its content in its place. */
function simplify(element: Element) {
  const name = element.localName
  const style = element.getAttribute('data-style') ?? ''
  if (name === 'a') return simplifyLink(element)
  if (name === 'img') return simplifyPicture(element)
  if (name in RENAMED && !isPlain(name, style)) return rename(element, RENAMED[name])
  if (name === 'span' || name === 'font' || name in RENAMED) return unwrap(element, emphasisOf(style))
  if (!isAllowed(name)) return unwrap(element)
  for (const { name: attribute } of [...element.attributes]) {
    if (!CELL_ATTRIBUTES.includes(attribute) && !(name === 'ol' && attribute === 'start'))
      element.removeAttribute(attribute)
  }
}

function isAllowed(name: string) {
  const inline = [
    'strong',
    'em',
    'br',
    'code',
    'sup',
    'sub',
    'caption',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
    'figcaption',
  ]
  return inline.includes(name) || BLOCKS.split(', ').includes(name)
}

/** Google puts everything into a `<b>` that is none. */
function isPlain(name: string, style: string) {
  return (
    (name === 'b' && /font-weight:\s*(normal|400)/.test(style)) || (name === 'i' && /font-style:\s*normal/.test(style))
  )
}

function emphasisOf(style: string): string[] {
  const tags = []
  if (/font-weight:\s*(bold|[6-9]00)/.test(style)) tags.push('strong')
  if (/font-style:\s*italic/.test(style)) tags.push('em')
  if (/vertical-align:\s*super/.test(style)) tags.push('sup')
  if (/vertical-align:\s*sub/.test(style)) tags.push('sub')
  return tags
}

function simplifyLink(link: Element) {
  const href = link.getAttribute('href') ?? ''
  for (const { name } of [...link.attributes]) link.removeAttribute(name)
  if (!/^(https?:|mailto:|\/)/i.test(href)) return unwrap(link)
  link.setAttribute('href', href)
}

function simplifyPicture(image: Element) {
  const [src, alt] = [image.getAttribute('src') ?? '', image.getAttribute('alt')]
  // Files of somebody's own disk, and pictures inside the text: they have to be uploaded.
  if (!/^(https?:)?\//i.test(src)) return image.remove()
  for (const { name } of [...image.attributes]) image.removeAttribute(name)
  image.setAttribute('src', src)
  if (alt) image.setAttribute('alt', alt)
}

function rename(element: Element, name: string) {
  const other = document.createElement(name)
  other.append(...element.childNodes)
  element.replaceWith(other)
}

function unwrap(element: Element, tags: string[] = []) {
  const inner = tags.reduce<Node[]>(
    (nodes, tag) => {
      const wrapper = document.createElement(tag)
      wrapper.append(...nodes)
      return [wrapper]
    },
    [...element.childNodes],
  )
  element.replaceWith(...inner)
}

/** Lines that a program broke for its own sake are one; a space of fixed width is a space, except as an indent. */
function tidy(text: Text): string {
  if (text.parentElement?.closest('pre')) return text.data
  const joined = text.data.replace(BREAK_IN_HAN, '')
  return isAtStart(text) ? joined.replace(INDENT, '　　') : joined.replaceAll('\u00a0', ' ')
}

function isAtStart(text: Text) {
  const block = text.parentElement?.closest(BLOCKS)
  const before = document.createRange()
  if (!block) return false
  before.setStart(block, 0)
  before.setEndBefore(text)
  return before.toString().trim() === ''
}

/** A box is a paragraph if it holds a line of text, or else only what is in it. */
function unbox(box: Element) {
  if (box.querySelector(BLOCKS)) unwrap(box)
  else rename(box, 'p')
}

/** A paragraph without the spaces at its ends; two line breaks divide it; a picture alone is a figure. */
function shape(paragraph: HTMLParagraphElement) {
  const parts: Node[][] = [[]]
  const nodes = [...paragraph.childNodes].filter(
    (node, index, all) => !isBlank(node) || (index && index < all.length - 1),
  )
  nodes.forEach((node, index) => {
    const isBreak = node.nodeName === 'BR'
    if (isBreak && nodes[index + 1]?.nodeName === 'BR') parts.push([])
    else if (!isBreak || (parts[parts.length - 1].length && index < nodes.length - 1))
      parts[parts.length - 1].push(node)
  })
  paragraph.replaceWith(...parts.flatMap(made))
}

function made(nodes: Node[]): Element[] {
  const block = document.createElement('p')
  block.append(...nodes)
  const picture = block.querySelector('img')
  const isEmpty = !block.textContent?.replace(/[\s\u3000]/g, '')
  if (!picture) return isEmpty ? [] : [block]
  if (!isEmpty || block.querySelectorAll('img').length > 1) return [block]
  const figure = document.createElement('figure')
  figure.append(picture)
  return [figure]
}

function isBlank(node: Node) {
  return node.nodeType === Node.TEXT_NODE && !/[^ \t\r\n\f]/.test(node.nodeValue ?? '')
}

/** A table as a block that is kept as it is; one of a single cell was made for looks. */
function keep(table: HTMLTableElement) {
  const cells = table.querySelectorAll('td, th')
  if (cells.length < 2) return table.replaceWith(...(cells[0]?.childNodes ?? []))
  const kept = document.createElement('div')
  for (const paragraph of table.querySelectorAll('td > p:only-child, th > p:only-child')) unwrap(paragraph)
  kept.setAttribute('data-kept', table.outerHTML.replace(/>\s+</g, '><'))
  table.replaceWith(kept)
}
