import type { SystemState } from './documents'

const OVERDUE_MILLISECONDS = 5 * 60 * 1000
const MUCH_BEHIND = 1000

export interface Concern {
  key: string
  count: number
}

/** What somebody should look at, with how many there are of it. */
export function concernsOf(state: SystemState): Concern[] {
  const { followers, derived, now, oldestDeliveryAt } = state
  const waits = oldestDeliveryAt ? Date.parse(now) - Date.parse(oldestDeliveryAt) : 0
  const concerns = [
    { key: 'failed', count: state.failedDeliveryCount },
    { key: 'stopped', count: state.stoppedEndpointCount },
    { key: 'waiting', count: waits > OVERDUE_MILLISECONDS ? state.pendingDeliveryCount : 0 },
    { key: 'overdue', count: state.overdueScheduleCount },
    { key: 'skipped', count: sum(followers.map(({ skippedCount }) => skippedCount)) },
    { key: 'behind', count: Math.max(0, ...followers.map(({ behind }) => (behind > MUCH_BEHIND ? behind : 0))) },
    // Names of signs alone have nothing to be typed by, so a few that are missing are as they should be.
    { key: 'missing', count: sum(derived.filter(({ name }) => name !== 'NAMES').map(({ missing }) => missing)) },
  ]
  return concerns.filter(({ count }) => count > 0)
}

function sum(counts: number[]) {
  return counts.reduce((one, other) => one + other, 0)
}
