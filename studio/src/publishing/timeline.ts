import type { DraftHistory, RevisionRow } from './history'

type Publication = DraftHistory['publications'][number]
type Plan = DraftHistory['schedules'][number]

/** One thing that happened to a draft. */
export type Entry = { key: string; at: string } & (
  | { kind: 'REVISION'; revision: RevisionRow }
  | { kind: 'WENT_LIVE'; publication: Publication }
  | { kind: 'WENT_OFF' }
  | { kind: 'PLAN'; plan: Plan }
)

/** What happened, the latest first: as far back as the revisions that are loaded, or all of it with the last of them. */
export function entriesOf(history: DraftHistory, revisions: RevisionRow[], isWhole: boolean): Entry[] {
  const since = isWhole ? '' : (revisions.at(-1)?.createdAt ?? '')
  const entries: Entry[] = [
    ...revisions.map((revision) => ({
      kind: 'REVISION' as const,
      key: `r${revision.number}`,
      at: revision.createdAt,
      revision,
    })),
    ...history.publications.flatMap((publication, index) => happened(publication, history.publications[index - 1])),
    ...history.schedules
      .filter(({ state }) => state !== 'PENDING')
      .map((plan) => ({ kind: 'PLAN' as const, key: plan.id, at: plan.endedAt ?? plan.dueAt, plan })),
  ]
  return entries
    .filter(({ at }) => at >= since)
    .sort((one, other) => other.at.localeCompare(one.at) || (rankOf(other) > rankOf(one) ? 1 : -1))
}

/** Which of what happened in the same second came later: a revision is saved before it goes live. */
function rankOf(entry: Entry) {
  if (entry.kind === 'REVISION') return entry.revision.number
  return entry.kind === 'WENT_LIVE' && entry.publication.revision ? entry.publication.revision.number + 0.5 : Infinity
}

/** That it went live, and that it went off, unless the next publication took its place at that moment. */
function happened(publication: Publication, next: Publication | undefined): Entry[] {
  const live: Entry = { kind: 'WENT_LIVE', key: `p${publication.liveFrom}`, at: publication.liveFrom, publication }
  const until = publication.liveUntil
  if (!until || next?.liveFrom === until) return [live]
  return [live, { kind: 'WENT_OFF', key: `o${until}`, at: until }]
}
