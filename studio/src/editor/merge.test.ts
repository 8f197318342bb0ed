import { describe, expect, test } from 'vitest'
import { changedFields, emptyContent, inputOf, newInputOf, type Content } from './content'
import { mergeBodies, mergeLists, rebase } from './merge'

const base: Content = {
  ...emptyContent(),
  title: '渡轮复航',
  html: '<p>一</p><p>二</p><p>三</p>',
  tags: [{ id: 'tag_1' }, { id: 'tag_2' }],
  credits: [{ authorId: 'aut_1', role: 'REPORTER', name: '王小明' }],
}
const edited = (changes: Partial<Content>) => ({ ...base, ...changes })
const tags = (...numbers: number[]) => numbers.map((number) => ({ id: `tag_${number}` }))
const merged = (mine: string, theirs: string) => mergeBodies('<p>一</p><p>二</p><p>三</p>', mine, theirs)
const result = (mine: string, theirs: string) => merged(mine, theirs).map((region) => region.merged?.join('') ?? 'CONFLICT').join('')

describe('what is sent', () => {
  test('are the fields that changed', () => {
    const mine = edited({ subtitle: '十年后', publishedAt: null })

    expect(changedFields(base, mine)).toEqual(['subtitle'])
    expect(inputOf(base, mine, ['subtitle'])).toEqual({ subtitle: '十年后' })
  })

  test('are lists as a whole, and an empty slug as none', () => {
    const mine = edited({ slug: '', credits: [{ authorId: 'aut_2', role: 'EDITOR', name: '' }] })

    expect(inputOf(base, mine, ['slug', 'credits'])).toEqual({
      slug: null,
      credits: { replace: [{ authorId: 'aut_2', role: 'EDITOR', name: null }] },
    })
  })

  test('of a list with more than the editor sees are additions and removals', () => {
    const mine = edited({ tags: tags(2, 3) })

    expect(inputOf(base, mine, ['tags'], ['tags'])).toEqual({ tags: { remove: tags(1), add: tags(3) } })
  })

  test('of a new article is what was filled in', () => {
    expect(newInputOf({ ...emptyContent(), title: '题' })).toEqual({ title: '题', language: 'zh-Hans' })
  })
})

describe('an edit brought onto what others saved', () => {
  test('keeps both where they changed different fields', () => {
    const { content, conflicts } = rebase(base, edited({ title: '我的' }), edited({ subtitle: '他们的' }))

    expect(conflicts).toEqual([])
    expect(content).toMatchObject({ title: '我的', subtitle: '他们的' })
  })

  test('is a conflict where both changed one, and keeps mine until somebody decides', () => {
    const { content, conflicts } = rebase(base, edited({ title: '我的' }), edited({ title: '他们的' }))

    expect(conflicts).toEqual([{ field: 'title', base: '渡轮复航', mine: '我的', theirs: '他们的' }])
    expect(content.title).toBe('我的')
  })

  test('is a conflict where the server says so', () => {
    const mine = edited({ html: '<p>一！</p><p>二</p><p>三</p>' })
    const { conflicts } = rebase(base, mine, edited({ html: '<p>一</p><p>二</p><p>三！</p>' }), ['html'])

    expect(conflicts.map(({ field }) => field)).toEqual(['html'])
  })

  test('is none where both changed it in the same way', () => {
    expect(rebase(base, edited({ title: '同' }), edited({ title: '同' })).conflicts).toEqual([])
  })
})

describe('bodies', () => {
  test.each([
    ['<p>一！</p><p>二</p><p>三</p>', '<p>一</p><p>二</p><p>三！</p>', '<p>一！</p><p>二</p><p>三！</p>'],
    ['<p>一！</p><p>二</p><p>三</p>', '<p>一</p><p>二！</p><p>三</p>', '<p>一！</p><p>二！</p><p>三</p>'],
    ['<p>零</p><p>一</p><p>二</p><p>三</p>', '<p>一</p><p>二</p><p>三</p><p>四</p>', '<p>零</p><p>一</p><p>二</p><p>三</p><p>四</p>'],
    ['<p>一</p><p>三</p>', '<p>一！</p><p>二</p><p>三</p>', 'CONFLICT<p>三</p>'],
    ['<p>同</p>', '<p>同</p>', '<p>同</p>'],
    ['<p>一甲</p><p>二</p><p>三</p>', '<p>一乙</p><p>二</p><p>三</p>', 'CONFLICT<p>二</p><p>三</p>'],
    ['<p>一</p><p>二</p><p>三</p><p>甲</p>', '<p>一</p><p>二</p><p>三</p><p>乙</p>', '<p>一</p><p>二</p><p>三</p>CONFLICT'],
    ['', '<p>一！</p><p>二</p><p>三</p>', 'CONFLICT'],
  ])('merge by paragraph: %s and %s', (mine, theirs, expected) => {
    expect(result(mine, theirs)).toBe(expected)
    expect(result(theirs, mine)).toBe(expected)
  })

  test('lose no paragraph of either side, whatever was edited', () => {
    let seed = 7
    const random = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit
    const edit = (name: string) => ['一', '二', '三'].flatMap((text, index) => {
      const change = random(4)
      return change === 0 ? [] : change === 1 ? [`${name}${index}`] : change === 2 ? [text, `${name}${index}`] : [text]
    }).map((text) => `<p>${text}</p>`).join('')
    for (let round = 0; round < 40; round++) {
      const [mine, theirs] = [edit('甲'), edit('乙')]
      const shown = merged(mine, theirs).flatMap((region) => region.merged ?? [...region.mine, ...region.theirs]).join('')
      for (const block of `${mine}${theirs}`.match(/<p>[甲乙].<\/p>/g) ?? []) expect(shown).toContain(block)
    }
  })
})

describe('lists', () => {
  test.each([
    [tags(1, 2, 3), tags(2), tags(2, 3)],
    [tags(2, 1), tags(1, 2, 3), tags(2, 3, 1)],
    [tags(1, 3, 2), tags(1, 2, 4), tags(1, 3, 2, 4)],
    [tags(), tags(1, 2, 3), tags(3)],
  ])('merge by item', (mine, theirs, expected) => {
    expect(mergeLists(tags(1, 2), mine, theirs)).toEqual(expected)
  })

  test('do not go together when one item was changed by both, or both moved others', () => {
    const [one, two, three] = ['甲', '乙', '丙'].map((name) => [{ authorId: 'aut_1', role: 'REPORTER' as const, name }])

    expect(mergeLists(one, two, three)).toBeUndefined()
    expect(mergeLists(tags(1, 2, 3), tags(2, 1, 3), tags(1, 3, 2))).toBeUndefined()
  })
})
