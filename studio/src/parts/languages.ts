export const LANGUAGES = [
  'zh-Hans',
  'zh-Hant',
  'en',
  'ja',
  'ko',
  'fr',
  'de',
  'es',
  'pt',
  'ru',
  'ar',
  'vi',
  'th',
  'ug',
  'bo',
  'mn',
]

const NAMES = {
  zh: new Intl.DisplayNames(['zh-CN'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
}

/** The name of a language in another, or its tag. */
export function languageName(tag: string, inLanguage: string): string {
  try {
    return NAMES[inLanguage === 'zh' ? 'zh' : 'en'].of(tag) ?? tag
  } catch {
    return tag
  }
}
