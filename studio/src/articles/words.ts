import type { Words } from '../words'

export default {
  en: { area: 'Articles', list: 'All articles' },
  zh: { area: '稿件', list: '全部稿件' },
} satisfies Words
