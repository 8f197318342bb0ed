import articlePage from './examples/article_page.graphql?raw'
import categories from './examples/categories.graphql?raw'
import completions from './examples/completions.graphql?raw'
import create from './examples/create.graphql?raw'
import drafts from './examples/drafts.graphql?raw'
import filter from './examples/filter.graphql?raw'
import live from './examples/live.graphql?raw'
import newest from './examples/newest.graphql?raw'
import viewer from './examples/viewer.graphql?raw'

export interface Example {
  title: { zh: string; en: string }
  query: string
  variables?: Record<string, unknown>
}

/** What the side bar offers; the first is what a new visitor finds in the editor. */
export const EXAMPLES: Example[] = [
  { title: { zh: '文章页', en: 'An article page' }, query: articlePage, variables: { id: 'art_1' } },
  { title: { zh: '最新文章与翻页', en: 'The newest, by pages' }, query: newest, variables: { after: null } },
  {
    title: { zh: '筛选', en: 'Filtering' },
    query: filter,
    variables: { where: { listedAt: { gte: '2020-01-01T00:00:00Z' }, wordCount: { gte: 800 } } },
  },
  { title: { zh: '栏目树', en: 'Categories' }, query: categories },
  { title: { zh: '输入提示', en: 'Suggestions' }, query: completions, variables: { prefix: 'lin' } },
  { title: { zh: '实时更新', en: 'Live changes' }, query: live },
  { title: { zh: '我的身份', en: 'Who am I' }, query: viewer },
  { title: { zh: '稿件列表', en: 'Drafts' }, query: drafts },
  { title: { zh: '新建稿件', en: 'A new draft' }, query: create, variables: { input: { title: '第一篇', html: '<p>　　正文。</p>' } } },
]
