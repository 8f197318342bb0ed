const LEVEL = /mso-list:\s*l\d+\s+level(\d+)/
const NUMBER = /^[\s\u00a0]*(?:\(?\d+[.)、．）]|[a-z][.)]|[一二三四五六七八九十]+、)/i

/** Word writes lists as paragraphs with a bullet in them and a level in their style: real lists of them. */
export function gatherWordLists(root: Element) {
  const open: Element[] = []
  let last: Element | null = null
  for (const paragraph of root.querySelectorAll('p, h1, h2, h3')) {
    const level = Number(LEVEL.exec(paragraph.getAttribute('data-style') ?? '')?.[1] ?? 0)
    if (!level) continue
    const before = previousElement(paragraph)
    if (before !== last) open.length = 0
    const list = listAt(open, level, takeMarker(paragraph), paragraph)
    const item = document.createElement('li')
    item.append(...paragraph.childNodes)
    list.append(item)
    paragraph.remove()
    last = open[0]
  }
}

function previousElement(element: Element) {
  return element.previousElementSibling
}

/** Whether it is numbered, by its marker, which goes. */
function takeMarker(paragraph: Element): boolean {
  const marker = [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list:\s*Ignore/i.test(span.getAttribute('data-style') ?? ''),
  )
  const isNumbered = NUMBER.test(marker?.textContent ?? '')
  marker?.remove()
  return isNumbered
}

function listAt(open: Element[], level: number, isNumbered: boolean, place: Element): Element {
  open.length = Math.min(open.length, level)
  while (open.length < level) {
    const list = document.createElement(isNumbered ? 'ol' : 'ul')
    const parent = open[open.length - 1]
    if (parent) (parent.lastElementChild ?? parent.appendChild(document.createElement('li'))).append(list)
    else place.before(list)
    open.push(list)
  }
  return open[level - 1]
}
