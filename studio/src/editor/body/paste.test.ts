import { expect, test } from 'vitest'
import { cleaned } from './paste'

test.each([
  ['keeps full-width indents', '<p>　　今天上午，渡轮复航。</p>', '<p>　　今天上午，渡轮复航。</p>'],
  ['makes one of hard spaces', '<p>&nbsp;&nbsp;&nbsp;&nbsp;今天</p>', '<p>　　今天</p>'],
  ['joins lines that Word broke', '<p class=MsoNormal>今天\r\n上午，<span lang=EN-US>the\r\nferry</span></p>', '<p>今天上午，the\nferry</p>'],
  ['drops comments and empty paragraphs', '<!--StartFragment--><p>一<o:p></o:p></p><p><o:p>&nbsp;</o:p></p><!--EndFragment-->', '<p>一</p>'],
  ['reads emphasis from styles', '<p><span style="font-weight:700">粗</span><span style=\'font-style:italic\'>斜</span></p>', '<p><strong>粗</strong><em>斜</em></p>'],
  ['does not take all of Google for bold', '<b style="font-weight:normal"><p>一</p></b>', '<p>一</p>'],
  ['makes paragraphs of boxes', '<div><div>一</div><div>二<br></div></div>', '<p>一</p><p>二</p>'],
  ['divides at two breaks', '<p>一<br>二<br><br>三</p>', '<p>一<br>二</p><p>三</p>'],
  ['makes the largest heading the second', '<h1 class="x" style="color:red">题</h1>', '<h2>题</h2>'],
  ['drops scripts, styles and handlers', '<style>p{}</style><script>x()</script><p onclick="x()" style="color:red">一</p>', '<p>一</p>'],
  ['keeps links that lead somewhere', '<p><a href="https://e.org/" target="_blank">一</a><a href="javascript:x()">二</a><a name="b">三</a></p>', '<p><a href="https://e.org/">一</a>二三</p>'],
  ['makes a figure of a picture', '<p><img src="https://e.org/a.jpg" width="9" alt="桥"></p>', '<figure><img src="https://e.org/a.jpg" alt="桥"></figure>'],
  ['leaves out pictures of the own disk', '<p>一<img src="file:///C:/a.png"></p>', '<p>一</p>'],
  ['unwraps a table of one cell', '<table><tr><td><p>一</p></td></tr></table>', '<p>一</p>'],
])('what is pasted: %s', (_, html, expected) => {
  expect(cleaned(html)).toBe(expected)
})

test('makes lists of the paragraphs that Word writes', () => {
  const item = (level: number, marker: string, text: string) =>
    `<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${marker}<span>&nbsp;</span></span>${text}</p>`

  expect(cleaned(`<p>前</p>${item(1, '1.', '一')}\n${item(2, '·', '二')}\n${item(1, '2.', '三')}<p>后</p>`).replace(/\n/g, '')).toBe(
    '<p>前</p><ol><li>一<ul><li>二</li></ul></li><li>三</li></ol><p>后</p>',
  )
})

test('keeps a table as it is, without its looks', () => {
  const kept = cleaned('<table border=1 style="x"><tr><td width=9 colspan=2><p>一</p></td><td>二</td></tr></table>')

  expect(kept).toBe('<div data-kept="<table><tbody><tr><td colspan=&quot;2&quot;>一</td><td>二</td></tr></tbody></table>"></div>'.replace(/<(?=\/?(table|tbody|tr|td))/g, '<'))
})
