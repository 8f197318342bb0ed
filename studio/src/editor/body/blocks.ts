const BLOCKS = new Set('p h2 h3 h4 ul ol blockquote figure table pre hr'.split(' '))

/** HTML as nodes that nobody sees: nothing in it is loaded or run. */
export function parsed(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}

/** The top-level elements of a body, without the white space between them; a loose line of text is a paragraph. */
export function blocksOf(html: string): string[] {
  const blocks: string[] = []
  let loose = ''
  const endLoose = () => {
    if (loose.trim()) blocks.push(`<p>${loose.trim()}</p>`)
    loose = ''
  }
  for (const node of parsed(html).childNodes) {
    if (node instanceof Element && BLOCKS.has(node.localName)) {
      endLoose()
      blocks.push(node.outerHTML)
    } else {
      loose += node instanceof Element ? node.outerHTML : escaped(node.textContent ?? '')
    }
  }
  endLoose()
  return blocks
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;')
}

/** The text of a piece of HTML, for people who compare. */
export function textOf(html: string): string {
  return parsed(html).textContent ?? ''
}

const ALLOWED = new Set([
  ...BLOCKS,
  ...'li figcaption a strong em b i br code sup sub img caption thead tbody tfoot tr th td'.split(' '),
])
const ATTRIBUTES = new Set('href title src alt width height colspan rowspan scope start'.split(' '))

/** HTML with nothing in it but what a body may hold; what the server does again when it is saved. */
export function allowedOnly(html: string): string {
  const holder = document.createElement('div')
  holder.append(parsed(html))
  for (const element of [...holder.querySelectorAll('*')].reverse()) {
    if (/^(script|style|template|iframe)$/.test(element.localName)) element.remove()
    else if (!ALLOWED.has(element.localName)) element.replaceWith(...element.childNodes)
    else
      for (const { name, value } of [...element.attributes]) if (!isAllowed(name, value)) element.removeAttribute(name)
  }
  return holder.innerHTML
}

function isAllowed(name: string, value: string) {
  return (
    ATTRIBUTES.has(name) && (!/^(href|src)$/.test(name) || /^(https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(value.trim()))
  )
}
