import type { Node } from '@tiptap/pm/model'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { allowedOnly } from './blocks'

interface Words {
  text: string
  edit: string
  remove: string
}

/** How a block that is kept as it is looks: itself, with what can be done about it above. */
export function keptView(words: () => Words, onEdit: (place: number, html: string) => void) {
  return (node: Node, view: EditorView, place: () => number | undefined): NodeView => {
    const dom = document.createElement('div')
    dom.className = 'kept'
    dom.contentEditable = 'false'
    const { text, edit, remove } = words()
    const content = document.createElement('div')
    content.innerHTML = allowedOnly(node.attrs.html)
    const notice = document.createElement('p')
    notice.textContent = text
    const bar = document.createElement('div')
    bar.className = 'kept-bar'
    bar.append(
      notice,
      button(edit, () => onEdit(place() ?? 0, node.attrs.html)),
      button(remove, () => {
        const at = place()
        if (at !== undefined) view.dispatch(view.state.tr.delete(at, at + node.nodeSize))
        view.focus()
      }),
    )
    dom.append(bar, content)
    return { dom, stopEvent: (event) => bar.contains(event.target as globalThis.Node), ignoreMutation: () => true }
  }
}

function button(text: string, act: () => void) {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = text
  made.addEventListener('click', act)
  return made
}
