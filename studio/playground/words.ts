export type Language = 'zh' | 'en'

const en = {
  title: 'GraphQL playground',
  examples: 'Examples',
  examplesHelp: 'Opens in a new tab.',
  asReader: 'Run as public reader',
  asReaderHelp: 'Sends no cookie: answers are what anybody gets.',
  signedIn: 'Signed in as',
  signedOut: 'Not signed in',
  signIn: 'Sign in',
  language: 'Language',
}
const zh: typeof en = {
  title: 'GraphQL 调试台',
  examples: '示例查询',
  examplesHelp: '点击后在新标签页中打开。',
  asReader: '以公众读者身份运行',
  asReaderHelp: '不带登录信息，看到的就是任何人看到的。',
  signedIn: '已登录：',
  signedOut: '未登录',
  signIn: '去登录',
  language: '语言',
}

export const WORDS = { zh, en }
const KEY = 'broadsheet:language' // the Studio keeps it under the same name

/** The language chosen before, else the browser's. */
export function storedLanguage(): Language {
  const stored = localStorage.getItem(KEY)
  if (stored === 'zh' || stored === 'en') return stored
  return navigator.language.startsWith('zh') ? 'zh' : 'en'
}

export function keepLanguage(language: Language) {
  localStorage.setItem(KEY, language)
}
