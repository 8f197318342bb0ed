import { computed, ref } from 'vue'
import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { useI18n } from 'vue-i18n'

dayjs.extend(utc)
dayjs.extend(timezone)

/** The time zone of the newsroom. Times are shown and chosen by its clock, wherever the editor is. */
export const zone = ref('Asia/Shanghai')

export const WALL = 'YYYY-MM-DD HH:mm:ss'

/** The moment at which the newsroom's clock shows that. */
export function momentOf(wall: string) {
  return dayjs.tz(wall, zone.value).toISOString()
}

/** What the newsroom's clock shows at a moment. */
export function wallOf(moment: string | Date) {
  return dayjs(moment).tz(zone.value).format(WALL)
}

/** How far the newsroom's clock is from UTC at a moment: UTC+8. */
export function offsetOf(moment: string | Date, of = zone.value) {
  const format = new Intl.DateTimeFormat('en', { timeZone: of, timeZoneName: 'shortOffset' })
  const parts = format.formatToParts(new Date(moment))
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC').replace('GMT', 'UTC')
}

/** The moment at which a day (2026-05-03) begins in the newsroom, or one so many days later; null for none. */
export function startOf(day: string, laterDays = 0) {
  const date = dayjs.utc(day || null).add(laterDays, 'day')
  return date.isValid() ? momentOf(date.format(WALL)) : null
}

const DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const FORMATS = {
  day: DAY,
  minute: { ...DAY, ...CLOCK },
  second: { ...DAY, ...CLOCK, second: '2-digit' },
  clock: CLOCK,
  time: { ...CLOCK, second: '2-digit' },
} as const
type Format = keyof typeof FORMATS

// Each takes longer to make than a row of a list to draw.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(language: string, format: Format, of: string) {
  const key = `${language} ${format} ${of}`
  const known = formatters.get(key)
  if (known) return known
  // 03/04/2026 is another day in London than in New York.
  const month = 'month' in FORMATS[format] && language.startsWith('en') ? { month: 'short' as const } : {}
  const made = new Intl.DateTimeFormat(language, { ...FORMATS[format], ...month, timeZone: of })
  formatters.set(key, made)
  return made
}

const STEPS = [
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** Moments in the editor's language. */
export function useMoments() {
  const { locale } = useI18n()
  const language = computed(() => (locale.value === 'zh' ? 'zh-CN' : 'en-GB'))

  /** By the newsroom's clock. */
  function shown(moment: string | Date, format: Format = 'minute', of = zone.value) {
    return formatterOf(language.value, format, of).format(new Date(moment))
  }

  /** The same with the zone's name: 2026/03/01 20:00 (Asia/Shanghai, UTC+8). */
  function told(moment: string) {
    return `${shown(moment)} (${zone.value}, ${offsetOf(moment)})`
  }

  /** By the editor's own clock, if that is another one. */
  function here(moment: string) {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone
    return offsetOf(moment, own) === offsetOf(moment)
      ? ''
      : `${shown(moment, 'minute', own)} (${own}, ${offsetOf(moment, own)})`
  }

  /** How far away: in 3 hours, 2 days ago. */
  function away(moment: string) {
    const seconds = (new Date(moment).getTime() - Date.now()) / 1000
    const [unit, length] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? STEPS[2]
    return new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' }).format(Math.round(seconds / length), unit)
  }

  return { shown, told, here, away }
}
