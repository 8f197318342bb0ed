import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ElMessage } from 'element-plus'
import { onBeforeUnmount } from 'vue'
import type { PickedAsset } from '../../media/AssetPicker.vue'
import { useUploads, type Upload } from '../../media/uploads'
import { i18n } from '../../words'
import { parsed } from './blocks'
import { unstyled } from './paste'

const ARRIVED = 'arrived' // by this name a transaction tells whose picture it puts in

type Described = Pick<PickedAsset, 'url' | 'alt' | 'caption' | 'credit'>

/** A picture of the library as a block of the text. */
export function figureOf({ url: src, alt, caption, credit }: Described) {
  const text = [caption.trim(), credit.trim()].filter(Boolean).join('　')
  return { type: 'figure', attrs: { src, alt }, content: text ? [{ type: 'text', text }] : [] }
}

/**
 * The files of a clipboard or a drag, if they are what was meant.
 *
 * Word and Excel add a picture of the text to the text itself, and browsers a copy of a picture that is taken from a
 * page. The latter is used, unless the picture is one of this site already.
 */
export function filesOf(transfer: DataTransfer | null): File[] {
  const html = parsed(unstyled(transfer?.getData('text/html') ?? ''))
  const sources = [...html.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '')
  const isOurs = sources.some((src) => /^\/(?!\/)/.test(src) || src.startsWith(`${location.origin}/`))
  return html.textContent?.trim() || isOurs ? [] : [...(transfer?.files ?? [])]
}

/** Where in a document a block goes that is put at some place: never into the middle of a paragraph. */
export function placeOfBlock(doc: Node, at: number) {
  const $at = doc.resolve(Math.min(at, doc.content.size))
  if (!$at.depth) return { from: $at.pos, to: $at.pos }
  const [before, after] = [$at.before(1), $at.after(1)]
  const isEmpty = $at.depth === 1 && $at.parent.type.name === 'paragraph' && !$at.parent.content.size
  return { from: isEmpty ? before : after, to: after }
}

/** Files that are pasted or dropped into the text go into the library, and from there to their places in the text. */
export function usePictures(editorNow: () => Editor | undefined) {
  const { uploads, add, retry, remove, clear } = useUploads((asset, upload) => {
    waiting.push([upload, asset])
    placeThem()
  })
  const places = new Map<number, number>() // of each upload, by its key
  const waiting: [Upload, Described][] = []

  /** Whether there were files to take. */
  function take(transfer: DataTransfer | null, at: number) {
    const files = filesOf(transfer)
    const pictures = files.filter(({ type }) => type.startsWith('image/'))
    if (pictures.length < files.length) ElMessage.warning(i18n.global.t('editor.onlyPictures'))
    const known = uploads.value.length
    add(pictures)
    for (const { key } of uploads.value.slice(known)) places.set(key, at)
    return files.length > 0
  }

  /** Put in what has arrived, unless an input method is at work: that would end it. */
  function placeThem() {
    const editor = editorNow()
    if (!editor || editor.isDestroyed || editor.view.composing) return
    for (const [upload, asset] of waiting.splice(0)) {
      const place = placeOfBlock(editor.state.doc, places.get(upload.key) ?? editor.state.doc.content.size)
      editor.chain().setMeta(ARRIVED, upload.key).insertContentAt(place, figureOf(asset), { updateSelection: false }).run()
      places.delete(upload.key)
      remove(upload)
    }
  }

  /** The places move with the text; of several files at one place, the earlier stays before the later. */
  function follow(transaction: Transaction) {
    const arrived: number = transaction.getMeta(ARRIVED) ?? 0
    for (const [key, at] of places) places.set(key, transaction.mapping.map(at, key < arrived ? -1 : 1))
  }

  onBeforeUnmount(() => uploads.value.forEach(remove))
  return { uploads, take, placeThem, follow, retry, remove, clear }
}
