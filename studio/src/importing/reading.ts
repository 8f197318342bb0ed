/** What an editor gives, in the form in which `importArticle` takes it. */
export interface Given {
  kind: 'text' | 'html' | 'url'
  value: string
}

/** What something pasted most likely is: an address alone, HTML, or the text of a page. */
export function kindOf(pasted: string): Given['kind'] {
  const text = pasted.trim()
  if (/^https?:\/\/\S+$/.test(text)) return 'url'
  return /^<(!doctype|html|head|body|article|main|div|section|meta|h1|p)\b/i.test(text) ? 'html' : 'text'
}

export class UnreadableFile extends Error {}

/**
 * A dropped file as text. Its encoding is told as `cms import` does where one can be sure: by the byte order mark, as
 * UTF-8 if it is that, by what the page declares, and as GB18030 if all bytes fit.
 */
export function decode(bytes: Uint8Array): string {
  const declared = /charset=["']?([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]
  for (const encoding of [markOf(bytes), 'utf-8', declared, 'gb18030']) {
    const text = encoding && decodedAs(encoding, bytes)
    if (text) return text
  }
  throw new UnreadableFile()
}

function markOf(bytes: Uint8Array) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

function decodedAs(encoding: string, bytes: Uint8Array) {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** What of a page the import reads; scripts, styles and drawings can be larger than all the rest. */
export function withoutBallast(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const element of page.querySelectorAll('script:not([type="application/ld+json"]), style, svg, iframe'))
    element.remove()
  for (const image of page.querySelectorAll('[src^="data:"]')) image.removeAttribute('src')
  return `<!doctype html>${page.documentElement.outerHTML}`
}

/** The Studio's request for a page; a request of the API has a megabyte at most, so pages go without their ballast. */
export function inputOf({ kind, value }: Given, address = '') {
  if (kind === 'url') return { url: value.trim() }
  if (kind === 'text') return { text: value }
  return { html: value.length > 300_000 ? withoutBallast(value) : value, url: address.trim() }
}
