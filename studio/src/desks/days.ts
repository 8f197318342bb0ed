import { wallOf } from '../api/zone'

/** A day of the calendar. Its date is midnight by the browser's clock, whatever the newsroom's zone is. */
export interface Day {
  key: string // 2026-03-01
  date: Date
}

export type Span = 'month' | 'week'

/** The key of the day on which a moment is in the newsroom. */
export const dayOfMoment = (moment: string | Date) => wallOf(moment).slice(0, 10)

export const today = () => dayOfMoment(new Date())

const dayOf = (date: Date): Day => ({ key: keyOf(date), date })

export function keyOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The day of a key such as 2026-03-01; today by the newsroom's clock if it is none. */
export function read(key: unknown): Date {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(key))
  return found ? new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3])) : read(today())
}

/** Not by hours: days of 23 and 25 hours exist. */
export function plus(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days)
}

/** The weeks that show a day's month, or its week; each begins on Monday. */
export function weeks(date: Date, span: Span): Day[][] {
  const from = span === 'week' ? date : new Date(date.getFullYear(), date.getMonth(), 1)
  const last = span === 'week' ? date : new Date(date.getFullYear(), date.getMonth() + 1, 0)
  const rows: Day[][] = []
  for (let monday = plus(from, -((from.getDay() + 6) % 7)); monday <= last; monday = plus(monday, 7)) {
    rows.push([0, 1, 2, 3, 4, 5, 6].map((place) => dayOf(plus(monday, place))))
  }
  return rows
}

/** The same day of the month before or after, or of the week; the last one if that month is shorter. */
export function turned(date: Date, span: Span, by: 1 | -1): Date {
  if (span === 'week') return plus(date, 7 * by)
  const last = new Date(date.getFullYear(), date.getMonth() + by + 1, 0).getDate()
  return new Date(date.getFullYear(), date.getMonth() + by, Math.min(date.getDate(), last))
}
