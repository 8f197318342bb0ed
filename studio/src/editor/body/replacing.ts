import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'

/** Show another document, changing no more than differs, so that the cursor stays where it was. */
export function replaceContent(editor: Editor, next: Node) {
  const now = editor.state.doc
  const start = now.content.findDiffStart(next.content)
  if (start === null) return
  let { a: end, b: nextEnd } = now.content.findDiffEnd(next.content)!
  const overlap = start - Math.min(end, nextEnd)
  if (overlap > 0) [end, nextEnd] = [end + overlap, nextEnd + overlap]
  editor.view.dispatch(editor.state.tr.replace(start, end, next.slice(start, nextEnd)).setMeta('addToHistory', false))
}

const INDENT = '　　'

/** Indent all paragraphs by two characters, or none if all are. Empty ones and those within lists stay. */
export function toggleIndents(editor: Editor) {
  const places: { at: number; isIndented: boolean }[] = []
  editor.state.doc.forEach((node, offset) => {
    if (node.type.name === 'paragraph' && node.textContent.trim()) {
      places.push({ at: offset + 1, isIndented: node.textContent.startsWith(INDENT) })
    }
  })
  const transaction = editor.state.tr
  const isOver = places.every(({ isIndented }) => isIndented)
  for (const { at, isIndented } of places.reverse()) {
    if (isOver) transaction.delete(at, at + INDENT.length)
    else if (!isIndented) transaction.insertText(INDENT, at)
  }
  if (transaction.docChanged) editor.view.dispatch(transaction)
}
