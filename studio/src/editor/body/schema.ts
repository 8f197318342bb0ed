import { Extension, Mark, Node, mergeAttributes, type Extensions } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'

const IMAGE_ATTRIBUTES = {
  src: { default: '' },
  alt: { default: null },
  width: { default: null },
  height: { default: null },
}

/** A picture of its own with a caption below it, as `<figure><img><figcaption>`. */
const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  draggable: true,
  isolating: true,
  addAttributes: () => IMAGE_ATTRIBUTES,
  parseHTML: () => [{ tag: 'figure', getAttrs: pictureOf, contentElement: captionOf }],
  renderHTML: ({ HTMLAttributes }) => ['figure', ['img', HTMLAttributes], ['figcaption', 0]],
})

function pictureOf(figure: HTMLElement) {
  const image = figure.querySelector('img')
  if (!image) return false
  return Object.fromEntries(Object.keys(IMAGE_ATTRIBUTES).map((name) => [name, image.getAttribute(name)]))
}

function captionOf(figure: globalThis.Node) {
  return (
    (figure as HTMLElement).querySelector<HTMLElement>('figcaption') ??
    figure.ownerDocument!.createElement('figcaption')
  )
}

/** A picture inside a line of text. */
const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => IMAGE_ATTRIBUTES,
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
})

/** A block that this editor cannot hold without loss (tables, figures of several pictures): it is kept as it is. */
export const Kept = Node.create({
  name: 'kept',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ html: { default: '', rendered: false } }),
  parseHTML: () => [{ tag: 'div[data-kept]', getAttrs: (element) => ({ html: element.getAttribute('data-kept') }) }],
  renderHTML: ({ node }) => ['div', { 'data-kept': node.attrs.html }],
})

const small = (name: string, tag: string) =>
  Mark.create({
    name,
    excludes: name === 'superscript' ? 'subscript' : 'superscript',
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  })

/** Enter below a picture goes on behind it, with a paragraph of its own. */
const Keys = Extension.create({
  name: 'keys',
  priority: 200,
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection
        if ($from.parent.type.name !== 'figure') return false
        const after = $from.after()
        const next = editor.state.doc.nodeAt(after)
        const chain = editor.chain()
        if (next?.type.name !== 'paragraph') chain.insertContentAt(after, { type: 'paragraph' })
        return chain
          .setTextSelection(after + 1)
          .scrollIntoView()
          .run()
      },
    }
  },
})

/** What a body may hold: what the server's sanitiser lets through, and no more. */
export const extensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    // An empty paragraph at the end of every body would make a revision of merely looking at it.
    trailingNode: false,
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      autolink: false,
      linkOnPaste: true,
      protocols: ['http', 'https', 'mailto'],
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  Figure,
  Picture,
  Kept,
  small('superscript', 'sup'),
  small('subscript', 'sub'),
  Keys,
]
