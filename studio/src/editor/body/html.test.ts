import { getSchema } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { Node } from '@tiptap/pm/model'
import { BodyHTML } from './html'
import { extensions } from './schema'

const schema = getSchema(extensions)

function roundTrip(html: string) {
  const body = new BodyHTML(schema)
  const nodes = body.read(html)
  return { nodes, html: body.write(schema.node('doc', null, nodes)) }
}
const kinds = (nodes: Node[]) => nodes.map(({ type }) => type.name)

describe('a body that is read and written', () => {
  test.each([
    '<p>　　今天上午，渡轮复航。</p><p>　　“好！”他说。</p>',
    '<p>a <strong>b</strong> <em>c</em> <a href="https://example.org/" title="t">d</a><br>e<sup>2</sup><sub>3</sub> <code>x</code></p>',
    '<p><b>粗</b>和<i>斜</i></p>',
    '<p>1&nbsp;000 &amp; &lt;tag&gt;</p>',
    '<h2>二</h2><h3>三</h3><h4>四</h4><hr><p>完</p>',
    '<ul><li>一</li><li>二<ol start="3"><li>三</li></ol></li></ul>',
    '<ul><li><p>一</p></li><li><p>二</p><p>三</p></li></ul>',
    '<blockquote><p>一</p><p>二</p></blockquote>',
    '<pre>  a\n  b</pre><pre><code>c</code></pre>',
    '<figure><img src="/a.jpg" alt="桥" width="3" height="2"><figcaption>图为<em>大桥</em>。王小明 摄</figcaption></figure>',
    '<figure><img src="/a.jpg"></figure>',
    '<p>见<img src="/a.png" alt="">图</p><p><img src="/b.png"></p>',
    '<p></p><p>空段之后</p>',
    '<p>见<a>去处不明</a>的链接</p>',
  ])('is the same, and can be edited: %s', (html) => {
    const { html: again, nodes } = roundTrip(html)

    expect(again).toBe(html)
    expect(kinds(nodes)).not.toContain('kept')
  })

  test.each([
    '<table><caption>表</caption><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><td colspan="2">乙</td></tr></tbody></table>',
    '<figure><img src="/a.jpg"><img src="/b.jpg"><figcaption>两张</figcaption></figure>',
    '<figure><figcaption>上</figcaption><img src="/a.jpg"></figure>',
    '<figure><table><tbody><tr><td>1</td></tr></tbody></table></figure>',
    '<figure><a href="/x"><img src="/a.jpg"></a></figure>',
    '<ul><li>一<table><tbody><tr><td>1</td></tr></tbody></table></li></ul>',
  ])('is kept as it is where the editor cannot hold it: %s', (html) => {
    const { html: again, nodes } = roundTrip(`<p>前</p>${html}<p>后</p>`)

    expect(again).toBe(`<p>前</p>${html}<p>后</p>`)
    expect(kinds(nodes)).toEqual(['paragraph', 'kept', 'paragraph'])
  })

  test('loses nothing of a loose line of text', () => {
    expect(roundTrip('一<b>二</b>\n<p>三</p>').html).toBe('<p>一<b>二</b></p><p>三</p>')
  })

  test('is written anew in the block that was edited alone', () => {
    const body = new BodyHTML(schema)
    const [first, second] = body.read('<p><b>一</b></p><ul>\n<li>二</li>\n</ul>')
    const edited = first.copy(first.content.append(schema.node('paragraph', null, schema.text('！')).content))

    expect(body.write(schema.node('doc', null, [edited, second]))).toBe('<p><strong>一</strong>！</p><ul>\n<li>二</li>\n</ul>')
  })

  test('of nothing is nothing', () => expect(roundTrip('').html).toBe(''))
})
