import { describe, expect, it, vi } from 'vitest'

const locale = { value: 'en' }
vi.mock('vue-i18n', () => ({ useI18n: () => ({ locale }) }))
const { momentOf, useMoments, wallOf, zone } = await import('./zone')

const MOMENT = '2026-03-04T16:05:00Z'

describe('the newsroom clock', () => {
  it('shows moments by its zone, whatever that of the browser is', () => {
    zone.value = 'Asia/Shanghai'
    expect(wallOf(MOMENT)).toBe('2026-03-05 00:05:00')
    expect(momentOf('2026-03-05 00:05:00')).toBe('2026-03-04T16:05:00.000Z')
    zone.value = 'America/New_York'
    expect(wallOf(MOMENT)).toBe('2026-03-04 11:05:00')
  })

  it('writes no date that is another one elsewhere', () => {
    zone.value = 'Asia/Shanghai'
    locale.value = 'en'
    expect(useMoments().shown(MOMENT)).toBe('05 Mar 2026, 00:05')
    locale.value = 'zh'
    expect(useMoments().shown(MOMENT)).toBe('2026/03/05 00:05')
    expect(useMoments().shown(MOMENT, 'clock')).toBe('00:05')
    zone.value = 'Europe/London'
    expect(useMoments().shown(MOMENT)).toBe('2026/03/04 16:05')
  })
})
