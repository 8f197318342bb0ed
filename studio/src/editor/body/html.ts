import { DOMParser, DOMSerializer, type Node, type Schema } from '@tiptap/pm/model'
import { blocksOf, parsed } from './blocks'

/**
 * A body as the editor holds it, and back, without loss.
 *
 * Each top-level block is read by itself. One that the editor would change is held as `kept`, as it is. One that it
 * writes otherwise without changing what it says (`<b>` for `<strong>`) is written as it was until it is edited.
 */
export class BodyHTML {
  private readonly originals = new Map<string, string>()
  private readonly written = new WeakMap<Node, string>()
  private readonly reader: DOMParser
  private readonly writer: DOMSerializer

  /** `schema` is that of the document: nodes of another one cannot stand in it, even if all their types are the same. */
  constructor(private readonly schema: Schema) {
    this.reader = DOMParser.fromSchema(schema)
    this.writer = DOMSerializer.fromSchema(schema)
  }

  /** The content of a document. */
  read(html: string): Node[] {
    const nodes = blocksOf(html).map((block) => this.readBlock(block))
    return nodes.length ? nodes : [this.schema.nodes.paragraph.create()]
  }

  write(document: Node): string {
    const blocks = document.children.map((node) => this.writeBlock(node))
    // What is empty at the end was only a place for the cursor.
    while (blocks.length && blocks[blocks.length - 1] === '<p></p>') blocks.pop()
    return blocks.join('')
  }

  private readBlock(block: string): Node {
    const content = this.reader.parse(parsed(block), { preserveWhitespace: true }).content
    const node = content.firstChild
    const again = node && content.childCount === 1 ? this.serialized(node) : ''
    if (node && again === block) return node
    if (!node || plain(again) !== plain(block)) return this.schema.nodes.kept.create({ html: block })
    this.originals.set(again, block)
    return node
  }

  private writeBlock(node: Node): string {
    const known = this.written.get(node)
    if (known !== undefined) return known
    const html = node.type.name === 'kept' ? node.attrs.html : this.serialized(node)
    const written = this.originals.get(html) ?? html
    this.written.set(node, written)
    return written
  }

  private serialized(node: Node): string {
    const holder = document.createElement('div')
    holder.append(this.writer.serializeNode(node))
    for (const item of holder.querySelectorAll('li')) unwrap(item)
    for (const caption of holder.querySelectorAll('figcaption:empty')) caption.remove()
    return holder.innerHTML
  }
}

/** `<li><p>…</p></li>` as `<li>…</li>`, where the paragraph is the only one. */
function unwrap(item: Element) {
  const [first, ...others] = item.children
  if (first?.localName !== 'p' || others.some(({ localName }) => localName !== 'ul' && localName !== 'ol')) return
  first.replaceWith(...first.childNodes)
}

/** A form that is the same for two blocks that say the same. */
function plain(html: string): string {
  const holder = document.createElement('div')
  holder.append(parsed(html))
  for (const [tag, same] of [
    ['b', 'strong'],
    ['i', 'em'],
  ]) {
    for (const element of holder.querySelectorAll(tag)) {
      const other = document.createElement(same)
      other.append(...element.childNodes)
      element.replaceWith(other)
    }
  }
  for (const item of holder.querySelectorAll('li')) unwrap(item)
  for (const quote of holder.querySelectorAll('blockquote')) {
    if (quote.children.length === 1 && quote.firstElementChild?.localName === 'p')
      quote.firstElementChild.replaceWith(...quote.firstElementChild.childNodes)
  }
  // A link whose address was refused leads nowhere.
  for (const link of holder.querySelectorAll('a:not([href])')) link.replaceWith(...link.childNodes)
  for (const code of holder.querySelectorAll('pre > code:only-child')) code.replaceWith(...code.childNodes)
  for (const caption of holder.querySelectorAll('figcaption:empty')) caption.remove()
  holder.normalize()
  return holder.innerHTML
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/ ?(<\/?(?:p|h[234]|ul|ol|li|blockquote|figure|figcaption|pre|br)\b[^>]*>) ?/g, '$1')
}
