import { createI18n } from 'vue-i18n'
import { shownBytes } from './media/sizes'

const en = {
  studio: 'Studio',
  menu: 'Pages',
  account: 'Account',
  playground: 'Playground',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  email: 'E-mail address',
  password: 'Password',
  newPassword: 'New password',
  currentPassword: 'Present password',
  passwordHelp: '10 to 200 characters, anything but your e-mail address.',
  choosePassword: 'Choose your password',
  link: 'One-time link',
  linkHelp: 'What an administrator or “cms users create” gave you; it begins with bs_link_.',
  haveLink: 'I have a one-time link',
  save: 'Save',
  saved: 'Saved',
  passwordSet: 'Your password was set. Sign in with it.',
  passwordChanged: 'Your password was changed. Sign in with the new one.',
  dark: 'Dark',
  language: 'Language',
  search: 'Search titles, then Enter',
  status: 'Status',
  review: 'Review',
  mine: 'Mine',
  everybody: 'Everybody',
  assignedToMe: 'Assigned to me',
  sort: 'Order',
  title: 'Title',
  category: 'Category',
  source: 'Source',
  owner: 'Owner',
  updated: 'Changed',
  total: '{n} article | {n} articles',
  previous: 'Back',
  next: 'Next',
  publish: 'Publish',
  trash: 'Move to the trash',
  selected: '{n} selected',
  results: 'What became of them',
  done: 'Done',
  unpublishedChanges: 'unpublished changes',
  views: 'Saved views',
  saveView: 'Save this view',
  viewName: 'Name of the view',
  remove: 'Remove',
  empty: 'Nothing here.',
  confirmPublish: 'Publish one article now? | Publish {n} articles now?',
  confirmTrash: 'Move one article to the trash? | Move {n} articles to the trash?',
  sessions: 'Where you are signed in',
  thisSession: 'this browser',
  device: 'Browser',
  address: 'Address',
  lastUsed: 'Last used',
  expires: 'Ends',
  tokens: 'API tokens',
  tokenName: 'What it is for',
  scopes: 'What it may do',
  createToken: 'Make a token',
  tokenSecret: 'Copy it now; it is shown this once.',
  revoke: 'Revoke',
  revoked: 'revoked',
  notAllowed: 'This page is not for your role ({role}).',
  notAllowedNeeds: 'It needs this permission: {what}.',
  notFound: 'There is no such page.',
  DRAFT: 'Draft',
  PUBLISHED: 'Public',
  UNPUBLISHED: 'Taken back',
  TAKEN_DOWN: 'Taken down',
  TRASHED: 'In the trash',
  NONE: 'Not asked for',
  REQUESTED: 'Waits for review',
  CHANGES_REQUESTED: 'Changes wanted',
  RECENTLY_UPDATED: 'Changed last',
  LONGEST_UNTOUCHED: 'Untouched longest',
  NEWEST: 'Newest',
  TITLE: 'By title',
  errors: {
    OFFLINE: 'The server was not reached. Your connection may be down.',
    UNAUTHENTICATED: 'Your session has ended. Sign in again.',
    FORBIDDEN: 'Your role does not allow this.',
    INVALID_CREDENTIALS: 'The e-mail address or the password is wrong.',
    RATE_LIMITED: 'Too many tries. Wait {seconds} seconds.',
    VERSION_CONFLICT: 'Somebody changed it meanwhile.',
    UNAVAILABLE: 'The server is too busy at the moment. Try again in a while.',
    UPLOAD_BROKEN: 'The file did not arrive whole: the connection broke, or it is far too large for the server.',
    TOO_LARGE: 'This is too large for the server{limit}.',
    limit: ' (it takes {size} at most)',
  },
}
const zh: typeof en = {
  studio: '编辑台',
  menu: '页面',
  account: '我的账号',
  playground: '调试台',
  signIn: '登录',
  signOut: '退出',
  signOutEverywhere: '在所有设备上退出',
  email: '邮箱',
  password: '密码',
  newPassword: '新密码',
  currentPassword: '当前密码',
  passwordHelp: '10 到 200 个字符，不能与邮箱相同。',
  choosePassword: '设置密码',
  link: '一次性链接',
  linkHelp: '管理员或 “cms users create”给您的那一串，以 bs_link_ 开头。',
  haveLink: '我有一次性链接',
  save: '保存',
  saved: '已保存',
  passwordSet: '密码已设置，请用它登录。',
  passwordChanged: '密码已更改，请用新密码登录。',
  dark: '深色',
  language: '语言',
  search: '搜索标题，按回车',
  status: '状态',
  review: '审核',
  mine: '我的',
  everybody: '所有人',
  assignedToMe: '指派给我的',
  sort: '排序',
  title: '标题',
  category: '栏目',
  source: '来源',
  owner: '负责人',
  updated: '修改时间',
  total: '共 {n} 篇',
  previous: '上一页',
  next: '下一页',
  publish: '发布',
  trash: '移到回收站',
  selected: '已选 {n} 篇',
  results: '处理结果',
  done: '完成',
  unpublishedChanges: '有未发布的修改',
  views: '已存视图',
  saveView: '保存当前视图',
  viewName: '视图名称',
  remove: '删除',
  empty: '没有内容。',
  confirmPublish: '现在发布这 {n} 篇？',
  confirmTrash: '把这 {n} 篇移到回收站？',
  sessions: '登录的设备',
  thisSession: '当前浏览器',
  device: '浏览器',
  address: '地址',
  lastUsed: '最近使用',
  expires: '到期',
  tokens: 'API 令牌',
  tokenName: '用途',
  scopes: '权限',
  createToken: '新建令牌',
  tokenSecret: '请立即复制，只显示这一次。',
  revoke: '吊销',
  revoked: '已吊销',
  notAllowed: '您的角色（{role}）不能打开此页。',
  notAllowedNeeds: '所需权限：{what}。',
  notFound: '没有这个页面。',
  DRAFT: '草稿',
  PUBLISHED: '已发布',
  UNPUBLISHED: '已撤回',
  TAKEN_DOWN: '已下架',
  TRASHED: '在回收站',
  NONE: '未送审',
  REQUESTED: '待审核',
  CHANGES_REQUESTED: '需修改',
  RECENTLY_UPDATED: '最近修改',
  LONGEST_UNTOUCHED: '最久未动',
  NEWEST: '最新创建',
  TITLE: '按标题',
  errors: {
    OFFLINE: '连不上服务器，请检查网络。',
    UNAUTHENTICATED: '登录已失效，请重新登录。',
    FORBIDDEN: '您的角色不能这样做。',
    INVALID_CREDENTIALS: '邮箱或密码不正确。',
    RATE_LIMITED: '尝试次数过多，请等待 {seconds} 秒。',
    VERSION_CONFLICT: '其间有人修改了它。',
    UNAVAILABLE: '服务器正忙，请稍后重试。',
    UPLOAD_BROKEN: '文件没有传完：连接断了，或者文件远超服务器的上限。',
    TOO_LARGE: '内容太大，服务器不接收{limit}。',
    limit: '（上限 {size}）',
  },
}

export type Language = 'zh' | 'en'
const KEY = 'broadsheet:language' // the playground keeps it under the same name

function stored(): Language {
  const value = localStorage.getItem(KEY)
  if (value === 'zh' || value === 'en') return value
  return navigator.language.startsWith('zh') ? 'zh' : 'en'
}

/** The words of a part of the Studio in both languages, under its name. */
export type Words = Record<Language, Tree>
interface Tree {
  [key: string]: string | Tree
}

export const i18n = createI18n({
  legacy: false,
  locale: stored(),
  fallbackLocale: 'en',
  messages: { en, zh },
})

export function addWords(name: string, words: Words) {
  for (const [language, messages] of Object.entries(words))
    i18n.global.mergeLocaleMessage(language, { [name]: messages })
}

export function keepLanguage(language: Language) {
  localStorage.setItem(KEY, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** What to tell an editor of a refusal or an error: our own words where there are some, else the server's. */
export function explain(problem: { code: string; message: string; retryAfterSeconds?: number }): string {
  const { t, te } = i18n.global
  const key = `errors.${problem.code}`
  const values = { seconds: problem.retryAfterSeconds ?? 60, limit: limitOf(problem.message) }
  return te(key) ? t(key, values) : problem.message
}

/** How much the server takes at most, if it says that; in brackets, to stand behind what is too large. */
export function limitOf(message: string): string {
  const count = /(\d+) bytes at most/.exec(message)?.[1]
  return count ? i18n.global.t('errors.limit', { size: shownBytes(Number(count)) }) : ''
}
