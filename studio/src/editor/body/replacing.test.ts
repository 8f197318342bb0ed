import { Editor } from '@tiptap/core'
import { afterEach, expect, test } from 'vitest'
import { BodyHTML } from './html'
import { replaceContent, toggleIndents } from './replacing'
import { extensions } from './schema'

const editors: Editor[] = []

// What an editor does a moment later would find no document any more.
afterEach(() => editors.splice(0).forEach((editor) => editor.destroy()))

function editorOf(html: string) {
  const editor = new Editor({ element: document.createElement('div'), extensions, injectCSS: false })
  editors.push(editor)
  const body = new BodyHTML(editor.schema)
  const show = (text: string) => replaceContent(editor, editor.schema.node('doc', null, body.read(text)))
  show(html)
  return { editor, show, html: () => body.write(editor.state.doc) }
}

test.each([
  '<p>一</p><p>二！</p><p>三</p>',
  '<p>一</p>',
  '',
  '<h2>一</h2><ul><li>二</li></ul><table><tbody><tr><td>三</td></tr></tbody></table>',
])('another body is shown as it is: %s', (next) => {
  const { show, html } = editorOf('<p>一</p><p>二</p><p>三</p>')
  show(next)

  expect(html()).toBe(next)
})

test('the cursor stays in the paragraph that was not changed', () => {
  const { editor, show } = editorOf('<p>一</p><p>二</p>')
  editor.commands.setTextSelection(5)
  show('<p>零</p><p>一！</p><p>二</p>')

  expect(editor.state.selection.$from.parent.textContent).toBe('二')
})

test('paragraphs are indented, and not any more', () => {
  const { editor, html } = editorOf('<p>一</p><p>　　二</p><h2>三</h2>')
  toggleIndents(editor)
  expect(html()).toBe('<p>　　一</p><p>　　二</p><h2>三</h2>')
  toggleIndents(editor)

  expect(html()).toBe('<p>一</p><p>二</p><h2>三</h2>')
})
