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

/** The name of a language in another, or its tag. */
export function languageName(tag: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage === 'zh' ? 'zh-CN' : 'en'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
